//! `nastavnik roadmap read FILE`: a school's document in, its rows as they were understood out.
//!
//! As JSON: `{"rows": [{stage, activity, term_text, term_kind, start, due, recurrence, responsible, result, needs_review,
//! question}]}`, days as `YYYY-MM-DD`, what is absent as an empty text. For eyes: a table, then the questions and the
//! remarks of the chat. Beside JSON, those that it has no place for go to standard error.

mod asked;
mod row;
mod table;

use crate::domain::roadmap::read::{PlanYear, RoadMapReading};
use crate::files::document::{self, DocumentProblem};
use crate::text::{Locale, label};
use chrono::NaiveDate;
use row::Row;
use serde::Serialize;
use std::io::Write;

/// A document's rows and what of the file was left out.
pub struct RoadMap {
    reading: RoadMapReading,
    left_out: Vec<String>,
    nested: usize,
    today: NaiveDate,
}

/// Reads a file's content; `year` is where terms without a year are put, on `today` it is seen what is over.
pub fn read(name: &str, bytes: &[u8], year: PlanYear, today: NaiveDate) -> Result<RoadMap, DocumentProblem> {
    let read = document::read_document(name, bytes)?;
    Ok(RoadMap { reading: read.document.read(year), left_out: read.left_out, nested: read.nested, today })
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
        table::print(locale, self, output)
    }

    /// The questions and remarks that JSON has no place for, a line each.
    pub fn beside_json(&self, locale: Locale, mut output: impl Write) -> std::io::Result<()> {
        let asked = asked::questions(locale, self).into_iter().filter(|one| !one.is_in_json).map(|one| one.words);
        asked.chain(asked::remarks(locale, self)).try_for_each(|line| writeln!(output, "{line}"))
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

    fn printed(plan: &str, year: i32, today: &str) -> String {
        let year = PlanYear::Fixed(crate::domain::school_year::SchoolYear(year));
        let read = read("план.txt", plan.as_bytes(), year, today.parse().unwrap()).unwrap();
        let mut said = Vec::new();
        read.as_table(Locale::Ru, &mut said).unwrap();
        String::from_utf8(said).unwrap()
    }

    const PLAN: &str = "Дорожная карта на 2022–2023 учебный год\n\n\
        №\tМероприятие\tСрок\tОтветственный\n\
        1\tПоложение\tавгуст 2022\tдиректор\n\
        2\tОпрос\tсентябрь\tкуратор\n\
        3\tКруглый стол\t\tтётушка Полли\n\
        4\tСеминар\tв начале мая\tметодист\n\
        5\tОтчёт\tдо 30.05.2027\tкуратор\n";

    #[test]
    fn what_the_chat_would_ask_and_remark_on_is_said() {
        insta::assert_snapshot!(printed(PLAN, 2026, "2026-11-21"), @"
        Дорожная карта на 2022–2023 учебный год
        Учебный год 2026/27 · строк: 5 · вопросов: 4

        №  Мероприятие   Срок в документе  Даты                     Ответственные
        1  Положение     август 2022       01.08.2022 – 31.08.2022  директор
        2  Опрос         сентябрь          01.09.2026 – 30.09.2026  куратор
        3  Круглый стол                                             тётушка Полли
        4  Семинар       в начале мая                               методист
        5  Отчёт         до 30.05.2027     до 30.05.2027            куратор

        Вопросы
          1. Положение: срок относится к другому учебному году
          3. Круглый стол: срок не указан
          3. Круглый стол: кто это — тётушка Полли?
          4. Семинар: точные дни не названы: нужны число или период

        Замечания
          Документ составлен на 2022/23 учебный год, а читается для 2026/27: сроки без года отнесены к 2026/27. Проверьте, та ли это карта.
          Строка 5: 30 мая 2027 года — нерабочий день. Официальный срок останется прежним, а напоминать буду к 28 мая.
          Срок в строке 2 уже прошёл. После загрузки отметьте её, если она выполнена, или поставьте новый срок.
        ");
    }

    #[test]
    fn what_is_over_is_said_for_the_year_that_runs() {
        let plan = "№\tМероприятие\tСрок\tОтветственный\n1\tОпрос\tсентябрь\tкуратор\n2\tОтчёт\tмай\tкуратор\n";
        let over = |year, today| printed(plan, year, today).contains("Срок в строке 1 уже прошёл");
        assert!(over(2026, "2026-11-21"));
        assert!(!over(2026, "2026-09-30"));
        assert!(!over(2023, "2026-11-21"));
    }

    #[test]
    fn every_question_has_its_sentence() {
        for locale in Locale::ALL {
            let key = format!("reading-question-{}", RowQuestion::NoActivity.code());
            assert!(keys(*locale)(&key), "{key} in {locale}");
        }
    }
}
