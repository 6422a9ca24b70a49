//! One row of a road map as it is kept: what the document says, and what the curator settled about it.

#[cfg(test)]
pub(crate) mod tests;

use super::duty::Duty;
use super::occurrences::{DueOccurrence, occurrences};
use super::school_term;
use super::term::{Doubt, Frequency, Reading, Recurrence, TermKind, read};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::reminder::Rhythm;
use crate::domain::school_year::SchoolYear;

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

    /// How often it comes back, as far as reminders care.
    pub fn rhythm(&self) -> Rhythm {
        let every_month = |rule: Recurrence| match rule.frequency {
            Frequency::Monthly => rule.interval == 1,
            Frequency::Weekly | Frequency::Daily => true,
            Frequency::Yearly => false,
        };
        if self.reading().recurrence.is_some_and(every_month) { Rhythm::Monthly } else { Rhythm::Once }
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
        let lost =
            dated && !is_open_ended(reading.kind) && occurrences(&reading, self.school_year, calendar).is_empty();
        lost.then_some(Question::OtherYear)
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
