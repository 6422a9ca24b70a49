//! Stages and their rows: a sign and a label, and under them the row's time.

use crate::files::road_map_picture::fold::{self, Shown};
use crate::files::road_map_picture::page::{MARGIN, Page, ROOM};
use crate::files::road_map_picture::{RowBar, State, signs};
use crate::files::svg::{Anchor, Style, colour};
use crate::files::text_width::{Weight, width, wrap};

/// Where the words of a row begin, right of its sign.
const INDENT: f32 = MARGIN + 44.0;

const STAGE: Style = Style::new(29.0, Weight::Bold, colour::INK);
const LABEL: Style = Style::new(28.0, Weight::Regular, colour::INK);
const LATE_COUNT: Style = Style::new(29.0, Weight::Bold, colour::RED);
const LATE_LABEL: Style = Style::new(28.0, Weight::Bold, colour::RED);

/// How much of a stage is done, from 0 to 1.
fn share(stage: &Shown) -> f32 {
    let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    (number(stage.done) / number(stage.total).max(1.0)).min(1.0)
}

impl Page<'_> {
    /// A band with the stage's name and count, then its rows with labels of at most `label_lines` lines.
    pub(super) fn stage(&mut self, stage: &Shown, label_lines: usize) {
        let count = format!("{}/{}", stage.done, stage.total);
        let late = if stage.late > 0 { stage.late.to_string() } else { String::new() };
        let late_room = if late.is_empty() { 0.0 } else { width(&late, STAGE.size, STAGE.weight) + 62.0 };
        let count_room = width(&count, STAGE.size, STAGE.weight) + 30.0 + late_room;
        let lines = wrap(&stage.name, STAGE.size, STAGE.weight, ROOM - 32.0 - count_room, 2);
        let height = 20.0 + 38.0 * f32::from(u8::try_from(lines.len()).unwrap_or(2));
        self.y += 10.0;
        self.svg.rect((MARGIN, self.y), (ROOM, height), 12.0, colour::SHADE);
        if stage.done > 0 {
            self.svg.rect((MARGIN, self.y), (ROOM * share(stage), height), 12.0, colour::GREEN_TINT);
        }
        let mut baseline = self.y + 38.0;
        self.svg.text((MARGIN + ROOM - 16.0, baseline), STAGE.at(Anchor::End), &count);
        if !late.is_empty() {
            let right = MARGIN + ROOM - count_room + 30.0;
            signs::draw(&mut self.svg, (right, baseline - 10.0), 13.0, State::Late);
            self.svg.text((right + 22.0, baseline), LATE_COUNT, &late);
        }
        for line in lines {
            self.svg.text((MARGIN + 16.0, baseline), STAGE, &line);
            baseline += 38.0;
        }
        self.y += height + 12.0;
        if let Some(summary) = &stage.summary {
            self.track(summary);
        }
        for row in &stage.rows {
            self.row(row, label_lines);
        }
    }

    fn row(&mut self, row: &RowBar, label_lines: usize) {
        signs::draw(&mut self.svg, (MARGIN + 16.0, self.y + 20.0), 14.0, row.state);
        let style = if row.state == State::Late { LATE_LABEL } else { LABEL };
        let lines = wrap(&row.label, style.size, style.weight, MARGIN + ROOM - INDENT, label_lines);
        for line in lines {
            self.svg.text_with_halo((INDENT, self.y + 29.0), style, &line);
            self.y += 36.0;
        }
        self.y += 4.0;
        self.track(row);
    }

    /// The row's time: a bar over its window, a sign at each date, dots over the year for a row without dates.
    fn track(&mut self, row: &RowBar) {
        let y = self.y + 12.0;
        let (_, tint) = signs::colours(row.state);
        let dates = fold::dates(row);
        if dates.is_empty() && row.from.is_none() {
            let line = format!("M{} {y}H{}", self.year.left() + 6.0, self.year.right() - 6.0);
            self.svg.stroke(&line, colour::GREY, 3.0, "stroke-dasharray='0.1 12'");
        } else if let Some(from) = row.from {
            let until = row.due.map_or(self.year.right(), |due| self.year.x(due));
            let left = self.year.x(from).min(until);
            self.svg.rect((left, y - 8.0), ((until - left).max(16.0), 16.0), 8.0, tint);
        }
        for (day, state) in dates {
            let x = self.year.x(day).clamp(self.year.left() + 13.0, self.year.right() - 13.0);
            signs::draw(&mut self.svg, (x, y), 12.0, state);
        }
        self.y += 36.0;
    }
}
