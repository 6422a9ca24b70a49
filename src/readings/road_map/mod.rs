//! `nastavnik roadmap read FILE`: a school's document in, its rows as they were understood out.
//!
//! As JSON: `{"rows": [{stage, activity, term_text, term_kind, start, due, recurrence, responsible, result, needs_review,
//! question}]}`, days as `YYYY-MM-DD`, what is absent as an empty text. For eyes: a table, then the questions, then what
//! the reader did on the way. Beside JSON, these last go to standard error.

mod row;
mod table;

use crate::domain::roadmap::read::{PlanYear, RoadMapReading};
use crate::files::document::{self, DocumentProblem};
use crate::text::{Locale, label};
use row::Row;
use serde::Serialize;
use std::io::Write;

/// A document's rows and what of the file was left out.
pub struct RoadMap {
    reading: RoadMapReading,
    left_out: Vec<String>,
    nested: usize,
}

/// Reads a file's content; `year` is where terms without a year are put.
pub fn read(name: &str, bytes: &[u8], year: PlanYear) -> Result<RoadMap, DocumentProblem> {
    let read = document::read_document(name, bytes)?;
    Ok(RoadMap { reading: read.document.read(year), left_out: read.left_out, nested: read.nested })
}

/// What is wrong with a file, and what to do instead.
pub fn problem(locale: Locale, problem: &DocumentProblem) -> String {
    let args = [("limit", problem.limit().into()), ("row", problem.row().into()), ("found", problem.found().into())];
    label(locale, problem.key(), &args)
}

#[derive(Serialize)]
struct Printed<'a> {
    rows: Vec<Row<'a>>,
}

impl RoadMap {
    /// Whether nothing was understood as a row.
    pub fn is_empty(&self) -> bool {
        self.reading.rows.is_empty()
    }

    /// Writes one JSON object.
    pub fn as_json(&self, locale: Locale, mut output: impl Write) -> std::io::Result<()> {
        let rows = self.reading.rows.iter().map(|row| Row::of(locale, row)).collect();
        serde_json::to_writer(&mut output, &Printed { rows })?;
        output.write_all(b"\n")
    }

    /// Writes the table, the questions and the remarks.
    pub fn as_table(&self, locale: Locale, output: &mut impl Write) -> std::io::Result<()> {
        table::print(locale, &self.reading, (&self.left_out, self.nested), output)
    }

    /// The remarks alone, a line each: JSON has no place for them.
    pub fn remarks(&self, locale: Locale, mut output: impl Write) -> std::io::Result<()> {
        let said = table::remarks(locale, &self.reading, (&self.left_out, self.nested));
        said.iter().try_for_each(|remark| writeln!(output, "{remark}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::read::RowQuestion;
    use crate::files::kind::FileKind;
    use crate::text::keys;

    #[test]
    fn every_problem_has_its_sentence() {
        let found = FileKind::Docx;
        let all = [
            DocumentProblem::Empty,
            DocumentProblem::TooLarge { limit: 1 },
            DocumentProblem::TooLargeInside { limit: 1 },
            DocumentProblem::TooLong { limit: 1 },
            DocumentProblem::TooManyRows { limit: 1 },
            DocumentProblem::TooManyColumns { limit: 1 },
            DocumentProblem::TooManySheets { limit: 1 },
            DocumentProblem::CellTooLong { row: 1, limit: 1 },
            DocumentProblem::Protected,
            DocumentProblem::Broken { found },
            DocumentProblem::Scan,
            DocumentProblem::Unreadable,
            DocumentProblem::TooSlow,
            DocumentProblem::ColumnsApart,
            DocumentProblem::RowsUnclear,
            DocumentProblem::WrongKind { found },
        ];
        for problem in all {
            for locale in Locale::ALL {
                assert!(keys(*locale)(problem.key()), "{problem} in {locale}");
            }
        }
    }

    #[test]
    fn every_remark_is_said_for_eyes() {
        use crate::domain::roadmap::read::Remark;
        let year = crate::domain::school_year::SchoolYear(2026);
        for remark in Remark::one_of_each() {
            let reading = RoadMapReading { title: String::new(), year, rows: Vec::new(), notes: vec![remark.clone()] };
            let mut said = Vec::new();
            RoadMap { reading, left_out: Vec::new(), nested: 0 }.as_table(Locale::Ru, &mut said).unwrap();
            let heading = label(Locale::Ru, "reading-remarks", &[]);
            let lines = String::from_utf8(said).unwrap();
            let below = lines.split_once(&heading).map_or(0, |(_, below)| below.trim().lines().count());
            assert_eq!(below, 1, "{remark:?}");
        }
    }

    #[test]
    fn every_question_has_its_sentence() {
        for locale in Locale::ALL {
            let key = format!("reading-question-{}", RowQuestion::NoActivity.code());
            assert!(keys(*locale)(&key), "{key} in {locale}");
        }
    }
}
