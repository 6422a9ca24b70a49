//! What the curator should know about a reading; never a refusal.

use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;

/// One thing to know. Rows are counted from 0.
///
/// To add one: a variant here, its maker (`assemble` for what happened while reading, `checks` for what the rows
/// say), a sentence in `text::road_map_remarks`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Signs of a bad scan were left out.
    Noise(String),
    /// The row goes on after a page break or over several lines.
    Continued(usize),
    /// The row may be the rest of the row above it: nothing in the file tells.
    MayBeRest(usize),
    /// The term stands in the first row of the stage and was taken for this one too.
    TermInherited(usize),
    /// The responsible stand in the first row of the stage and were taken for this one too.
    ResponsibleInherited(usize),
    NoTerm(usize),
    NoResponsible(usize),
    /// A responsible whose role is not known.
    UnknownResponsible(usize, String),
    /// No table was found; the numbered text was read instead.
    NoTable,
    /// Nothing could be read as a row.
    NoRows,
    /// Text below the table that belongs to no row.
    TextAfterTable(String),
    /// A row that says only what to do stands above full rows: it was taken for their stage.
    TakenAsStage(String),
    /// A table of something else (a staff list, an order's annex), by its heading: it was left out.
    TableLeftOut(String),
    /// The document is longer than what is read: it was cut here.
    Cut(Limit),
    /// The document itself names this school year, and its terms without a year were put to it.
    YearTaken(SchoolYear),
    /// The title names another school year than the terms.
    TitleYearDiffers(SchoolYear),
    /// The document is of one school year and was read for another, to which its terms without a year were put.
    ReadForAnotherYear {
        of: SchoolYear,
        read_for: SchoolYear,
    },
    /// The row's only day was over before the road map came.
    Over(usize),
    /// The title names more calendar years than the terms: «на 2023–2025 годы», and all rows lie in 2023/24.
    TitleYearsLonger {
        from: i32,
        to: i32,
        terms: SchoolYear,
    },
    /// The due day is a weekend or a holiday: reminders count from the working day before it.
    DayOff {
        row: usize,
        due: NaiveDate,
        moved: NaiveDate,
    },
    /// An order about pairs is due before what it rests on.
    OrderTooEarly {
        row: usize,
        needs: Need,
        needed: usize,
    },
    /// The same row stands twice: this one, and an earlier one.
    Repeated {
        row: usize,
        first: usize,
    },
}

#[cfg(test)]
impl Remark {
    /// At least one of each, so that every place that says them can be tried with all.
    pub(crate) fn one_of_each() -> Vec<Self> {
        let (day, year) = (NaiveDate::MIN, SchoolYear(2026));
        let early = |needs| Self::OrderTooEarly { row: 0, needs, needed: 1 };
        vec![
            Self::Noise("F".to_owned()),
            Self::Continued(0),
            Self::MayBeRest(0),
            Self::TermInherited(0),
            Self::ResponsibleInherited(0),
            Self::NoTerm(0),
            Self::NoResponsible(0),
            Self::UnknownResponsible(0, "Полли".to_owned()),
            Self::NoTable,
            Self::NoRows,
            Self::TextAfterTable("текст".to_owned()),
            Self::TableLeftOut("Состав группы".to_owned()),
            Self::TakenAsStage("Круглый стол".to_owned()),
            Self::Cut(Limit::Lines),
            Self::Cut(Limit::Cell),
            Self::Cut(Limit::Columns),
            Self::Cut(Limit::Rows),
            Self::YearTaken(year),
            Self::TitleYearDiffers(year),
            Self::ReadForAnotherYear { of: year, read_for: SchoolYear(2027) },
            Self::Over(0),
            Self::TitleYearsLonger { from: 2026, to: 2028, terms: year },
            Self::DayOff { row: 0, due: day, moved: day },
            early(Need::Bank),
            early(Need::Consents),
            early(Need::Pairs),
            Self::Repeated { row: 1, first: 0 },
        ]
    }
}

/// What an order about pairs rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Consents of those who take part.
    Consents,
    /// The bank of mentors, of mentees, or both.
    Bank,
    /// The pairs themselves.
    Pairs,
}

/// What is too much to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// More lines than any road map has.
    Lines,
    /// More text in one cell than anybody reads.
    Cell,
    /// More columns than any road map has.
    Columns,
    /// More rows than any road map has.
    Rows,
}
