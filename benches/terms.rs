//! How many term phrases are read in a second, on one core.
//!
//! `cargo bench --bench terms`: the examples of `tests/data/terms.tsv` over and over; the aim is 200,000 a second.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use nastavnik::domain::roadmap::term::{parse, read};
use nastavnik::domain::school_year::SchoolYear;

const EXAMPLES: &str = include_str!("../tests/data/terms.tsv");

fn main() {
    divan::main();
}

fn phrases() -> Vec<&'static str> {
    let lines = EXAMPLES.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(phrase, _)| phrase).collect()
}

/// From the text to the days of a school year.
#[divan::bench(sample_count = 200)]
fn readings(bencher: Bencher) {
    let phrases = phrases();
    bencher.counter(ItemsCount::new(phrases.len())).bench_local(|| {
        for phrase in &phrases {
            black_box(read(black_box(phrase), SchoolYear(2023)));
        }
    });
}

/// The grammar alone.
#[divan::bench(sample_count = 200)]
fn terms_without_a_year(bencher: Bencher) {
    let phrases = phrases();
    bencher.counter(ItemsCount::new(phrases.len())).bench_local(|| {
        for phrase in &phrases {
            black_box(parse(black_box(phrase)));
        }
    });
}

/// Long cells that are no terms: prose that stands in the wrong column.
#[divan::bench(sample_count = 50)]
fn prose(bencher: Bencher) {
    let cell = "Организация консультаций для педагогов по вопросам ведения документации и обмен опытом наставников. ";
    let cells: Vec<String> = (1..=20).map(|times| cell.repeat(times)).collect();
    bencher.counter(ItemsCount::new(cells.len())).bench_local(|| {
        for cell in &cells {
            black_box(read(black_box(cell), SchoolYear(2023)));
        }
    });
}
