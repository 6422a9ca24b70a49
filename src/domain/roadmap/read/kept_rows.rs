//! Rows that look like something else and stay rows; and what is remarked on when they do not.

use super::*;
use crate::domain::school_year::SchoolYear;

fn map(table: &str) -> RoadMapReading {
    read_text(&format!("Дорожная карта\n\n{table}"), SchoolYear(2026))
}

fn exact(rows: &[&[&str]]) -> RoadMapReading {
    let cells = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    read_grid(cells, SchoolYear(2026))
}

fn activities(reading: &RoadMapReading) -> Vec<&str> {
    reading.rows.iter().map(|row| row.activity.as_str()).collect()
}

#[test]
fn a_row_whose_words_could_head_columns_stays_a_row() {
    let numbered = exact(&[
        &["№", "Мероприятие", "Срок", "Результат"],
        &["3", "Опрос", "май", "справка"],
        &["4", "Проведение мероприятий по обмену опытом", "В летний период", "Методические документы"],
        &["5", "Отчёт", "июнь", "отчёт"],
    ]);
    assert_eq!(activities(&numbered), ["Опрос", "Проведение мероприятий по обмену опытом", "Отчёт"]);
    let bare = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Опрос", "май", "куратор"],
        &["Проведение мероприятий по обмену опытом", "В течение периода", "Ответственные педагоги"],
        &["Мероприятия по плану школы", "Период каникул", "Ответственные педагоги"],
        &["Отчёт", "июнь", "куратор"],
    ]);
    let expected = ["Опрос", "Проведение мероприятий по обмену опытом", "Мероприятия по плану школы", "Отчёт"];
    assert_eq!(activities(&bare), expected);
    let torn = map("№\tМероприятие\tСрок\tОтветственный\n1\tОпрос\tмай\tкуратор\n\
         2\tПроведение мероприятий\tВ течение периода\tОтветственные педагоги\n3\tОтчёт\tиюнь\tкуратор\n");
    assert_eq!(activities(&torn), ["Опрос", "Проведение мероприятий", "Отчёт"]);
}

#[test]
fn headings_on_each_page_and_of_second_tables_are_no_rows() {
    let again = exact(&[
        &["№ п/п", "Мероприятие", "Срок", "Ответственный"],
        &["1", "Опрос", "май", "куратор"],
        &["№", "Мероприятие", "Срок ", "ОТВЕТСТВЕННЫЙ"],
        &["2", "Отчёт", "июнь", "куратор"],
        &["№", "Mероприятия", "Cроки", "Oтветственные"],
        &["3", "Семинар", "июнь", "куратор"],
    ]);
    assert_eq!(activities(&again), ["Опрос", "Отчёт", "Семинар"]);
    let other = exact(&[
        &["№", "Мероприятие", "Срок", "Ответственный"],
        &["1", "Опрос", "май", "куратор"],
        &["№", "Сроки проведения", "Содержание работы", "Исполнители"],
        &["1", "июнь", "Отчёт", "директор"],
        &["Раздел 3"],
        &["Наименование мероприятия", "Период реализации", "Ответственные исполнители", "Ожидаемый результат"],
        &["Семинар", "октябрь", "методист", "справка"],
    ]);
    assert_eq!(activities(&other), ["Опрос", "Отчёт", "Семинар"]);
    assert_eq!(other.rows[1].term_text, "июнь");
    assert_eq!(other.rows[2].result, "справка");
}

#[test]
fn a_lone_activity_taken_for_a_stage_is_remarked_on() {
    let reading = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Опрос", "май", "куратор"],
        &["Круглый стол", "", ""],
        &["Отчёт", "июнь", "куратор"],
    ]);
    let said = reading.notes.iter().filter(|note| format!("{note:?}").contains("Круглый стол")).count();
    assert_eq!((reading.rows.len(), said), (2, 1), "{:?}", reading.notes);
    let named = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Раздел 1. Начало", "", ""],
        &["Опрос", "май", "куратор"],
        &["**Итоги**", "", ""],
        &["Отчёт", "июнь", "куратор"],
    ]);
    assert_eq!((named.rows.len(), named.notes.len()), (2, 0), "{:?}", named.notes);
}

#[test]
fn a_name_below_which_nothing_follows_is_not_lost() {
    let reading = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Опрос", "май", "куратор"],
        &["Круглый стол выпускников", "", ""],
    ]);
    let said = reading.notes.iter().any(|note| format!("{note:?}").contains("Круглый стол"));
    assert!(said || reading.rows.len() == 2, "{reading:?}");
}

#[test]
fn a_title_of_another_year_is_remarked_on_whoever_fixed_the_year() {
    let document = "Дорожная карта на 2024–2025 учебный год\n\n\
        №\tМероприятие\tСрок\tОтветственный\n1\tОпрос\tмай\tкуратор\n";
    let fixed = read_text(document, PlanYear::Fixed(SchoolYear(2023)));
    assert_eq!((fixed.year, fixed.rows[0].reading.due.unwrap().to_string().as_str()), (SchoolYear(2023), "2024-05-31"));
    assert_eq!(fixed.notes, [Remark::ReadForAnotherYear { of: SchoolYear(2024), read_for: SchoolYear(2023) }]);
    let same = read_text(document, PlanYear::Fixed(SchoolYear(2024)));
    assert_eq!(same.notes, []);
}

#[test]
fn what_a_sheet_says_below_its_table_is_no_stage() {
    let reading = exact(&[
        &["№", "Мероприятие", "Срок"],
        &["1", "Опрос", "май"],
        &["Согласовано на педсовете", "", ""],
        &["Заместитель директора", "", ""],
    ]);
    let texts = reading.notes.iter().filter(|note| matches!(note, Remark::TextAfterTable(_))).count();
    assert_eq!((activities(&reading), texts), (vec!["Опрос"], 2), "{:?}", reading.notes);
}
