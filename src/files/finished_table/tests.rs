//! Both files are read back: every cell is there, nothing becomes markup or a formula.

use super::*;
use crate::files::table::{Limits, read_table};
use roxmltree::{Document, Node};
use std::io::{Cursor, Read};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row(number: usize, activity: &str) -> Row {
    Row {
        number: number.to_string(),
        activity: activity.to_owned(),
        term: "до 30 сентября".to_owned(),
        responsible: "куратор\nСомова В. И.".to_owned(),
        state: "выполнено".to_owned(),
        actual: "28.09.2026".to_owned(),
        evidence: "Приказ № 45".to_owned(),
        ..Row::default()
    }
}

fn table(stages: Vec<Stage>) -> FinishedTable {
    let name = |text: &str| text.to_owned();
    let line = |text: &str| Line { text: text.to_owned(), is_caption: false };
    FinishedTable {
        title: name("Выполнение дорожной карты"),
        about: vec![name("МБОУ «СОШ № 1» & Co")],
        made: name("Составлено 21 ноября 2026 года"),
        totals: name("Выполнено 1 из 2"),
        columns: Columns {
            number: name("№"),
            activity: name("Мероприятие"),
            term: name("Срок"),
            responsible: name("Ответственные"),
            state: name("Состояние"),
            actual: name("Дата"),
            evidence: name("Подтверждение"),
        },
        stages,
        empty: name("Строк пока нет"),
        approval: vec![line("УТВЕРЖДАЮ")],
        signature: vec![line("Куратор ________")],
        dates: DatesSheet { name: name("Все сроки"), columns: vec![name("№"); 7], rows: Vec::new() },
    }
}

fn two_stages() -> FinishedTable {
    let odd = "=cmd|' /C calc'!A0 <b>\"Ким\" & Ко</b> OOO «Ёлка»\u{b}";
    table(vec![
        Stage {
            name: "Готовим основу".to_owned(), rows: vec![row(1, "Издать приказ"), row(2, odd)]
        },
        Stage { name: "Подводим итоги".to_owned(), rows: vec![row(3, "Провести встречу")] },
    ])
}

/// `word/document.xml` of a document.
fn markup(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn named<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The table's cells, row by row; paragraphs of a cell are parted by line feeds.
fn cells(markup: &str) -> Vec<Vec<String>> {
    let document = Document::parse(markup).unwrap();
    let text = |paragraph: Node| named(paragraph, "t").filter_map(|run| run.text()).collect::<String>();
    let cell = |cell: Node| named(cell, "p").map(text).collect::<Vec<_>>().join("\n");
    named(document.root(), "tr").map(|row| named(row, "tc").map(cell).collect()).collect()
}

#[test]
fn a_document_reads_back_with_its_rows_under_their_stages() {
    let markup = markup(&docx::write(&two_stages()).unwrap());
    let rows = cells(&markup);
    assert_eq!(rows[0], ["№", "Мероприятие", "Срок", "Ответственные", "Состояние", "Подтверждение"]);
    assert_eq!(rows[1], ["Готовим основу"]);
    assert_eq!(
        rows[2],
        ["1", "Издать приказ", "до 30 сентября", "куратор\nСомова В. И.", "выполнено\n28.09.2026", "Приказ № 45"]
    );
    assert_eq!(rows[3][1], "=cmd|' /C calc'!A0 <b>\"Ким\" & Ко</b> OOO «Ёлка»", "f45");
    assert_eq!(rows[4], ["Подводим итоги"]);
    assert_eq!(rows.len(), 6);
    assert!(markup.contains("УТВЕРЖДАЮ") && markup.contains("Куратор ________"));
}

#[test]
fn the_names_of_the_columns_stand_on_each_page_and_rows_stay_whole() {
    let mut long = two_stages();
    long.stages[0].rows[0].activity = "слово ".repeat(900);
    let markup = markup(&docx::write(&long).unwrap());
    assert_eq!(markup.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(markup.matches("<w:cantSplit/>").count(), 5, "all but the row that fits no page");
    assert!(markup.contains("w:orient=\"landscape\""));
}

#[test]
fn an_empty_road_map_says_so_in_both_files() {
    let empty = table(Vec::new());
    assert_eq!(cells(&markup(&docx::write(&empty).unwrap()))[1], ["Строк пока нет"]);
    let read = read_table("t.xlsx", &xlsx::write(&empty).unwrap(), Limits::default()).unwrap();
    assert!(read.iter().any(|row| row.first().is_some_and(|cell| cell == "Строк пока нет")), "{read:?}");
}

#[test]
fn f54_a_workbook_reads_back_and_no_text_becomes_a_formula() {
    let read = read_table("t.xlsx", &xlsx::write(&two_stages()).unwrap(), Limits::default()).unwrap();
    let header = read.iter().position(|row| row.first().is_some_and(|cell| cell == "№")).unwrap();
    assert_eq!(read[header][4..], ["Состояние", "Дата", "Подтверждение"]);
    assert_eq!(read[header + 1][0], "Готовим основу");
    assert_eq!(read[header + 2][1], "Издать приказ");
    assert_eq!(read[header + 2][5], "28.09.2026");
    assert!(read[header + 3][1].starts_with("'=cmd"), "{:?}", read[header + 3]);
    assert!(read.iter().any(|row| row.first().is_some_and(|cell| cell == "Выполнено 1 из 2")));
}

#[test]
fn dates_are_real_dates_on_their_own_sheet() {
    let mut dated = two_stages();
    dated.dates.rows = vec![DateRow {
        number: 1,
        stage: "Готовим основу".to_owned(),
        activity: "Издать приказ".to_owned(),
        last_day: day("2026-09-30"),
        state: "выполнено".to_owned(),
        done_on: Some(day("2026-09-28")),
        evidence: "Приказ № 45".to_owned(),
    }];
    let bytes = xlsx::write(&dated).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    archive.by_name("xl/worksheets/sheet2.xml").unwrap().read_to_string(&mut sheet).unwrap();
    // 30 September 2026 as Excel counts days.
    assert!(sheet.contains("<v>46295</v>") && sheet.contains("<v>46293</v>"), "{sheet}");
    assert!(sheet.contains("<autoFilter"));
}
