//! Romanisation in bytes of Cyrillic per second, beside a memcpy of the same text.

use std::hint::black_box;

use chysto::translit::System;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

#[path = "../tests/support/mod.rs"]
mod support;

use support::pages;

/// Fits in the cache, as documents do.
const SIZE: usize = 256 * 1024;

const PARAGRAPHS: usize = 12;

/// A language's generated articles, and a system that writes them.
const SETS: &[(&str, &[&str])] = &[
    ("uk", &["uk-2010", "uk-bgn-1965", "uk-9112-a"]),
    ("ru", &["ru-bgn-1947", "ru-iso-9", "ru-gost-7.79-b"]),
    ("en", &["uk-2010"]),
];

fn text(language: &str) -> String {
    let mut text = String::new();
    let mut state = 1_u64;
    while text.len() < SIZE {
        let bytes: Vec<u8> = (0..2_000).map(|_| random(&mut state)).collect();
        text.push_str(&pages::article(&bytes, language, PARAGRAPHS, 5));
    }
    text
}

fn random(state: &mut u64) -> u8 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 56) as u8
}

fn romanisation(criterion: &mut Criterion) {
    for (language, names) in SETS {
        let text = text(language);
        let mut group = criterion.benchmark_group(*language);
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        let mut room = Vec::with_capacity(text.len());
        group.bench_function("memcpy", |bencher| {
            bencher.iter(|| {
                room.clear();
                room.extend_from_slice(black_box(text.as_bytes()));
                black_box(&room).len()
            });
        });
        for system in names.iter().filter_map(|name| name.parse::<System>().ok()) {
            group.bench_function(BenchmarkId::new("romanize", system), |bencher| {
                bencher.iter(|| system.romanize(black_box(&text)).len());
            });
            if let Ok(latin) = system.reverse(&system.romanize(&text)).map(|_| system.romanize(&text)) {
                group.bench_function(BenchmarkId::new("reverse", system), |bencher| {
                    bencher.iter(|| system.reverse(black_box(&latin)).map_or(0, |text| text.len()));
                });
            }
        }
        group.finish();
    }
}

criterion_group!(benches, romanisation);
criterion_main!(benches);
