//! Made-up road maps are read as they were meant, in every layout.

use super::made_up::*;
use super::*;
use proptest::prelude::*;

/// Compares what was read with what was meant.
fn same(document: &str, rows: &[Truth]) -> Result<(), TestCaseError> {
    let read = read_text(document, SchoolYear(2026));
    prop_assert_eq!(&read.title, TITLE);
    prop_assert_eq!(read.rows.len(), rows.len(), "{}", document);
    for ((row, truth), n) in read.rows.iter().zip(rows).zip(1..) {
        prop_assert_eq!(&row.number, &n.to_string());
        prop_assert!(row.activity.starts_with(&truth.activity), "{} / {}", row.activity, document);
        prop_assert_eq!(&row.items, &truth.items, "{}", document);
        prop_assert_eq!(&row.term_text, &truth.term, "{}", document);
        prop_assert!(!row.needs_review(), "{}", row.term_text);
        prop_assert_eq!(&row.result, &truth.result, "{}", document);
        prop_assert!(
            !row.responsible.is_empty() && row.responsible.iter().all(|one| one.role.is_some()),
            "{}",
            document
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_row_is_lost_between_tabs(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&tabs(&shape.rows(&rows)), &rows)?;
    }

    #[test]
    fn page_breaks_inside_cells_are_mended(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        let activity = shape.columns.iter().position(|column| *column == 1).unwrap();
        same(&broken_tabs(&shape.rows(&rows), activity), &rows)?;
    }

    #[test]
    fn no_row_is_lost_between_strokes(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&markdown(&shape.rows(&rows)), &rows)?;
    }

    #[test]
    fn no_row_is_lost_between_semicolons_or_commas(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&csv(&shape.rows(&rows), ';'), &rows)?;
        same(&csv(&shape.rows(&rows), ','), &rows)?;
    }

    #[test]
    fn no_row_is_lost_cell_under_cell(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&vertical(&shape.rows(&rows)), &rows)?;
    }

    #[test]
    fn no_row_is_lost_in_numbered_text(rows in prop::collection::vec(truth(), 1..9)) {
        same(&numbered(&rows), &rows)?;
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "(\\PC|[\t\n|;.1-9а-я]){0,200}") {
        read_text(&text, SchoolYear(2026));
    }

    #[test]
    fn a_damaged_document_is_read_without_a_panic(rows in prop::collection::vec(truth(), 1..5), shape in shape(), at in 0..2000_usize, sign in "[\t\n|;\"()]") {
        let mut text: Vec<char> = tabs(&shape.rows(&rows)).chars().collect();
        let at = at % text.len();
        text.splice(at..at, sign.chars());
        let text: String = text.into_iter().collect();
        read_text(&text, SchoolYear(2026));
    }
}

#[test]
fn a_grid_of_cells_is_read_like_a_text() {
    let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let read = read_grid(
        vec![
            cells(&["План"]),
            cells(&["Этап", "Мероприятие", "Срок"]),
            cells(&["Начало", "Приказ", "май"]),
            cells(&["", "Список", "июнь"]),
        ],
        SchoolYear(2026),
    );
    assert_eq!(read.rows.len(), 2);
    assert_eq!((read.rows[1].stage.as_str(), read.rows[1].stage_number), ("Начало", 1));
}

#[test]
fn a_document_without_rows_says_so() {
    for text in ["", "Просто письмо без плана", "\t\t\t\n\n", "№;Мероприятие;Срок\n"]
    {
        let read = read_text(text, SchoolYear(2026));
        assert!(read.rows.is_empty() && read.notes.contains(&Remark::NoRows), "{text}");
    }
}

/// Brackets, signs and broken words without end exhaust neither the stack nor the patience.
#[test]
fn long_hostile_texts_are_read_to_the_end() {
    let table = "№\tМероприятие\tСрок\n";
    for piece in ["- а; ", "1) а ", "участник\n", "(", "\t", "1.\n", "|", "настав-\n", "\"\n"] {
        for text in [piece.repeat(4_000), format!("{table}1.\t{}\tмай\n", piece.repeat(4_000))] {
            assert!(read_text(&text, SchoolYear(2026)).rows.len() <= 4_000, "{piece}");
        }
    }
}

/// What no school sends is cut, said so, and read in passing.
#[test]
fn too_much_is_cut_and_said() {
    let table = "№\tМероприятие\tСрок\n";
    let year = SchoolYear(2026);
    let cell = read_text(&format!("{table}1.\t{}\tмай\n", "наставник - ".repeat(400_000)), year);
    assert!(cell.notes.contains(&Remark::Cut(Limit::Cell)) && cell.rows.len() == 1);
    let lines = read_text(&format!("{table}{}", "а\n".repeat(100_000)), year);
    assert!(lines.notes.contains(&Remark::Cut(Limit::Lines)));
    let wide = read_text(&format!("{}{}", table.trim_end(), "\tещё".repeat(10_000)), year);
    assert!(wide.rows.is_empty() && wide.notes.contains(&Remark::NoRows));
    let text = |text: &str| text.to_owned();
    let head = vec![text("Мероприятие"), text("Срок")];
    let rows = std::iter::once(head).chain((0..6_000).map(|_| vec![text("Опрос"), text("май")]));
    let rows = read_grid(rows.collect(), year);
    assert!(rows.notes.contains(&Remark::Cut(Limit::Rows)) && rows.rows.len() == 4_999);
    let columns = read_grid(vec![vec![text("Срок"); 10_000], vec![text("май"); 10_000]], year);
    assert!(columns.notes.contains(&Remark::Cut(Limit::Columns)));
}
