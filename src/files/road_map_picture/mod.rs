//! The state of a road map as one picture for a chat: a school year from left to right, late rows in red.
//!
//! Plain values in, pixels out: which row is late and what everything is called is decided elsewhere.

mod fold;
mod page;
mod rows;
mod signs;
mod year;

use crate::files::picture;
use chrono::NaiveDate;

/// More rows than this are folded into their stages: messengers shrink a photo to 1,280 pixels on its longer side, and
/// a longer page could not be read any more.
pub const MAX_ROWS: usize = 20;

/// Messengers refuse photos whose sides add up to 10,000 pixels; what would be higher is drawn smaller.
const MAX_HEIGHT: f32 = 8_800.0;

/// What became of a row, or of one of its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Done,
    Open,
    Late,
    /// The row has no date in this year: it waits for an event, or its term was not understood.
    Undated,
}

/// The names of the states, in the reader's language.
#[derive(Debug, Clone)]
pub struct Legend {
    pub done: String,
    pub open: String,
    pub late: String,
    pub undated: String,
}

/// One activity.
#[derive(Debug, Clone)]
pub struct RowBar {
    pub label: String,
    /// The day from which it is worked on; `None` where only the end is known.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// Dated occurrences; where there are none, `due` is drawn with the row's own state.
    pub marks: Vec<(NaiveDate, State)>,
    pub state: State,
}

/// One stage with its activities.
#[derive(Debug, Clone)]
pub struct StageBar {
    pub name: String,
    pub rows: Vec<RowBar>,
}

/// Everything that the picture says.
#[derive(Debug, Clone)]
pub struct RoadMapView {
    pub title: String,
    /// The line under the title: the school, what is done.
    pub subtitle: String,
    pub today: NaiveDate,
    /// The flag at today's line: «сегодня, 21 ноября».
    pub today_label: String,
    /// The first day of the school year.
    pub year_start: NaiveDate,
    /// The last day of the school year.
    pub year_end: NaiveDate,
    /// Short names of the months from `year_start` on: «сен», «окт».
    pub months: Vec<String>,
    pub stages: Vec<StageBar>,
    pub legend: Legend,
    /// What stands in the picture while there are no rows.
    pub empty: String,
}

/// A PNG, 1080 pixels wide, as high as its rows need (7 rows 1,500 pixels, 20 rows 2,400, 60 rows in 8 stages 2,100).
///
/// Up to [`MAX_ROWS`] rows each has its line; beyond, stages have one line each and some late rows theirs. The band of a
/// stage is filled as far as its rows are done.
pub fn draw(view: &RoadMapView) -> anyhow::Result<Vec<u8>> {
    let (svg, height) = page::svg(view);
    picture::render_png(&svg, (MAX_HEIGHT / height).min(1.0))
}

#[cfg(test)]
mod tests;
