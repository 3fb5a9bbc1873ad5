//! Throughput in bytes per second, on sets of documents of realistic size.
//!
//! The library's stages are not public, but can be had as differences: `clean`
//! does all that `normalize` does (layout and letters), then divides, classifies
//! and assembles; so the time of `clean` less that of `normalize` is
//! classification and assembly. `clean_bytes` less `clean` is decoding. `memcpy`
//! is what the machine can do at best.
//!
//! `CHYSTO_CORPUS` may name a text file of documents, with a form feed between
//! each two, to be measured too.

use std::hint::black_box;

use chysto::Cleaner;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

#[path = "../tests/support/mod.rs"]
mod support;

use support::{files, pages};

/// As many bytes as a set holds.
const SET: usize = 1_000_000;

/// Realistic lengths, from a short notice to a long read: 2 to 20 kB in UTF-8.
const PARAGRAPHS: &[usize] = &[4, 6, 9, 6, 14, 8, 22, 5, 35];

fn sets() -> Vec<(&'static str, Vec<String>)> {
    let mut sets =
        vec![("english", articles("en")), ("russian", articles("ru")), ("mixed", mixed()), ("raw-pages", raw_pages())];
    if let Some(path) = std::env::var_os("CHYSTO_CORPUS") {
        let corpus = files::read(path.as_ref());
        sets.push(("corpus", corpus.split('\u{c}').map(str::to_owned).collect()));
    }
    sets
}

fn articles(language: &str) -> Vec<String> {
    filled(|number, bytes| pages::article(bytes, language, PARAGRAPHS[number % PARAGRAPHS.len()], 5))
}

/// English and Russian in turns, one word in a hundred broken.
fn mixed() -> Vec<String> {
    filled(|number, bytes| {
        let article = pages::article(bytes, ["ru", "en"][number % 2], PARAGRAPHS[number % PARAGRAPHS.len()], 5);
        let words = article
            .split(' ')
            .enumerate()
            .map(|(number, word)| if number % 100 == 50 { broken(word) } else { word.to_owned() });
        words.collect::<Vec<_>>().join(" ")
    })
}

fn broken(word: &str) -> String {
    match word.contains(['о', 'е', 'а']) {
        true => word.replacen('о', "o", 1).replacen('е', "e", 1).replacen('а', "a", 1),
        false => format!("{word}\u{200b}"),
    }
}

/// The seeds and generated pages in turns, with another first line each time.
fn raw_pages() -> Vec<String> {
    let seeds: Vec<String> = files::seeds().iter().map(|path| files::read(path)).collect();
    filled(|number, bytes| match number % 2 {
        0 => format!("Page {number}\n{}", seeds[number / 2 % seeds.len()]),
        _ => pages::page(bytes),
    })
}

/// Documents until the set is full; the bytes that they are made from differ.
fn filled(make: impl Fn(usize, &[u8]) -> String) -> Vec<String> {
    let (mut documents, mut size, mut state) = (Vec::new(), 0, 1_u64);
    while size < SET {
        let bytes: Vec<u8> = (0..2_000).map(|_| random(&mut state)).collect();
        let document = make(documents.len(), &bytes);
        size += document.len();
        documents.push(document);
    }
    documents
}

fn random(state: &mut u64) -> u8 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 56) as u8
}

/// Measures `work` on all documents of a set, which have `size` bytes together.
fn measure<D>(
    criterion: &mut Criterion,
    stage: &str,
    set: &str,
    documents: &[D],
    size: usize,
    mut work: impl FnMut(&D) -> usize,
) {
    let mut group = criterion.benchmark_group(stage);
    group.throughput(Throughput::Bytes(size as u64)).sample_size(20);
    group.bench_function(BenchmarkId::from_parameter(set), |bencher| {
        bencher.iter(|| documents.iter().map(|document| work(black_box(document))).sum::<usize>());
    });
    group.finish();
}

fn throughput(criterion: &mut Criterion) {
    let cleaner = Cleaner::new();
    for (set, documents) in sets() {
        let size = documents.iter().map(String::len).sum();
        let mut room = Vec::with_capacity(size);
        measure(criterion, "memcpy", set, &documents, size, |document| {
            room.clear();
            room.extend_from_slice(document.as_bytes());
            black_box(&room).len()
        });
        measure(criterion, "decode-utf-8", set, &documents, size, |document| {
            chysto::decode(document.as_bytes()).text().len()
        });
        measure(criterion, "normalize", set, &documents, size, |document| cleaner.normalize(document).text().len());
        measure(criterion, "clean", set, &documents, size, |document| cleaner.clean(document).text().len());
        measure(criterion, "clean_bytes", set, &documents, size, |document| {
            cleaner.clean_bytes(document.as_bytes()).text().len()
        });
    }
    legacy(criterion, &cleaner);
}

/// Pages in windows-1251; the throughput counts the encoded bytes.
fn legacy(criterion: &mut Criterion, cleaner: &Cleaner) {
    let documents: Vec<Vec<u8>> =
        articles("ru").iter().map(|text| encoding_rs::WINDOWS_1251.encode(text).0.into_owned()).collect();
    let size = documents.iter().map(Vec::len).sum();
    measure(criterion, "decode-windows-1251", "russian", &documents, size, |bytes| chysto::decode(bytes).text().len());
    measure(criterion, "clean_bytes-windows-1251", "russian", &documents, size, |bytes| {
        cleaner.clean_bytes(bytes).text().len()
    });
}

criterion_group!(benches, throughput);
criterion_main!(benches);
