//! The year's axis: where a day lies, where months begin.

use chrono::{Datelike, NaiveDate};

/// A school year stretched over a width in pixels.
pub(super) struct YearAxis {
    start: NaiveDate,
    end: NaiveDate,
    left: f32,
    width: f32,
}

impl YearAxis {
    pub(super) const fn new(start: NaiveDate, end: NaiveDate, left: f32, width: f32) -> Self {
        Self { start, end, left, width }
    }

    pub(super) const fn left(&self) -> f32 {
        self.left
    }

    pub(super) const fn right(&self) -> f32 {
        self.left + self.width
    }

    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Where a day begins; days outside the year lie on its edges.
    pub(super) fn x(&self, day: NaiveDate) -> f32 {
        let days =
            |until: NaiveDate| f32::from(u16::try_from((until - self.start).num_days().max(0)).unwrap_or(u16::MAX));
        let whole = days(self.end) + 1.0;
        self.left + self.width * (days(day) / whole).min(1.0)
    }

    /// The first days of the year's months; at most 24, should the year be given wrong.
    pub(super) fn month_starts(&self) -> Vec<NaiveDate> {
        let next = |day: &NaiveDate| day.with_day(1)?.checked_add_months(chrono::Months::new(1));
        let starts = std::iter::successors(Some(self.start), next);
        starts.take_while(|day| *day <= self.end).take(24).collect()
    }
}
