//! How a row of the road map stands on a day: what tables and pictures say to those who check.

use chrono::NaiveDate;

coded_enum! {
    /// How a row stands. The sentence is `standing-{code}`.
    pub enum Standing {
        /// Everything is done, and in time.
        Done = "done",
        /// Everything is done, something after its day.
        DoneLate = "done_late",
        /// A day has passed with nothing to show for it.
        Late = "late",
        /// Some days are done, the others lie ahead.
        Current = "current",
        /// All its days lie ahead.
        Ahead = "ahead",
        /// The row has no day.
        Undated = "undated",
        /// Its term waits for the curator's word.
        Asked = "asked",
    }
}

coded_enum! {
    /// A file in which the finished table is handed over.
    pub enum TableFormat {
        Docx = "docx",
        Xlsx = "xlsx",
    }
}

/// One date of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The last day on which it is in time: the document's day, also where reminders count from an earlier one.
    pub last_day: NaiveDate,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
}

impl Dated {
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.last_day < today
    }

    fn was_late(self) -> bool {
        self.done_on.is_some_and(|day| day > self.last_day)
    }
}

/// How many dates are done, late, ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub done: usize,
    pub late: usize,
    pub ahead: usize,
}

impl Count {
    pub fn of(dates: &[Dated], today: NaiveDate) -> Self {
        let done = dates.iter().filter(|one| one.done_on.is_some()).count();
        let late = dates.iter().filter(|one| one.is_late(today)).count();
        Self { done, late, ahead: dates.len() - done - late }
    }

    pub fn all(&self) -> usize {
        self.done + self.late + self.ahead
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { done: self.done + other.done, late: self.late + other.late, ahead: self.ahead + other.ahead }
    }
}

/// How a row with these dates stands; a row without any is [`Standing::Undated`].
pub fn standing(dates: &[Dated], today: NaiveDate) -> Standing {
    match Count::of(dates, today) {
        Count { late, .. } if late > 0 => Standing::Late,
        Count { done: 0, ahead: 0, .. } => Standing::Undated,
        Count { done: 0, .. } => Standing::Ahead,
        Count { ahead: 0, .. } if dates.iter().any(|one| one.was_late()) => Standing::DoneLate,
        Count { ahead: 0, .. } => Standing::Done,
        Count { .. } => Standing::Current,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates(listed: &[(&str, &str)]) -> Vec<Dated> {
        let dated = |(last, done): &(&str, &str)| Dated { last_day: day(last), done_on: done.parse().ok() };
        listed.iter().map(dated).collect()
    }

    #[test]
    fn a_row_stands_as_its_dates_do() {
        let today = day("2026-11-21");
        let stands = |listed: &[(&str, &str)]| standing(&dates(listed), today);
        assert_eq!(stands(&[]), Standing::Undated);
        assert_eq!(stands(&[("2026-12-01", "")]), Standing::Ahead);
        assert_eq!(stands(&[("2026-11-21", "")]), Standing::Ahead, "the last day is still in time");
        assert_eq!(stands(&[("2026-11-20", "")]), Standing::Late);
        assert_eq!(stands(&[("2026-11-20", "2026-11-20")]), Standing::Done);
        assert_eq!(stands(&[("2026-11-19", "2026-11-20")]), Standing::DoneLate);
        assert_eq!(stands(&[("2026-10-31", "2026-11-02"), ("2026-12-31", "")]), Standing::Current);
        assert_eq!(stands(&[("2026-10-31", ""), ("2026-12-31", "2026-11-01")]), Standing::Late);
    }

    #[test]
    fn every_date_is_counted_once() {
        let all = dates(&[("2026-09-30", "2026-09-30"), ("2026-10-31", ""), ("2026-12-31", "")]);
        let count = Count::of(&all, day("2026-11-21"));
        assert_eq!(count, Count { done: 1, late: 1, ahead: 1 });
        assert_eq!(count.and(count).all(), 6);
    }
}
