//! The fuzzers' corpus, damaged a bounded number of times: what a long run has found stays found.

#[path = "../fuzz/feed.rs"]
mod feed;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::path::Path;

/// Damaged copies of each file of the corpus; `NASTAVNIK_MUTATIONS` asks for more.
const TIMES: usize = 40;

/// Some bytes changed, doubled, cut out or swapped for a piece of another file.
fn damaged(rng: &mut StdRng, whole: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..rng.random_range(1..6) {
        if bytes.is_empty() {
            break;
        }
        let at = rng.random_range(0..bytes.len());
        let end = (at + rng.random_range(1..40)).min(bytes.len());
        match rng.random_range(0..5) {
            0 => bytes[at] = rng.random_range(0..=u8::MAX),
            1 => bytes[at] ^= 1 << rng.random_range(0..8),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                let place = rng.random_range(0..=bytes.len());
                bytes.splice(place..place, piece);
            }
            _ => {
                let from = rng.random_range(0..=other.len());
                let piece = other[from..(from + 40).min(other.len())].to_vec();
                bytes.splice(at..end, piece);
            }
        }
    }
    bytes
}

#[test]
fn damaged_files_bring_no_reader_down() {
    #[expect(clippy::disallowed_methods, reason = "a longer run is asked for by the environment")]
    let asked = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let seed = asked("NASTAVNIK_SEED").unwrap_or(20_261_121);
    let times = asked("NASTAVNIK_MUTATIONS").map_or(TIMES, |times| usize::try_from(times).unwrap());
    eprintln!("seed {seed}, {times} times");
    let mut rng = StdRng::seed_from_u64(seed);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz");
    for (target, feed) in feed::TARGETS {
        let mut files: Vec<_> =
            std::fs::read_dir(root.join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{target} has no corpus");
        let corpus: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).unwrap()).collect();
        for (file, whole) in files.iter().zip(&corpus) {
            eprintln!("{target}: {}", file.display());
            feed(whole);
            for _ in 0..times {
                let other = &corpus[rng.random_range(0..corpus.len())];
                let bytes = damaged(&mut rng, whole, other);
                feed(&bytes);
            }
        }
    }
}
