//! temp
fn main() {
    for p in std::env::args().skip(1) {
        let b = std::fs::read(&p).unwrap();
        let d = chysto::Cleaner::new().clean_bytes(&b).with_name(p);
        println!("{}", serde_json::to_string(&d).unwrap());
    }
}
