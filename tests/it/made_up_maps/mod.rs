//! Road maps made up in every layout, with noise, whose truth is known: rows are read as they are meant, and no date
//! is wrong in silence.
//!
//! To add a wording, `words` or `map`; a layout, `render` and a line in `LAYOUTS`; a term, `tests/data/terms.tsv`.

mod dice;
mod map;
mod render;
mod terms;
mod words;

use dice::Dice;
use map::{Map, Row};
use nastavnik::domain::roadmap::read::{PlanYear, RoadMapReading, RowReading, read_grid, read_text};
use nastavnik::domain::school_year::SchoolYear;
use render::Line;

const YEAR: SchoolYear = SchoolYear(2023);

const LAYOUTS: &[&str] = &["tabs", "paragraphs", "markdown", "semicolons", "commas", "grid"];

/// Reads a map in a layout: the document as people would see it, and the reading.
fn read(layout: &str, map: &Map, dice: &mut Dice) -> (String, RoadMapReading) {
    let lines: Vec<Line> = render::lines(map, layout == "grid").into_iter().map(|line| noisy(dice, line)).collect();
    let text = match layout {
        "tabs" => render::tabs(map, &lines, dice),
        "paragraphs" => render::paragraphs(map, &lines),
        "markdown" => render::markdown(map, &lines),
        "semicolons" => render::csv(map, &lines, ';', dice.chance(50)),
        "commas" => render::csv(map, &lines, ',', dice.chance(50)),
        _ => {
            let cells = render::grid(&lines, map.shape.columns.len());
            return (format!("{cells:#?}"), read_grid(cells, PlanYear::Fixed(YEAR)));
        }
    };
    let reading = read_text(&text, PlanYear::Fixed(YEAR));
    (text, reading)
}

fn noisy(dice: &mut Dice, line: Line) -> Line {
    let mut each = |cells: Vec<String>| cells.iter().map(|cell| render::noisy(dice, cell)).collect();
    match line {
        Line::Row(cells) => Line::Row(each(cells)),
        Line::Heading(cells) => Line::Heading(each(cells)),
        other => other,
    }
}

/// Words only: signs, spaces and Latin look-alikes are the layout's business.
fn words(text: &str) -> String {
    let like = |c: char| match c {
        'o' => 'о',
        'a' => 'а',
        'c' => 'с',
        'e' | 'ё' => 'е',
        c => c,
    };
    let lower: String = text.to_lowercase().chars().map(like).collect();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is not as it was meant; empty for a row that is right.
fn faults(read: &RowReading, row: &Row, mark: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let mut same = |what: &str, found: &str, meant: &str| {
        if words(found) != words(meant) {
            faults.push(format!("{what}: «{found}», meant «{meant}»"));
        }
    };
    same("stage", &read.stage, &row.stage);
    same("activity", &read.activity, &render::doing(row, mark));
    same("items", &read.items.join(" | "), &row.items.join(" | "));
    same("term", &read.term_text, &row.term.text);
    let people: Vec<&str> = read.responsible.iter().map(|one| one.text.as_str()).collect();
    same("people", &people.join(" | "), &row.people.1.join(" | "));
    same("result", &read.result, &row.result);
    if people.len() != row.people.1.len() {
        faults.push(format!("people: {people:?}, meant {:?}", row.people.1));
    }
    let reading = &read.reading;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let rule = reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default();
    let found = [reading.kind.code().to_owned(), day(reading.start), day(reading.due), rule].join(" ");
    let meant = [&*row.term.kind, &*row.term.start, &*row.term.due, &*row.term.rule].join(" ");
    if found != meant {
        faults.push(format!("reading: {found}, meant {meant}"));
    }
    faults
}

/// A date that is not the row's, and nobody is asked about it.
fn silently_wrong(read: &RowReading, row: &Row) -> bool {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let found = (day(read.reading.start), day(read.reading.due));
    let dated = found != (String::new(), String::new());
    dated && !read.needs_review() && found != (row.term.start.clone(), row.term.due.clone())
}

#[derive(Default)]
pub(crate) struct Score {
    pub(crate) rows: usize,
    pub(crate) right: usize,
    pub(crate) faults: Vec<String>,
    pub(crate) lies: usize,
}

impl Score {
    fn add(&mut self, (seed, layout): (u64, &str), map: &Map, (document, reading): &(String, RoadMapReading)) {
        self.rows += map.rows.len();
        if reading.rows.len() != map.rows.len() {
            self.faults.push(format!(
                "{layout} {seed}: {} rows, meant {} {:?}\n{document}\n{:?}",
                reading.rows.len(),
                map.rows.len(),
                map.shape,
                reading.rows.iter().map(|row| &row.activity).collect::<Vec<_>>()
            ));
        }
        // Rows are matched by place; after one too many or too few, the rest counts as wrong too.
        for (at, (read, row)) in reading.rows.iter().zip(&map.rows).enumerate() {
            let faults = faults(read, row, map.shape.mark);
            if faults.is_empty() {
                self.right += 1;
            } else {
                self.faults.push(format!("{layout} {seed} row {}: {faults:#?}\n{:?}\n{document}", at + 1, map.shape));
            }
            if reading.rows.len() == map.rows.len() && silently_wrong(read, row) {
                self.lies += 1;
                self.faults.push(format!("{layout} {seed} row {}: A WRONG DATE IN SILENCE\n{document}", at + 1));
            }
        }
    }
}

/// Reads so many maps in each layout.
pub(crate) fn survey(seeds: std::ops::Range<u64>) -> Vec<(&'static str, Score)> {
    let phrases = terms::all();
    let of_layout = |layout: &&'static str| {
        let mut score = Score::default();
        for seed in seeds.clone() {
            let mut dice = Dice(seed);
            let map = Map::draw(&mut dice, &phrases);
            score.add((seed, layout), &map, &read(layout, &map, &mut dice));
        }
        (*layout, score)
    };
    LAYOUTS.iter().map(of_layout).collect()
}

fn play(seeds: std::ops::Range<u64>) {
    for (layout, score) in survey(seeds) {
        let shown = score.faults.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("\n\n");
        eprintln!("{layout}: {} of {} rows right", score.right, score.rows);
        assert!(score.lies == 0, "{shown}");
        assert!(score.right * 1000 >= score.rows * 990, "{layout}: {} of {}\n{shown}", score.right, score.rows);
    }
}

#[test]
fn made_up_maps_are_read_as_they_are_meant() {
    play(0..60);
}

/// `cargo it -- --ignored thousands_of_made_up_maps`
#[test]
#[ignore = "takes minutes: run it when the reader changes"]
fn thousands_of_made_up_maps_are_read_as_they_are_meant() {
    play(1_000..4_000);
}
