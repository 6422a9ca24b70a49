//! Rows «по завершению программы»: one dated instance for each official pair, on the day on which its programme ends.

use super::activity::Activity;
use super::duty::Duty;
use super::occurrences::DueOccurrence;
use super::responsible::ResponsibleRole;
use super::term::TermKind;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::PairId;
use crate::domain::pair::{Pair, ProgrammeEnd};
use crate::domain::school_year::SchoolYear;

impl Activity {
    /// Whether the row comes due with the end of each pair's programme, and nothing about its term is in doubt.
    pub fn follows_pairs(&self, calendar: &WorkingDays) -> bool {
        self.reading().kind == TermKind::ProgrammeEnd && self.term_question(calendar).is_none()
    }

    /// The row as it concerns one pair: the pair stands on its line, and of mentors and mentees only these two, the
    /// mentor always: it is the mentor's programme that ends.
    #[must_use]
    pub fn of_pair(&self, pair: &Pair, couple: &str) -> Self {
        let both = [ResponsibleRole::Mentors, ResponsibleRole::Mentees];
        let mut duty = Duty { roles: Vec::new(), ..self.duty.clone() };
        duty.roles.extend(self.duty.roles.iter().copied().filter(|role| !both.contains(role)));
        let mentee = self.duty.roles.contains(&ResponsibleRole::Mentees).then_some(pair.mentee);
        for person in [Some(pair.mentor), mentee].into_iter().flatten() {
            if !duty.persons.contains(&person) {
                duty.persons.push(person);
            }
        }
        Self { heading: format!("{couple}: {}", self.heading), duty, ..self.clone() }
    }
}

/// The day on which a row is due for one pair; `None` for a pair that is not official or was dissolved.
///
/// A planned end counts from the working day on or before it, like every deadline. A programme that is over already
/// makes its row due on the next working day: it must not be late at birth.
pub fn due(pair: &Pair, year: SchoolYear, calendar: &WorkingDays) -> Option<DueOccurrence> {
    let (official_due, due) = match pair.programme_end(year)? {
        ProgrammeEnd::Planned(day) => (day, calendar.previous_working_day(day)),
        ProgrammeEnd::Reached(day) => (day, calendar.next_working_day(day)),
    };
    Some(DueOccurrence { official_due, due, window_start: None })
}

/// The same for all pairs of a year, in their order.
pub fn planned<'p>(
    pairs: impl IntoIterator<Item = &'p Pair>,
    year: SchoolYear,
    calendar: &WorkingDays,
) -> Vec<(PairId, DueOccurrence)> {
    pairs.into_iter().filter_map(|pair| Some((pair.id, due(pair, year, calendar)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::russia;
    use crate::domain::ids::PersonId;
    use crate::domain::pair::{DissolveReason, Order, Stage};
    use chrono::NaiveDate;

    const YEAR: SchoolYear = SchoolYear(2026);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn active() -> Pair {
        let order = Order { number: "45-о".to_owned(), date: day("2026-09-10") };
        let pair = Pair::propose(PairId(1), PersonId(2), PersonId(3), day("2026-09-01"));
        Pair { stage: Stage::Active { order, since: day("2026-09-11") }, ..pair }
    }

    fn on(pair: &Pair) -> Option<(String, String)> {
        due(pair, YEAR, russia()).map(|one| (one.official_due.to_string(), one.due.to_string()))
    }

    #[test]
    fn a_row_is_due_when_the_pairs_programme_ends() {
        let days = |official: &str, due: &str| Some((official.to_owned(), due.to_owned()));
        assert_eq!(on(&active()), days("2027-05-31", "2027-05-31"), "the last teaching day");
        let sunday = active().reschedule(day("2027-04-25")).unwrap();
        assert_eq!(on(&sunday), days("2027-04-25", "2027-04-23"));
        assert_eq!(on(&sunday.complete(day("2027-02-20")).unwrap()), days("2027-02-20", "2027-02-22"));
        assert_eq!(on(&active().dissolve(DissolveReason::ByAgreement, day("2027-01-20")).unwrap()), None);
        assert_eq!(on(&Pair { stage: Stage::Agreed, ..active() }), None);
    }

    #[test]
    fn the_pair_stands_on_the_line_and_its_mentor_answers() {
        let row = super::super::activity::tests::row("по завершению персонализированной программы");
        assert!(row.follows_pairs(russia()));
        assert!(!super::super::activity::tests::row("до 15 сентября").follows_pairs(russia()));
        let duty = Duty { roles: vec![ResponsibleRole::Curator, ResponsibleRole::Mentors], ..Duty::default() };
        let own = Activity { duty, ..row }.of_pair(&active(), "Ким → Орлов");
        assert_eq!(own.duty.roles, [ResponsibleRole::Curator]);
        assert_eq!(own.duty.persons, [PersonId(2)]);
        assert_eq!(own.heading, "Ким → Орлов: приказ");
    }
}
