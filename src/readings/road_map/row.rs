//! One row as JSON.

use crate::domain::roadmap::read::{RowQuestion, RowReading};
use crate::text::{Locale, label};
use chrono::NaiveDate;
use serde::Serialize;

/// A row as it is printed; the order of the keys is part of the format.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    stage: &'a str,
    activity: String,
    term_text: &'a str,
    term_kind: &'static str,
    start: String,
    due: String,
    recurrence: String,
    responsible: Vec<&'a str>,
    result: &'a str,
    needs_review: bool,
    question: String,
}

impl<'a> Row<'a> {
    pub(super) fn of(locale: Locale, row: &'a RowReading) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let reading = &row.reading;
        Self {
            stage: &row.stage,
            activity: activity(row),
            term_text: &row.term_text,
            term_kind: reading.kind.code(),
            start: day(reading.start),
            due: day(reading.due),
            recurrence: reading.recurrence.map(|rule| rule.to_string()).unwrap_or_default(),
            responsible: row.responsible.iter().map(|one| one.text.as_str()).collect(),
            result: &row.result,
            needs_review: row.needs_review(),
            question: row.question.map(|asked| question(locale, asked)).unwrap_or_default(),
        }
    }
}

/// The activity with its sub-items, each in a line: a table with a column of contents keeps them apart.
fn activity(row: &RowReading) -> String {
    if ends_with_its_items(&row.activity, &row.items) {
        return row.activity.clone();
    }
    let lead = row.activity.trim_end_matches([':', '.', ' ']);
    format!("{lead}:\n{}", row.items.join("\n"))
}

/// Whether the cell itself holds the sub-items: whole, one after another, up to its end. Signs and spaces do not count.
fn ends_with_its_items(activity: &str, items: &[String]) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let cell = letters(activity);
    let mut rest = cell.as_str();
    let whole = items.iter().all(|item| {
        let found = rest.split_once(&letters(item));
        rest = found.map_or(rest, |(_, after)| after);
        found.is_some()
    });
    whole && (items.is_empty() || rest.is_empty())
}

/// What to ask the curator about a row.
pub(super) fn question(locale: Locale, asked: RowQuestion) -> String {
    let key = if let RowQuestion::Term(doubt) = asked {
        format!("road-map-doubt-{doubt}")
    } else {
        format!("reading-question-{}", asked.code())
    };
    label(locale, &key, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::read::read_grid;
    use crate::domain::school_year::SchoolYear;

    fn printed(cells: &[&[&str]]) -> Vec<String> {
        let cells = cells.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        read_grid(cells, SchoolYear(2026)).rows.iter().map(activity).collect()
    }

    #[test]
    fn a_sub_item_that_begins_like_its_activity_is_printed() {
        let rows = printed(&[
            &["Мероприятие", "Содержание", "Срок"],
            &["Проведение семинаров для наставников", "Проведение семинаров для молодых педагогов", "май"],
            &["Проведение семинаров для наставников", "Проведение семинаров", "май"],
        ]);
        assert_eq!(
            rows,
            [
                "Проведение семинаров для наставников:\nПроведение семинаров для молодых педагогов",
                "Проведение семинаров для наставников:\nПроведение семинаров",
            ]
        );
    }

    #[test]
    fn the_sub_items_of_the_activitys_own_cell_are_printed_once() {
        let cells = [
            "Обучение: 1) курс; 2) семинар.",
            "Подготовка:\n- приказ;\n- положение (Приложение 1);\n- план",
            "1. Сбор анкет.\nПриложение 2\n2. Анализ анкет.",
        ];
        for cell in cells {
            let rows = printed(&[&["Мероприятие", "Срок"], &[cell, "май"]]);
            let words = |text: &str| {
                text.matches("план").count() + text.matches("семинар").count() + text.matches("Анализ").count()
            };
            assert_eq!(words(&rows[0]), words(cell), "{rows:?}");
        }
    }
}
