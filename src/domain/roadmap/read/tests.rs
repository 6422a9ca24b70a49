//! Whole documents: our own in each layout, and the real ones where they are at hand.

use super::*;
use std::fmt::Write;
use std::path::Path;

/// A reading as a table of what must not change; not the documents' prose.
fn golden(reading: &RoadMapReading) -> String {
    let mut out = format!("{} · {} rows\n", reading.year, reading.rows.len());
    for row in &reading.rows {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let roles: Vec<&str> = row.responsible.iter().map(|one| one.role.map_or("?", |role| role.code())).collect();
        let rule = row.reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default();
        let question = row.question.map_or("", RowQuestion::code);
        let term = format!("{} | {}..{} | {rule}", row.reading.kind, day(row.reading.start), day(row.reading.due));
        let people = roles.join(" ");
        let line = format!(
            "{} | stage {} | {} items | {} | {term} | {people} | {question}",
            row.number,
            row.stage_number,
            row.items.len(),
            row.term_text
        );
        writeln!(out, "{}", line.trim_end()).unwrap();
    }
    out
}

/// The same with the texts, for documents of our own.
fn in_full(document: &str) -> String {
    let reading = read_text(document, SchoolYear(2026));
    let mut out = format!("{}\n{}", reading.title, golden(&reading));
    for row in &reading.rows {
        writeln!(out, "\n{} · {} · {}\n  {}", row.number, row.stage, row.heading, row.activity).unwrap();
        for item in &row.items {
            writeln!(out, "  [ ] {item}").unwrap();
        }
        let people: Vec<&str> = row.responsible.iter().map(|one| one.text.as_str()).collect();
        writeln!(out, "  {} → {}", people.join(" + "), row.result).unwrap();
    }
    for note in &reading.notes {
        writeln!(out, "{note:?}").unwrap();
    }
    out
}

macro_rules! documents {
    ($($name:ident: $file:literal),+ $(,)?) => {$(
        #[test]
        fn $name() {
            let document = include_str!(concat!("../../../../tests/data/roadmaps/", $file));
            insta::with_settings!({ snapshot_path => "../../../../tests/data/roadmaps", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(stringify!($name), in_full(document));
            });
        }
    )+};
}

documents! {
    tabs_with_page_breaks: "tabs.txt",
    cells_one_under_another: "vertical.txt",
    a_markdown_table: "markdown.txt",
    a_table_with_semicolons: "semicolons.csv",
    activities_under_merged_stages: "stages.txt",
    numbered_text_without_columns: "numbered.txt",
    a_plain_list_with_terms: "list.txt",
    columns_kept_apart_by_spaces: "columns.txt",
    rows_broken_in_their_first_cell: "broken_cells.txt",
    numbers_of_two_levels: "levels.txt",
    cells_wrapped_over_lines: "wrapped.txt",
    a_table_without_a_heading: "no_heading.txt",
    months_in_the_first_column: "months_first.txt",
    a_table_for_each_section: "several_tables.txt",
    paragraphs_inside_cells: "paragraphs.txt",
    a_list_with_labels_below_each_item: "labels.txt",
}

/// The five real road maps lie beside the repository, not in it.
#[test]
fn the_real_road_maps_are_read_without_losing_a_row() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("SKIPPED: the real road maps are not here ({}), they were NOT checked", folder.display());
        return;
    };
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), 5);
    for file in files {
        let document = std::fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({ snapshot_path => "../../../../tests/data/roadmaps", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("real_{name}"), golden(&read_text(&document, SchoolYear(2022))));
        });
    }
}

#[test]
fn a_stage_alone_in_a_line_is_no_part_of_the_row_above() {
    let text = "№\tМероприятие\tСрок\tОтветственный\tИтог\nОрганизационный этап\n\
        1\tОпрос педагогов\tмай\tкуратор\tСправка\nДиагностический этап\n\
        2\tБеседы\tиюнь\tкуратор\tПротокол\nСоздан раздел на сайте\nРаздел 3. Работа с кадрами\n\
        3\tСеминар\tиюль\tкуратор\tОтчёт\n";
    let reading = read_text(text, SchoolYear(2023));
    let found: Vec<_> = reading.rows.iter().map(|row| (row.stage.as_str(), row.result.as_str())).collect();
    let meant = [
        ("Организационный этап", "Справка"),
        ("Диагностический этап", "Протокол Создан раздел на сайте"),
        ("Раздел 3. Работа с кадрами", "Отчёт"),
    ];
    assert_eq!(found, meant);
}
