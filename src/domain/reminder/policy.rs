//! The policy: which marks a kind of term has. A value read from `presets/reminders.toml`.

use super::{Audience, DueDays, IsReminderDay, Mark, Pace, send_day};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

coded_enum! {
    /// What kind of term a row has, as far as reminders care.
    pub enum ReminderKind {
        Deadline = "deadline",
        /// A window longer than a month.
        Range = "range",
        Monthly = "monthly",
        Quarterly = "quarterly",
        SeveralTimes = "several_times",
        /// Counted from the end of a pair's programme.
        ProgrammeEnd = "programme_end",
        /// Goes on all year, or each week: no day of its own.
        YearLong = "year_long",
        /// The day stands in somebody else's plan.
        ExternalPlan = "external_plan",
        /// Goes on without an end.
        Continuous = "continuous",
        Never = "never",
    }
}

/// The marks of one kind of term.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Marks {
    pub at_start: bool,
    /// Days before the due day; 0 is the day itself.
    pub before: Vec<u16>,
    /// Days after the due day.
    pub overdue: Vec<u16>,
    /// Days after the due day on which the curator hears of it.
    pub curator: Option<u16>,
    /// Days after the due day on which the director hears of it.
    pub director: Option<u16>,
    /// For rows without a day: the days of the school year with a line about them.
    pub on: Vec<MonthDay>,
}

/// A day of any year, written MM-DD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// All kinds, and how late a word may be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct ReminderPolicy {
    /// How many reminder days late a word may still go out when it could not go out in time.
    pub grace_days: u8,
    #[serde(flatten)]
    pub(super) kinds: BTreeMap<ReminderKind, Marks>,
}

/// The policy as shipped.
pub const SHIPPED: &str = include_str!("../../../presets/reminders.toml");

impl ReminderPolicy {
    /// The shipped policy; a test reads it, so it cannot be broken.
    pub fn shipped() -> &'static Self {
        static POLICY: LazyLock<ReminderPolicy> = LazyLock::new(|| toml::from_str(SHIPPED).unwrap_or_default());
        &POLICY
    }

    /// The shipped policy at an organisation's own pace.
    pub fn at(pace: Pace) -> &'static Self {
        static PACES: LazyLock<BTreeMap<Pace, ReminderPolicy>> =
            LazyLock::new(|| Pace::ALL.iter().map(|pace| (*pace, ReminderPolicy::shipped().paced(*pace))).collect());
        PACES.get(&pace).unwrap_or_else(Self::shipped)
    }

    /// The marks of a kind; none when the policy does not speak of it.
    pub fn marks(&self, kind: ReminderKind) -> &Marks {
        static NONE: Marks =
            Marks { at_start: false, before: vec![], overdue: vec![], curator: None, director: None, on: vec![] };
        self.kinds.get(&kind).unwrap_or(&NONE)
    }

    fn paced(&self, pace: Pace) -> Self {
        let kinds = self.kinds.iter().map(|(kind, marks)| (*kind, marks.paced(pace)));
        Self { grace_days: self.grace_days, kinds: kinds.collect() }
    }
}

impl Marks {
    /// Fewer words: of those before the due day the last one that leaves time, of those after it the last; or the
    /// due day alone. What goes to the curator and the director stays.
    fn paced(&self, pace: Pace) -> Self {
        let (at_start, before, overdue) = match pace {
            Pace::Usual => (self.at_start, self.before.clone(), self.overdue.clone()),
            Pace::Rarely => {
                let in_time = self.before.iter().copied().filter(|days| *days > 0).min();
                (false, in_time.into_iter().collect(), self.overdue.iter().copied().max().into_iter().collect())
            }
            Pace::DueDay => (false, if self.before.is_empty() { Vec::new() } else { vec![0] }, Vec::new()),
        };
        Self { at_start, before, overdue, ..self.clone() }
    }

    /// The marks of one due day with the days on which they go out, the earliest first.
    pub(super) fn days(&self, due: DueDays, is_day: IsReminderDay<'_>) -> Vec<(NaiveDate, Mark)> {
        let before = self.before.iter().map(|days| if *days == 0 { Mark::Today } else { Mark::Before(*days) });
        let start = (self.at_start && due.start.is_some()).then_some(Mark::Start);
        let mut marks: Vec<Mark> = start.into_iter().chain(before).collect();
        marks.extend(self.overdue.iter().map(|days| Mark::Overdue(*days)));
        marks.extend(self.curator.map(Mark::Curator));
        marks.extend(self.director.map(Mark::Director));
        marks.sort_by_key(|mark| mark.day(due));
        marks.dedup();
        marks.into_iter().filter_map(|mark| Some((send_day(due, mark, is_day)?, mark))).collect()
    }

    /// Whether somebody of this audience is ever told.
    pub fn speaks_to(&self, audience: Audience) -> bool {
        match audience {
            Audience::Responsible => self.at_start || !self.before.is_empty() || !self.overdue.is_empty(),
            Audience::Curator => self.curator.is_some(),
            Audience::Director => self.director.is_some(),
        }
    }

    /// The first day after `last` on which a row without a day of its own is spoken of, before days off are looked at.
    pub(super) fn standing_after(&self, last: NaiveDate) -> Option<NaiveDate> {
        let years = [last.year(), last.year() + 1];
        let days = years.iter().flat_map(|year| self.on.iter().filter_map(|on| on.in_year(*year)));
        days.filter(|day| *day > last).min()
    }
}

impl MonthDay {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        // A leap year, so that 29 February is a day.
        let day: NaiveDate = format!("2024-{text}").parse().map_err(|_| format!("{text} is not a day MM-DD"))?;
        Ok(Self { month: day.month(), day: day.day() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_policy_knows_every_kind() {
        let policy: ReminderPolicy = toml::from_str(SHIPPED).unwrap();
        for kind in ReminderKind::ALL {
            assert!(policy.kinds.contains_key(kind), "{kind}");
        }
        assert_eq!(policy.marks(ReminderKind::Deadline).before, [14, 3, 0]);
        assert_eq!(policy.marks(ReminderKind::ProgrammeEnd).before, [30, 7, 0]);
        assert_eq!(policy.marks(ReminderKind::Quarterly).before, [7]);
        assert!(policy.marks(ReminderKind::Range).at_start && !policy.marks(ReminderKind::Monthly).at_start);
        assert!(policy.marks(ReminderKind::Monthly).director.is_none());
    }

    #[test]
    fn a_misspelt_policy_is_refused() {
        for wrong in ["[deadline]\nbefor = [1]", "[deadlines]\nbefore = [1]", "[never]\non = [\"13-40\"]"] {
            assert!(toml::from_str::<ReminderPolicy>(&format!("grace_days = 1\n{wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_organisation_may_want_fewer_words() {
        let rarely = ReminderPolicy::at(Pace::Rarely).marks(ReminderKind::Deadline);
        assert_eq!((rarely.before.as_slice(), rarely.overdue.as_slice()), ([3].as_slice(), [7].as_slice()));
        let due_day = ReminderPolicy::at(Pace::DueDay).marks(ReminderKind::Monthly);
        assert_eq!((due_day.before.as_slice(), due_day.overdue.len()), ([0].as_slice(), 0));
        assert_eq!(due_day.curator, Some(10), "silence still has a consequence");
        assert!(ReminderPolicy::at(Pace::DueDay).marks(ReminderKind::Continuous).before.is_empty());
    }

    #[test]
    fn rows_without_a_day_have_their_days_in_the_school_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let continuous = ReminderPolicy::shipped().marks(ReminderKind::Continuous);
        assert_eq!(continuous.standing_after(day("2026-09-01")), Some(day("2026-12-01")));
        assert_eq!(continuous.standing_after(day("2026-12-01")), Some(day("2027-03-01")));
        assert_eq!(continuous.standing_after(day("2027-05-17")), Some(day("2027-12-01")));
        assert_eq!(ReminderPolicy::shipped().marks(ReminderKind::Never).standing_after(day("2026-09-01")), None);
    }
}
