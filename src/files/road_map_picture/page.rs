//! The page from top to bottom: title, legend, months, stages with their rows.

use crate::files::road_map_picture::fold::{self, Shown};
use crate::files::road_map_picture::year::YearAxis;
use crate::files::road_map_picture::{RoadMapView, State, signs};
use crate::files::svg::{Anchor, Style, Svg, colour};
use crate::files::text_width::{Weight, width, wrap};

const WIDTH: f32 = 1080.0;
pub(super) const MARGIN: f32 = 44.0;
pub(super) const ROOM: f32 = WIDTH - 2.0 * MARGIN;
/// With more rows than this a label has one line.
const ROOMY_ROWS: usize = 14;

const TITLE: Style = Style::new(46.0, Weight::Bold, colour::INK);
const SUBTITLE: Style = Style::new(30.0, Weight::Regular, colour::GREY);
const SMALL: Style = Style::new(26.0, Weight::Regular, colour::GREY);

/// A page in the making: `y` is where the next thing begins.
pub(super) struct Page<'a> {
    view: &'a RoadMapView,
    pub(super) year: YearAxis,
    pub(super) svg: Svg,
    pub(super) y: f32,
}

/// The page as SVG, and its height in pixels.
pub(super) fn svg(view: &RoadMapView) -> (String, f32) {
    let year = YearAxis::new(view.year_start, view.year_end, MARGIN, ROOM);
    let mut page = Page { view, year, svg: Svg::new(), y: 40.0 };
    page.head();
    page.legend();
    let stages = fold::shown(&view.stages);
    if stages.is_empty() {
        page.empty();
    } else {
        page.body(&stages);
    }
    let height = (page.y + 24.0).ceil();
    (page.svg.finish(WIDTH, height, colour::PAPER), height)
}

impl Page<'_> {
    fn head(&mut self) {
        self.lines(&self.view.title, TITLE, MARGIN, ROOM, (56.0, 2));
        self.y += 4.0;
        self.lines(&self.view.subtitle, SUBTITLE, MARGIN, ROOM, (40.0, 2));
        self.y += 20.0;
    }

    /// Text from `x` in lines of `step` pixels, at most `max_lines`; nothing for an empty text.
    fn lines(&mut self, text: &str, style: Style, x: f32, room: f32, (step, max_lines): (f32, usize)) {
        let lines = wrap(text, style.size, style.weight, room, max_lines);
        for line in lines.iter().filter(|line| !line.is_empty()) {
            self.y += step;
            self.svg.text((x, self.y - step * 0.25), style, line);
        }
    }

    fn legend(&mut self) {
        let legend = &self.view.legend;
        let entries = [
            (State::Done, &legend.done),
            (State::Open, &legend.open),
            (State::Late, &legend.late),
            (State::Undated, &legend.undated),
        ];
        let (mut x, mut y) = (MARGIN, self.y + 16.0);
        for (state, name) in entries {
            let name = wrap(name, SMALL.size, SMALL.weight, ROOM - 40.0, 1).concat();
            let room = 38.0 + width(&name, SMALL.size, SMALL.weight);
            if x > MARGIN && x + room > MARGIN + ROOM {
                (x, y) = (MARGIN, y + 42.0);
            }
            signs::draw(&mut self.svg, (x + 13.0, y), 12.0, state);
            self.svg.text((x + 36.0, y + 9.0), SMALL, &name);
            x += room + 34.0;
        }
        self.y = y + 34.0;
    }

    fn empty(&mut self) {
        self.y += 30.0;
        let top = self.y;
        let lines = wrap(&self.view.empty, 34.0, Weight::Regular, ROOM - 80.0, 6);
        let height = 120.0 + 46.0 * f32::from(u8::try_from(lines.len()).unwrap_or(6));
        self.svg.rect((MARGIN, top), (ROOM, height), 24.0, colour::SHADE);
        let style = Style::new(34.0, Weight::Regular, colour::GREY).at(Anchor::Middle);
        let mut y = top + 92.0;
        for line in lines {
            self.svg.text((WIDTH / 2.0, y), style, &line);
            y += 46.0;
        }
        self.y = top + height + 20.0;
    }

    /// The grid lies under the rows, but its height is known only after them.
    fn body(&mut self, stages: &[Shown]) {
        let top = self.y;
        self.y = top + 90.0;
        let above = std::mem::replace(&mut self.svg, Svg::new());
        let label_lines = if stages.iter().map(|stage| stage.rows.len()).sum::<usize>() > ROOMY_ROWS { 1 } else { 2 };
        for stage in stages {
            self.stage(stage, label_lines);
        }
        let rows = std::mem::replace(&mut self.svg, above);
        self.months(top, self.y);
        self.today(top, self.y);
        self.svg.append(&rows);
    }

    fn months(&mut self, top: f32, bottom: f32) {
        let starts = self.year.month_starts();
        let ends = starts.iter().skip(1).map(|day| self.year.x(*day)).chain([self.year.right()]);
        let style = SMALL.at(Anchor::Middle);
        for ((start, end), name) in
            starts.iter().zip(ends).zip(self.view.months.iter().map(String::as_str).chain(std::iter::repeat("")))
        {
            let x = self.year.x(*start);
            let name = wrap(name, style.size, style.weight, end - x, 1).concat();
            self.svg.text((f32::midpoint(x, end), top + 26.0), style, &name);
            self.svg.stroke(&format!("M{x} {}V{bottom}", top + 42.0), colour::FAINT, 2.0, "");
        }
        let right = self.year.right();
        self.svg.stroke(&format!("M{right} {}V{bottom}", top + 42.0), colour::FAINT, 2.0, "");
    }

    /// Today's line with its flag under the months; none where today lies outside the year.
    fn today(&mut self, top: f32, bottom: f32) {
        if !self.year.holds(self.view.today) {
            return;
        }
        let x = self.year.x(self.view.today);
        let style = Style::new(24.0, Weight::Bold, colour::PAPER).at(Anchor::Middle);
        let label = wrap(&self.view.today_label, style.size, style.weight, ROOM - 40.0, 1).concat();
        let flag = width(&label, style.size, style.weight) + 32.0;
        let left = (x - flag / 2.0).clamp(MARGIN, MARGIN + ROOM - flag);
        let top = top + 44.0;
        let line = format!("M{x} {}V{bottom}", top + 34.0);
        self.svg.stroke(&line, colour::AMBER, 3.0, "");
        self.svg.rect((left, top), (flag, 38.0), 19.0, colour::AMBER);
        self.svg.text((left + flag / 2.0, top + 27.0), style, &label);
    }
}
