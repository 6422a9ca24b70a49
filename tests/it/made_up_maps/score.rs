//! What was read against what was meant.

use super::map::{Map, Row};
use super::{people, render};
use nastavnik::domain::people::Person;
use nastavnik::domain::roadmap::duty::Duty;
use nastavnik::domain::roadmap::read::{RoadMapReading, RowReading};

/// How a layout was read.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) maps: usize,
    pub(crate) rows: usize,
    pub(crate) right: usize,
    /// Rows that the curator is asked about, and those that should be.
    pub(crate) asked: usize,
    pub(crate) doubtful: usize,
    /// Dates that are wrong, and nobody is asked.
    pub(crate) lies: usize,
    pub(crate) faults: Vec<String>,
}

impl Score {
    /// Compares a reading with its map; `document` is shown where they differ.
    pub(crate) fn add(&mut self, name: &str, map: &Map, (document, reading): &(String, RoadMapReading)) {
        self.maps += 1;
        self.rows += map.rows.len();
        self.asked += reading.rows.iter().filter(|row| row.needs_review()).count();
        self.doubtful += map.rows.iter().filter(|row| row.term.doubtful).count();
        let staff = people::staff();
        let mut found = Vec::new();
        if reading.rows.len() != map.rows.len() {
            let activities: Vec<&str> = reading.rows.iter().map(|row| row.activity.as_str()).collect();
            found.push(format!("{} rows, meant {}: {activities:#?}", reading.rows.len(), map.rows.len()));
        }
        // Rows are matched by place; after one too many or too few, the rest counts as wrong too.
        for (at, (read, row)) in reading.rows.iter().zip(&map.rows).enumerate() {
            let faults = faults(read, row, map.shape.mark, &staff);
            self.right += usize::from(faults.is_empty());
            if !faults.is_empty() {
                found.push(format!("row {}: {faults:#?}", at + 1));
            }
            if reading.rows.len() == map.rows.len() && silently_wrong(read, row) {
                self.lies += 1;
                found.push(format!("row {}: A WRONG DATE IN SILENCE", at + 1));
            }
        }
        if !found.is_empty() {
            self.faults.push(format!("{name}: {}\n{:?}\n{document}", found.join("\n"), map.shape));
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "counts of rows")]
        let share = |count: usize| count as f64 * 100.0 / self.rows.max(1) as f64;
        write!(
            f,
            "{} maps, {} rows, {:.2} % right, {} silently wrong dates, {:.2} % asked about ({:.2} % doubtful)",
            self.maps,
            self.rows,
            share(self.right),
            self.lies,
            share(self.asked),
            share(self.doubtful)
        )
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
fn faults(read: &RowReading, row: &Row, mark: usize, staff: &[Person]) -> Vec<String> {
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
    same("people", &people.join(" | "), &row.people.each.join(" | "));
    same("result", &read.result, &row.result);
    if people.len() != row.people.each.len() {
        faults.push(format!("people: {people:?}, meant {:?}", row.people.each));
    }
    let named = Duty::of(&read.responsible, staff).persons;
    if named != row.people.named {
        faults.push(format!("of the staff: {named:?}, meant {:?} ({people:?})", row.people.named));
    }
    let (start, due) = days(read);
    let rule = read.reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default();
    let found = [read.reading.kind.code(), &start, &due, &rule].join(" ");
    let meant = [&*row.term.kind, &*row.term.start, &*row.term.due, &*row.term.rule].join(" ");
    if found != meant {
        faults.push(format!("reading: {found}, meant {meant}"));
    }
    if read.needs_review() != row.term.doubtful {
        faults.push(format!("asked: {:?}, doubtful: {}", read.question, row.term.doubtful));
    }
    faults
}

/// First and last day of a row's reading.
fn days(read: &RowReading) -> (String, String) {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    (day(read.reading.start), day(read.reading.due))
}

/// A date that is not the row's, and nobody is asked about it.
fn silently_wrong(read: &RowReading, row: &Row) -> bool {
    let found = days(read);
    let dated = found != (String::new(), String::new());
    dated && !read.needs_review() && found != (row.term.start.clone(), row.term.due.clone())
}
