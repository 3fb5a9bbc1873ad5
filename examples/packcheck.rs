//! temp
fn main(){ for f in std::env::args().skip(1){ let t=std::fs::read_to_string(&f).unwrap(); match chysto::Pack::parse(&f,&t){Ok(p)=>println!("{} ok {}",f,p.len()),Err(e)=>println!("{}",e.to_string().chars().take(400).collect::<String>())}}}
