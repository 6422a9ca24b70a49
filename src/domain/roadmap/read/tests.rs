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

/// Where the sections stand in lines of their own, a name needs no word for it; a paragraph that breaks out of its cell
/// stands above no row.
#[test]
fn a_name_alone_is_a_section_where_all_sections_stand_so() {
    let heading = "№\tМероприятие\tСрок\tОтветственный\tИтог\n";
    let rows = |middle: &str| {
        format!(
            "{heading}Работа с кадрами\n1\tОпрос\tмай\tкуратор\tСправка\n{middle}2\tБеседы\tиюнь\tкуратор\tПротокол\n"
        )
    };
    let stages = |text: &str| -> Vec<(String, String)> {
        read_text(text, SchoolYear(2023)).rows.into_iter().map(|row| (row.stage, row.result)).collect()
    };
    let pair = |stage: &str, result: &str| (stage.to_owned(), result.to_owned());
    assert_eq!(
        stages(&rows("Обучение наставников\n")),
        [pair("Работа с кадрами", "Справка"), pair("Обучение наставников", "Протокол")]
    );
    assert_eq!(
        stages(&rows("Приказ о парах\nСписок пар\n")),
        [pair("Работа с кадрами", "Справка Приказ о парах Список пар"), pair("Работа с кадрами", "Протокол")]
    );
    assert_eq!(
        stages(&rows("Приказ о парах.\n")),
        [pair("Работа с кадрами", "Справка Приказ о парах."), pair("Работа с кадрами", "Протокол")]
    );
}

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

/// What stands under a common heading is read, also where the heading comes again on the next page.
#[test]
fn a_heading_of_two_rows_names_its_columns_in_the_second() {
    let upper: &[&str] = &["№", "Мероприятие", "Исполнение", "", "Итог"];
    let merged: &[&str] = &["№", "Мероприятие", "Срок", "Ответственный", "Итог"];
    let empty: &[&str] = &["", "", "Срок", "Ответственный", ""];
    for lower in [merged, empty] {
        let grid = [
            upper,
            lower,
            &["1", "Опрос", "май", "куратор", "Справка"],
            &["Продолжение таблицы 1"],
            upper,
            lower,
            &["2", "Беседы", "июнь", "директор", "Протокол"],
        ];
        let reading = read_grid(cells(&grid), SchoolYear(2023));
        let found: Vec<_> = reading
            .rows
            .iter()
            .map(|row| (row.term_text.as_str(), row.stage.as_str(), row.responsible_text.as_str()))
            .collect();
        assert_eq!(found, [("май", "", "куратор"), ("июнь", "", "директор")], "{lower:?}");
    }
}

/// Of the upper row only one column is known: it is neither a row nor the name of a section.
#[test]
fn the_upper_row_of_a_heading_is_no_row() {
    let upper: &[&str] = &["Мероприятие", "Исполнение", ""];
    let lower: &[&str] = &["Мероприятие", "Срок", "Ответственный"];
    let grid = [
        &["План работы"][..],
        &["Подготовка"],
        upper,
        lower,
        &["Опрос", "май", "куратор"],
        &["Обучение"],
        upper,
        lower,
        &["Беседы", "июнь", "директор"],
    ];
    let reading = read_grid(cells(&grid), SchoolYear(2023));
    let found: Vec<_> = reading.rows.iter().map(|row| (row.stage.as_str(), row.activity.as_str())).collect();
    assert_eq!((found, reading.title.as_str()), (vec![("Подготовка", "Опрос"), ("Обучение", "Беседы")], "План работы"));
}

#[test]
fn a_list_in_a_row_without_a_term_is_no_section() {
    let reading =
        read_text("Мероприятие\tСрок\nНазначить куратора: 1) приказ; 2) список;\t\nОпрос\tмай\n", SchoolYear(2023));
    assert_eq!(reading.rows.iter().map(|row| row.items.len()).collect::<Vec<_>>(), [2, 0]);
}

/// A table of another width on the same sheet leaves an empty column beside this one.
#[test]
fn a_name_in_all_columns_is_a_section_on_a_wider_sheet() {
    let grid = [
        &["Срок", "Ответственный", "Мероприятие", ""][..],
        &["Итоги", "Итоги", "Итоги", ""],
        &["май", "куратор", "Опрос", ""],
    ];
    let reading = read_grid(cells(&grid), SchoolYear(2023));
    assert_eq!(reading.rows.iter().map(|row| row.stage.as_str()).collect::<Vec<_>>(), ["Итоги"]);
}
