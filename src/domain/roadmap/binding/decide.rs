//! Whether an occurrence closes by itself, is asked about, or waits on.

use super::{Binding, BindingMode, Fact, Finding};
use crate::domain::roadmap::occurrences::DueOccurrence;
use chrono::{Days, NaiveDate};

/// How many days before the due day the curator is asked about what may still grow.
pub const ASKED_BEFORE: u64 = 3;
/// A piece of news belongs to a deadline without a beginning when it came out at most so many days before.
const NEWS_BEFORE: u64 = 31;

/// The days whose events count for one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Window {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Window {
    /// Of a row that comes back, each occurrence has its own days: from the end of the one before to its own end. Of a
    /// row that comes once, the whole year counts, and for news the days from its beginning.
    pub fn of(official_due: NaiveDate, planned: &[DueOccurrence], fact: Fact) -> Self {
        let own = planned.iter().find(|one| one.official_due == official_due).and_then(|one| one.window_start);
        if planned.len() > 1 {
            let before = planned.iter().map(|one| one.official_due).filter(|due| *due < official_due).max();
            let from = own.into_iter().chain(before.and_then(|due| due.succ_opt())).max();
            return Self { from, to: Some(official_due) };
        }
        let news_from = || own.or_else(|| official_due.checked_sub_days(Days::new(NEWS_BEFORE)));
        Self { from: (fact == Fact::NewsOut).then(news_from).flatten(), to: None }
    }

    /// Whether a day lies in it; what has no day belongs only where all days count.
    pub fn holds(self, day: Option<NaiveDate>) -> bool {
        match day {
            Some(day) => self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to),
            None => self == Self::default(),
        }
    }
}

/// What follows from a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Wait,
    Close,
    /// Ask the curator, from this day on.
    Ask(NaiveDate),
}

/// What a finding means for an open occurrence that is due on a day.
pub fn decide(
    binding: Binding,
    finding: Option<&Finding>,
    (due, window): (NaiveDate, Window),
    today: NaiveDate,
) -> Verdict {
    let Some(finding) = finding.filter(|finding| window.holds(finding.on)) else {
        return Verdict::Wait;
    };
    let near = due.checked_sub_days(Days::new(ASKED_BEFORE)).unwrap_or(due).max(today);
    match (binding.mode, finding.is_complete()) {
        (BindingMode::Off, _) => Verdict::Wait,
        (BindingMode::Close, true) => Verdict::Close,
        // The press was the answer to the question.
        (BindingMode::Ask, true) if finding.declared => Verdict::Close,
        (BindingMode::Ask, true) if !binding.fact.is_soft() => Verdict::Ask(today),
        _ => Verdict::Ask(near),
    }
}

/// Whether what closed an occurrence is still true. Somebody who leaves later changes nothing; an order that no pair
/// carries any more does, and so does a consent that was taken back.
pub fn still_holds(then: &Finding, now: Option<&Finding>) -> bool {
    let Some(now) = now else {
        return false;
    };
    match then.fact {
        Fact::PairsOrdered => then.orders.iter().all(|order| now.orders.contains(order)),
        Fact::PairConsents => now.is_complete(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::binding::OrderRef;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn found(fact: Fact, left: u32, on: &str) -> Finding {
        Finding { fact, count: 3, left, on: Some(day(on)), orders: Vec::new(), declared: false }
    }

    fn verdict((fact, mode): (Fact, BindingMode), left: u32, today: &str) -> Verdict {
        let finding = found(fact, left, "2026-09-10");
        let occurrence = (day("2026-10-05"), Window::default());
        decide(Binding { fact, mode }, Some(&finding), occurrence, day(today))
    }

    #[test]
    fn a_certain_row_closes_when_nothing_is_left() {
        assert_eq!(verdict((Fact::PairsOrdered, BindingMode::Close), 0, "2026-09-10"), Verdict::Close);
        let asked = Verdict::Ask(day("2026-10-02"));
        assert_eq!(verdict((Fact::PairsOrdered, BindingMode::Close), 2, "2026-09-10"), asked, "two pairs without it");
        assert_eq!(verdict((Fact::PairsOrdered, BindingMode::Off), 0, "2026-09-10"), Verdict::Wait);
    }

    #[test]
    fn a_guess_is_asked_and_what_may_grow_is_asked_late() {
        assert_eq!(verdict((Fact::PairsOrdered, BindingMode::Ask), 0, "2026-09-10"), Verdict::Ask(day("2026-09-10")));
        assert_eq!(verdict((Fact::MentorBank, BindingMode::Ask), 0, "2026-09-10"), Verdict::Ask(day("2026-10-02")));
        assert_eq!(verdict((Fact::MentorBank, BindingMode::Ask), 0, "2026-10-07"), Verdict::Ask(day("2026-10-07")));
        let nothing = decide(
            Binding { fact: Fact::MentorBank, mode: BindingMode::Close },
            None,
            (day("2026-10-05"), Window::default()),
            day("2026-10-05"),
        );
        assert_eq!(nothing, Verdict::Wait);
    }

    #[test]
    fn each_month_has_its_own_news() {
        let month = |start: &str, due: &str| DueOccurrence {
            official_due: day(due),
            due: day(due),
            window_start: Some(day(start)),
        };
        let planned = [month("2026-09-01", "2026-09-30"), month("2026-10-01", "2026-10-31")];
        let september = Window::of(day("2026-09-30"), &planned, Fact::NewsOut);
        assert!(september.holds(Some(day("2026-09-30"))) && !september.holds(Some(day("2026-10-02"))));
        let october = Window::of(day("2026-10-31"), &planned, Fact::NewsOut);
        assert!(!october.holds(Some(day("2026-09-30"))) && october.holds(Some(day("2026-10-02"))));
        assert!(!october.holds(None), "what has no day closes no month");
    }

    #[test]
    fn a_row_that_comes_once_takes_the_whole_year_but_not_old_news() {
        let once = [DueOccurrence { official_due: day("2027-05-31"), due: day("2027-05-31"), window_start: None }];
        let order = Window::of(day("2027-05-31"), &once, Fact::PairsOrdered);
        assert!(order.holds(Some(day("2026-09-10"))) && order.holds(None));
        let news = Window::of(day("2027-05-31"), &once, Fact::NewsOut);
        assert!(!news.holds(Some(day("2026-09-10"))) && news.holds(Some(day("2027-05-10"))));
    }

    #[test]
    fn an_annulled_order_and_a_withdrawn_consent_are_noticed() {
        let order = |number: &str| OrderRef { date: day("2026-10-03"), number: number.to_owned() };
        let with = |orders: &[&str]| Finding {
            orders: orders.iter().copied().map(order).collect(),
            ..found(Fact::PairsOrdered, 0, "2026-10-03")
        };
        assert!(still_holds(&with(&["12"]), Some(&with(&["12", "15"]))));
        assert!(!still_holds(&with(&["12"]), Some(&with(&["15"]))));
        assert!(!still_holds(&with(&["12"]), None));
        let consents = |left| found(Fact::PairConsents, left, "2026-10-03");
        assert!(still_holds(&consents(0), Some(&consents(0))) && !still_holds(&consents(0), Some(&consents(1))));
        let bank = |count| Finding { count, ..found(Fact::MentorBank, 0, "2026-10-03") };
        assert!(still_holds(&bank(5), Some(&bank(4))), "somebody left the bank: it was formed all the same");
    }
}
