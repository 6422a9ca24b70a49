//! The rows for eyes, with the questions and the remarks below them.

use super::row::question;
use crate::domain::roadmap::read::{Remark, RoadMapReading, RowReading};
use crate::label;
use crate::readings::terms::table::{Row, days, print as print_columns, shown};
use crate::text::{Locale, Markup, road_map_remarks};
use std::io::Write;

/// Row numbers that a remark lists; the rest are dots.
const LISTED: usize = 12;

pub(super) fn print(
    locale: Locale,
    reading: &RoadMapReading,
    left_out: (&[String], usize),
    output: &mut impl Write,
) -> std::io::Result<()> {
    if !reading.title.is_empty() {
        writeln!(output, "{}", reading.title)?;
    }
    let asked = reading.rows.iter().filter(|row| row.needs_review()).count();
    let (year, rows) = (reading.year.to_string(), reading.rows.len());
    writeln!(output, "{}\n", label!(locale, "reading-summary", year = year, rows = rows, questions = asked))?;
    let heading = [
        label!(locale, "reading-row"),
        label!(locale, "reading-activity"),
        label!(locale, "reading-phrase"),
        label!(locale, "reading-days"),
        label!(locale, "reading-responsible"),
    ];
    let rows = reading.rows.iter().enumerate().map(|(at, row)| columns(locale, at + 1, row));
    print_columns(&std::iter::once(heading).chain(rows).collect::<Vec<_>>(), output)?;
    let questions = reading.rows.iter().enumerate().filter_map(|(at, row)| {
        let asked = question(locale, row.question?);
        Some(label!(locale, "reading-question-line", row = at + 1, heading = shown(&row.heading), question = asked))
    });
    list(&label!(locale, "reading-questions"), questions, output)?;
    list(&label!(locale, "reading-remarks"), remarks(locale, reading, left_out).into_iter(), output)
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

/// What the reader did on the way and what it left out, a sentence each.
pub(super) fn remarks(locale: Locale, reading: &RoadMapReading, (left_out, nested): (&[String], usize)) -> Vec<String> {
    let mut said = Vec::new();
    if !left_out.is_empty() {
        said.push(label!(locale, "reading-left-out", sheets = left_out.join(", ")));
    }
    if nested > 0 {
        said.push(label!(locale, "reading-nested", count = nested));
    }
    let (short, long): (Vec<&Remark>, Vec<&Remark>) = reading.notes.iter().partition(|remark| is_short(remark));
    for remark in &short {
        said.extend(about_a_text(locale, remark));
    }
    let long: Vec<Remark> = long.into_iter().cloned().collect();
    said.extend(road_map_remarks(locale, &long).iter().map(Markup::as_plain));
    let rows = |fits: fn(&Remark) -> Option<usize>| -> Option<String> {
        let numbers: Vec<usize> = short.iter().filter_map(|remark| fits(remark)).map(|row| row + 1).collect();
        let dots = if numbers.len() > LISTED { "…" } else { "" };
        let listed: Vec<String> = numbers.iter().take(LISTED).map(ToString::to_string).collect();
        (!numbers.is_empty()).then(|| format!("{}{dots}", listed.join(", ")))
    };
    let continued = rows(|remark| if let Remark::Continued(row) = remark { Some(*row) } else { None });
    said.extend(continued.map(|rows| label!(locale, "reading-continued", rows = rows)));
    let rest = rows(|remark| if let Remark::MayBeRest(row) = remark { Some(*row) } else { None });
    said.extend(rest.map(|rows| label!(locale, "reading-may-be-rest", rows = rows)));
    let no_term = rows(|remark| if let Remark::NoTerm(row) = remark { Some(*row) } else { None });
    said.extend(no_term.map(|rows| label!(locale, "reading-no-term", rows = rows)));
    let nobody = rows(|remark| if let Remark::NoResponsible(row) = remark { Some(*row) } else { None });
    said.extend(nobody.map(|rows| label!(locale, "reading-no-responsible", rows = rows)));
    said
}

/// Whether a remark has a short sentence of its own here; the others are said as in the chat. A new remark has to be
/// put on one side or the other: none goes unsaid.
fn is_short(remark: &Remark) -> bool {
    match remark {
        Remark::NoTable
        | Remark::YearTaken(_)
        | Remark::TitleYearDiffers(_)
        | Remark::TextAfterTable(_)
        | Remark::UnknownResponsible(..)
        | Remark::Continued(_)
        | Remark::MayBeRest(_)
        | Remark::NoTerm(_)
        | Remark::NoResponsible(_) => true,
        Remark::Noise(_)
        | Remark::TermInherited(_)
        | Remark::ResponsibleInherited(_)
        | Remark::NoRows
        | Remark::TableLeftOut(_)
        | Remark::TakenAsStage(_)
        | Remark::Cut(_)
        | Remark::TitleYearsLonger { .. }
        | Remark::DayOff { .. }
        | Remark::OrderTooEarly { .. }
        | Remark::Repeated { .. } => false,
    }
}

fn about_a_text(locale: Locale, remark: &Remark) -> Option<String> {
    Some(match remark {
        Remark::NoTable => label!(locale, "reading-no-table"),
        Remark::YearTaken(year) => label!(locale, "reading-year-taken", year = year.to_string()),
        Remark::TitleYearDiffers(year) => label!(locale, "reading-title-year", year = year.to_string()),
        Remark::TextAfterTable(text) => label!(locale, "reading-text-after", text = shown(text)),
        Remark::UnknownResponsible(row, name) => {
            label!(locale, "reading-unknown-responsible", row = row + 1, name = shown(name))
        }
        _ => return None,
    })
}
