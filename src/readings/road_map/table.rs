//! The rows for eyes, with the questions and the remarks below them.

use super::RoadMap;
use super::asked::{questions, remarks};
use crate::domain::roadmap::read::RowReading;
use crate::label;
use crate::readings::terms::table::{Row, days, print as print_columns, shown};
use crate::text::Locale;
use std::io::Write;

pub(super) fn print(locale: Locale, road_map: &RoadMap, output: &mut impl Write) -> std::io::Result<()> {
    let reading = &road_map.reading;
    if !reading.title.is_empty() {
        writeln!(output, "{}", reading.title)?;
    }
    let asked = questions(locale, road_map);
    let (year, rows) = (reading.year.to_string(), reading.rows.len());
    writeln!(output, "{}\n", label!(locale, "reading-summary", year = year, rows = rows, questions = asked.len()))?;
    let heading = [
        label!(locale, "reading-row"),
        label!(locale, "reading-activity"),
        label!(locale, "reading-phrase"),
        label!(locale, "reading-days"),
        label!(locale, "reading-responsible"),
    ];
    let rows = reading.rows.iter().enumerate().map(|(at, row)| columns(locale, at + 1, row));
    print_columns(&std::iter::once(heading).chain(rows).collect::<Vec<_>>(), output)?;
    list(&label!(locale, "reading-questions"), asked.into_iter().map(|one| one.words), output)?;
    list(&label!(locale, "reading-remarks"), remarks(locale, road_map).into_iter(), output)
}

fn columns(locale: Locale, number: usize, row: &RowReading) -> Row {
    let responsible: Vec<&str> = row.responsible.iter().map(|one| one.text.as_str()).collect();
    [number.to_string(), shown(&row.heading), shown(&row.term_text), days(locale, &row.reading), responsible.join(", ")]
}

fn list(title: &str, lines: impl Iterator<Item = String>, output: &mut impl Write) -> std::io::Result<()> {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        writeln!(output, "\n{title}")?;
    }
    lines.try_for_each(|line| writeln!(output, "  {line}"))
}
