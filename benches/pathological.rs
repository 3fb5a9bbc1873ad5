//! Inputs that were made to be slow, each at three sizes: the throughput must
//! be the same at all of them, for cleaning is linear.

use std::hint::black_box;
use std::time::Duration;

use chysto::Cleaner;
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};

/// A fourth, a half, and the whole of the largest input, 10 MB.
const SIZES: [usize; 3] = [2_500_000, 5_000_000, 10_000_000];

/// What is repeated until the input is full.
const PATTERNS: &[(&str, &str)] = &[
    ("one-line", "the old bridge over the river is open again, the council said, "),
    ("newlines", "\n"),
    ("combining-marks", "\u{301}\u{323}"),
    ("mixed-script-letters", "аbвcдe"),
    ("bullets", "• "),
    ("short-lines", "a\nb\n"),
    ("entities", "&amp;amp;"),
    ("dates", "2024-04-21 12:30 "),
    ("teasers", "Read also: the old bridge\n\n"),
    ("misread-utf-8", "РџСЂРёРІРµС‚ "),
    ("misread-windows-1251", "Ïðèâåò, ìèð "),
    ("c1-controls", "don\u{92}t "),
    ("lost-bytes", "voilÃ le cafÃ "),
];

fn pathological(criterion: &mut Criterion) {
    let cleaner = Cleaner::new();
    for (name, pattern) in PATTERNS {
        let mut group = criterion.benchmark_group(*name);
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
        for size in SIZES {
            let input = pattern.repeat(size / pattern.len());
            group.throughput(Throughput::Bytes(input.len() as u64));
            group.bench_with_input(BenchmarkId::from_parameter(size), &input, |bencher, input| {
                bencher.iter(|| black_box(cleaner.clean(black_box(input)).text().len()));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, pathological);
criterion_main!(benches);
