//! Documents as other schools write them: no row lost, no wrong day, nothing asked that is plain.

mod tables;
mod texts;

use super::*;
use crate::domain::school_year::SchoolYear;

fn text(document: &str) -> RoadMapReading {
    read_text(document, SchoolYear(2026))
}

fn exact(rows: &[&[&str]]) -> RoadMapReading {
    let cells = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    read_grid(cells, SchoolYear(2026))
}

/// Stage, activity and term of each row.
fn rows(reading: &RoadMapReading) -> Vec<[&str; 3]> {
    reading.rows.iter().map(|row| [row.stage.as_str(), row.activity.as_str(), row.term_text.as_str()]).collect()
}

fn left_out(reading: &RoadMapReading) -> Vec<&str> {
    let texts = reading.notes.iter().filter_map(|note| match note {
        Remark::TextAfterTable(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}
