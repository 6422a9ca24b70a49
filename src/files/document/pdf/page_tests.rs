//! Tables over several pages: cut rows, repeated headings, columns printed apart.

use super::*;
use crate::domain::roadmap::document::PAGE_BREAK;
use crate::domain::roadmap::read::{Remark, RoadMapReading};
use crate::domain::school_year::SchoolYear;
use crate::files::document::read_document;
use drawn::{COLUMNS, book, table};

fn fixture(name: &str) -> Document {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/documents").join(name);
    read_document(name, &std::fs::read(path).unwrap()).unwrap().document
}

fn grid(contents: &[String]) -> Vec<Vec<String>> {
    drawn::grid(&book(contents))
}

const HEADING: (u32, &[&str]) = (1, &["Activity", "Term", "Responsible"]);
const ABOVE: [(u32, &[&str]); 4] = [
    HEADING,
    (2, &["Meet the new colleagues and/show them the school", "September", "Curator"]),
    (1, &["Visit lessons", "October", "Mentors"]),
    (1, &["Write a report", "May", "Director"]),
];

/// Whether the rows are those of the fixtures: each ends with its number, and has its term and its people.
fn whole(read: &RoadMapReading) {
    let seen: Vec<String> = read
        .rows
        .iter()
        .map(|row| format!("{} | {} | {} | {}", row.number, row.activity, row.term_text, row.responsible_text))
        .collect();
    assert_eq!(read.rows.len(), 12, "{seen:#?}");
    for (row, number) in read.rows.iter().zip(1..) {
        assert!(row.activity.ends_with(&format!("({number})")), "{seen:#?}");
        assert!(!row.needs_review() && !row.responsible.is_empty(), "{seen:#?}");
        assert!(row.responsible.iter().all(|one| one.role.is_some()), "{seen:#?}");
    }
}

#[test]
fn rows_that_the_end_of_a_page_cuts_are_whole() {
    for name in ["razryv.pdf", "razryv-bez-nomerov.pdf"] {
        let read = fixture(name).read(SchoolYear(2026));
        whole(&read);
        assert!(read.notes.iter().any(|note| matches!(note, Remark::Continued(_))), "{:?}", read.notes);
        assert!(!read.notes.iter().any(|note| matches!(note, Remark::MayBeRest(_))), "{:?}", read.notes);
    }
}

#[test]
fn a_table_without_lines_is_read_from_its_columns() {
    for name in ["bez-linij.pdf", "bez-linij-i-nomerov.pdf"] {
        whole(&fixture(name).read(SchoolYear(2026)));
    }
}

#[test]
fn a_sheet_that_is_wider_than_the_paper_is_put_together() {
    let read = fixture("shirokij-list.pdf").read(SchoolYear(2026));
    whole(&read);
    assert!(read.rows.iter().all(|row| row.result == "Справка"), "{read:#?}");
}

#[test]
fn the_rest_of_a_row_joins_it_over_the_repeated_heading() {
    let cut: (u32, &[&str]) =
        (2, &["Hold a day of open classrooms for the/whole town, all of its schools and the", "April", "Mentors,"]);
    let rest: (u32, &[&str]) = (1, &["neighbours and parents", "", "curator"]);
    let above: Vec<_> = ABOVE.into_iter().chain([cut]).collect();
    let rows = grid(&[table(&COLUMNS, &above), table(&COLUMNS, &[HEADING, rest, ABOVE[2]])]);
    let joined =
        "Hold a day of open classrooms for the\nwhole town, all of its schools and the\n\u{c}neighbours and parents";
    assert_eq!(rows[4..], [HEADING.1, &[joined, "April", "Mentors,\n\u{c}curator"], ABOVE[2].1]);
}

#[test]
fn a_row_over_three_pages_is_one_row() {
    let cut: (u32, &[&str]) = (1, &["Hold a day of open classrooms for the", "April", "Mentors,"]);
    let more: (u32, &[&str]) = (1, &["whole town and for all of its nearest", "", ""]);
    let rest: (u32, &[&str]) = (1, &["neighbours", "", ""]);
    let above: Vec<_> = ABOVE.into_iter().chain([cut]).collect();
    let rows = grid(&[table(&COLUMNS, &above), table(&COLUMNS, &[HEADING, more]), table(&COLUMNS, &[HEADING, rest])]);
    let joined = format!("{}\n{PAGE_BREAK}{}\n{PAGE_BREAK}{}", cut.1[0], more.1[0], rest.1[0]);
    assert_eq!(rows.last().unwrap(), &[joined.as_str(), "April", "Mentors,"]);
}

#[test]
fn a_row_below_a_cell_with_room_is_a_row() {
    let last: (u32, &[&str]) = (5, &["Ask", "April", "Mentors"]);
    let above: Vec<_> = ABOVE.into_iter().chain([last]).collect();
    let rows = grid(&[table(&COLUMNS, &above), table(&COLUMNS, &[HEADING, (1, &["and write", "", "Curator"])])]);
    assert_eq!(rows[4], last.1);
    assert_eq!(rows[6], ["and write", "", "Curator"]);
}

#[test]
fn a_row_that_may_be_the_rest_of_another_says_so() {
    let last: (u32, &[&str]) =
        (1, &["Open the classrooms to neighbours and all", "April", "Mentors of the whole town"]);
    let above: Vec<_> = ABOVE.into_iter().chain([last]).collect();
    let next: (u32, &[&str]) = (1, &["Parents of the school", "", "Director"]);
    let rows = grid(&[table(&COLUMNS, &above), table(&COLUMNS, &[HEADING, next])]);
    assert_eq!(rows[4], last.1);
    assert_eq!(rows[6], [format!("{PAGE_BREAK}Parents of the school").as_str(), "", "Director"]);
}

#[test]
fn columns_on_another_page_whose_rows_do_not_meet_are_refused() {
    let rows: Vec<Vec<String>> = (1..9).map(|nth| vec![nth.to_string(), format!("Activity {nth}")]).collect();
    let left: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let left: Vec<(u32, &[&str])> = left.iter().map(|row| (1, row.as_slice())).collect();
    let names: (u32, &[&str]) = (1, &["No", "Nn"]);
    let first: Vec<_> = [names].into_iter().chain(left).collect();
    let other: Vec<(u32, &[&str])> = first.iter().map(|(_, cells)| (2, *cells)).collect();
    let pages = [table(&[50, 80, 400], &first), table(&[50, 200, 300], &other)];
    let read = read_document("plan.pdf", &book(&pages)).map(|read| read.document);
    assert_eq!(read, Err(DocumentProblem::ColumnsApart));
    let level = [table(&[50, 80, 400], &first), table(&[50, 200, 300], &first)];
    assert_eq!(grid(&level)[1], ["1", "Activity 1", "1", "Activity 1"]);
}
