//! One row of a road map as it is kept: what the document says, and what the curator settled about it.

#[cfg(test)]
pub(crate) mod tests;

use super::duty::Duty;
use super::occurrences::{DueOccurrence, occurrences};
use super::school_term;
use super::term::{Doubt, Frequency, Reading, Recurrence, TermKind, read};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::reminder::ReminderKind;
use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;

coded_enum! {
    /// What the curator decided about a row's term.
    pub enum TermChoice {
        /// Nothing yet: the phrase counts if it is fully understood.
        AsRead = "as_read",
        /// The reading is right although the phrase left a doubt.
        Confirmed = "confirmed",
        /// The document is of another year: the same days, in this one.
        Rolled = "rolled",
        /// This row has no date.
        Without = "without",
    }
}

/// One row of a road map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    pub id: ActivityId,
    pub organisation: OrganisationId,
    pub school_year: SchoolYear,
    /// Place in the document, from 1.
    pub position: u32,
    pub stage: String,
    /// A short name for lists.
    pub heading: String,
    /// What is to be done, in the document's words.
    pub activity: String,
    /// The cell's sub-items: shown as a checklist.
    pub items: Vec<String>,
    /// The term as the document writes it.
    pub term_text: String,
    /// The curator's own words in its place; '' while there are none.
    pub term_own: String,
    pub term_choice: TermChoice,
    pub responsible_text: String,
    pub duty: Duty,
    /// The result or document that the row asks for.
    pub result: String,
    /// Grows with each change: two curators cannot overwrite each other.
    pub version: i64,
}

/// What the curator has to settle before the bot relies on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// The term is not fully understood.
    Term(Doubt),
    /// The document names no term.
    NoTerm,
    /// The term lies in other years than this road map.
    OtherYear,
    /// Somebody responsible is neither a known post nor on the staff list.
    Responsible,
}

impl Activity {
    /// The phrase that counts: the curator's if there is one.
    pub fn phrase(&self) -> &str {
        if self.term_own.is_empty() { &self.term_text } else { &self.term_own }
    }

    /// The term as understood, whatever doubts remain.
    pub fn reading(&self) -> Reading {
        match self.term_choice {
            TermChoice::Without => Reading::undated(TermKind::None, None, None),
            TermChoice::Rolled => rolled(read(self.phrase(), self.school_year)),
            TermChoice::AsRead | TermChoice::Confirmed => read(self.phrase(), self.school_year),
        }
    }

    /// The term with the days that only this school knows: its quarters and vacations.
    pub fn reading_by(&self, calendar: &WorkingDays) -> Reading {
        school_term::settle(self.reading(), self.phrase(), (self.school_year, calendar))
    }

    /// What kind of term it has, as far as reminders care; nothing is said of a row whose term is in doubt.
    pub fn reminder_kind(&self, calendar: &WorkingDays) -> ReminderKind {
        if self.term_question(calendar).is_some() {
            return ReminderKind::Never;
        }
        kind_for_reminders(&self.reading_by(calendar))
    }

    /// The first day of the window of one of its days, where the term names it.
    pub fn window_start(&self, official_due: NaiveDate, calendar: &WorkingDays) -> Option<NaiveDate> {
        self.planned(calendar).into_iter().find(|one| one.official_due == official_due)?.window_start
    }

    /// The first thing to settle; `None` when the row is clear.
    pub fn question(&self, calendar: &WorkingDays) -> Option<Question> {
        self.term_question(calendar).or_else(|| self.duty.unclear.then_some(Question::Responsible))
    }

    /// What is unclear about the term.
    pub fn term_question(&self, calendar: &WorkingDays) -> Option<Question> {
        if self.term_choice == TermChoice::Without {
            return None;
        }
        let reading = self.reading_by(calendar);
        let confirmed = self.term_choice != TermChoice::AsRead;
        match reading.review {
            Some(doubt) if !confirmed => return Some(Question::Term(doubt)),
            _ => {}
        }
        if matches!(reading.kind, TermKind::None | TermKind::Other) {
            return Some(Question::NoTerm);
        }
        let dated = reading.due.is_some() || !reading.windows.is_empty();
        let lost = dated
            && !is_open_ended(reading.kind)
            && !goes_on_in(&reading, self.school_year)
            && occurrences(&reading, self.school_year, calendar).is_empty();
        lost.then_some(Question::OtherYear)
    }

    /// Whether the last of its days lies behind.
    pub fn is_over(&self, calendar: &WorkingDays, today: NaiveDate) -> bool {
        self.planned(calendar).last().is_some_and(|last| last.due < today)
    }

    /// The days that the row is due on: none while its term is in doubt.
    pub fn planned(&self, calendar: &WorkingDays) -> Vec<DueOccurrence> {
        if self.term_question(calendar).is_some() {
            return Vec::new();
        }
        occurrences(&self.reading_by(calendar), self.school_year, calendar)
    }
}

/// The same term as if it said «далее ежегодно».
fn rolled(reading: Reading) -> Reading {
    let yearly =
        Recurrence { frequency: Frequency::Yearly, interval: 1, times: 1, month_day: None, weekday: None, months: 0 };
    Reading { recurrence: reading.recurrence.or(Some(yearly)), ..reading }
}

/// Repetition decides first: «до 15 числа ежемесячно» is monthly work.
fn kind_for_reminders(reading: &Reading) -> ReminderKind {
    let repeated = reading.recurrence.and_then(|rule| match (rule.frequency, rule.interval, rule.times) {
        (Frequency::Monthly, 1, _) => Some(ReminderKind::Monthly),
        (Frequency::Monthly, 3, _) => Some(ReminderKind::Quarterly),
        (Frequency::Monthly, ..) => Some(ReminderKind::SeveralTimes),
        // «До 1 октября, далее еженедельно»: the day is spoken of as a day.
        (Frequency::Weekly | Frequency::Daily, ..) => (!reading.then).then_some(ReminderKind::YearLong),
        (Frequency::Yearly, _, times) => (times > 1).then_some(ReminderKind::SeveralTimes),
    });
    let by_kind = match reading.kind {
        TermKind::Month | TermKind::Date | TermKind::Deadline | TermKind::Yearly => ReminderKind::Deadline,
        TermKind::MonthRange | TermKind::DateRange | TermKind::Season | TermKind::HalfYear => ReminderKind::Range,
        TermKind::Monthly => ReminderKind::Monthly,
        TermKind::Quarterly => ReminderKind::Quarterly,
        TermKind::NPerYear => ReminderKind::SeveralTimes,
        TermKind::SchoolYear | TermKind::YearRound | TermKind::MultiYear | TermKind::Weekly => ReminderKind::YearLong,
        TermKind::ExternalPlan => ReminderKind::ExternalPlan,
        TermKind::Continuous => ReminderKind::Continuous,
        TermKind::ProgrammeEnd => ReminderKind::ProgrammeEnd,
        TermKind::OnDemand | TermKind::None | TermKind::Other => ReminderKind::Never,
    };
    match by_kind {
        ReminderKind::ExternalPlan | ReminderKind::Continuous | ReminderKind::ProgrammeEnd | ReminderKind::Never => {
            by_kind
        }
        _ => repeated.unwrap_or(by_kind),
    }
}

/// «Еженедельно с октября по декабрь»: work without a day of its own, in a stretch that touches the school year.
fn goes_on_in(reading: &Reading, year: SchoolYear) -> bool {
    let often = |rule: Recurrence| matches!(rule.frequency, Frequency::Weekly | Frequency::Daily);
    let touches = |due: NaiveDate| {
        due >= year.first_day() && reading.start.is_some_and(|start| start < due && start <= year.last_day())
    };
    reading.recurrence.is_some_and(often) && reading.due.is_some_and(touches)
}

/// Work that goes on over a stretch of time without a day of its own.
fn is_open_ended(kind: TermKind) -> bool {
    matches!(
        kind,
        TermKind::SchoolYear
            | TermKind::YearRound
            | TermKind::MultiYear
            | TermKind::Continuous
            | TermKind::ProgrammeEnd
            | TermKind::OnDemand
            | TermKind::ExternalPlan
            | TermKind::Weekly
    )
}

/// A short mark of a sub-item's words, for a button that must not mean another item once the list is rewritten
/// (FNV-1a, which stays the same in every version of the program).
pub fn item_mark(words: &str) -> u32 {
    words.bytes().fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
