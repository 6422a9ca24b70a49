//! Road maps made up in every layout, with noise, whose truth is known: rows are read as they are meant, and no date
//! is wrong in silence. Each goes the way of a user's file.
//!
//! A failure names the layout and the seed; `NASTAVNIK_SEED=1005 NASTAVNIK_MAPS=1 cargo it made_up_maps` repeats it.
//!
//! To add a wording, `words`, `people` or `map`; a layout, `render` or `office` and a line in `LAYOUTS`; a term,
//! `tests/data/terms.tsv`.

mod map;
mod office;
mod people;
mod render;
mod score;
mod terms;
mod words;

use encoding_rs::WINDOWS_1251;
use map::Map;
use nastavnik::domain::dice::Dice;
use nastavnik::domain::roadmap::read::{PlanYear, RoadMapReading, read_grid};
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::files::document::read_document;
use render::Line;
use score::Score;
use std::ops::Range;

const YEAR: SchoolYear = SchoolYear(2023);

const LAYOUTS: &[&str] =
    &["tabs", "paragraphs", "markdown", "semicolons", "commas", "windows-1251", "grid", "xlsx", "docx"];

/// Reads a map in a layout: the document as people would see it, and the reading.
fn read(layout: &str, map: &mut Map, dice: &mut Dice) -> (String, RoadMapReading) {
    if let "xlsx" | "docx" = layout {
        let style = office::adapt(map, dice, layout == "xlsx");
        let blocks = office::blocks(map, &style, dice);
        let write = if layout == "xlsx" { office::xlsx::write } else { office::docx::write };
        let file = write(&blocks, dice);
        return (format!("{style:?}\n{}", office::shown(&blocks)), of_file(&format!("plan.{layout}"), &file));
    }
    let lines: Vec<Line> = render::lines(map, layout == "grid").into_iter().map(|line| noisy(dice, line)).collect();
    let (name, text) = match layout {
        "tabs" => ("plan.txt", render::tabs(map, &lines, dice)),
        "paragraphs" => ("plan.txt", render::paragraphs(map, &lines)),
        "markdown" => ("plan.md", render::markdown(map, &lines)),
        "commas" => ("plan.csv", render::csv(map, &lines, ',', dice.chance(50))),
        "grid" => {
            let cells = render::grid(&lines, map.shape.columns.len());
            return (format!("{cells:#?}"), read_grid(cells, PlanYear::Fixed(YEAR)));
        }
        _ => ("plan.csv", render::csv(map, &lines, ';', dice.chance(50))),
    };
    let eight_bit = WINDOWS_1251.encode(&text).0;
    let file = if layout == "windows-1251" && is_kept(&text, &eight_bit) { &*eight_bit } else { text.as_bytes() };
    let reading = of_file(name, file);
    (text, reading)
}

/// Windows-1251 has a sign for every letter of the text.
fn is_kept(text: &str, eight_bit: &[u8]) -> bool {
    WINDOWS_1251.decode_without_bom_handling(eight_bit).0 == text
}

fn of_file(name: &str, bytes: &[u8]) -> RoadMapReading {
    read_document(name, bytes).unwrap().document.read(PlanYear::Fixed(YEAR))
}

fn noisy(dice: &mut Dice, line: Line) -> Line {
    let mut each = |cells: Vec<String>| cells.iter().map(|cell| render::noisy(dice, cell)).collect();
    match line {
        Line::Row(cells) => Line::Row(each(cells)),
        Line::Heading(cells) => Line::Heading(each(cells)),
        other => other,
    }
}

/// Reads the maps of these seeds in each layout.
pub(crate) fn survey(seeds: Range<u64>) -> Vec<(&'static str, Score)> {
    let phrases = terms::all();
    let of_layout = |layout: &&'static str| {
        let mut score = Score::default();
        for seed in seeds.clone() {
            let mut dice = Dice::new(seed);
            let mut map = Map::draw(&mut dice, &phrases);
            let read = read(layout, &mut map, &mut dice);
            score.add(&format!("{layout}, seed {seed}"), &map, &read);
        }
        (*layout, score)
    };
    LAYOUTS.iter().map(of_layout).collect()
}

/// The seeds asked for in the environment, or these.
fn play(usual: Range<u64>) {
    #[expect(clippy::disallowed_methods, reason = "a failure is repeated by the environment")]
    let asked = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let first = asked("NASTAVNIK_SEED").unwrap_or(usual.start);
    let seeds = first..first + asked("NASTAVNIK_MAPS").unwrap_or(usual.end - usual.start);
    let scores = survey(seeds);
    for (layout, score) in &scores {
        eprintln!("{layout}: {score}");
    }
    for (layout, score) in scores {
        let shown = score.faults.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("\n\n");
        assert!(score.lies == 0, "{layout}: {score}\n{shown}");
        assert!(score.right * 100 >= score.rows * 99, "{layout}: {score}\n{shown}");
    }
}

#[test]
fn made_up_maps_are_read_as_they_are_meant() {
    play(0..40);
}

/// `cargo it --ignored thousands_of_made_up_maps`
#[test]
#[ignore = "takes minutes: run it when the reader changes"]
fn thousands_of_made_up_maps_are_read_as_they_are_meant() {
    play(1_000..4_000);
}
