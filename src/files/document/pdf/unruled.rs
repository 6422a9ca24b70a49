//! Rows of a table that no lines are drawn in: lines of text in columns, put together row by row.
//!
//! A row begins where its number stands; where rows have no numbers, where the space above is wider than between the
//! lines of a cell, where a column that had ended begins anew, or where all cells of the line before had ended.

use super::blocks::Blocks;
use super::cell::Cell;
use super::gutters::{columns, gutters};
use super::lines::Line;
use super::sentences::{begins_small, ends_open, is_number};
use super::table::{Part, Row};
use crate::files::document::DocumentProblem;

/// White above a row, in parts of the usual distance of two lines.
const WIDE: f64 = 1.25;
/// One text so far below a table is no part of it.
const FAR: f64 = 1.8;
/// One distance in this many, at least, is a wide one where rows are set apart.
const MANY_WIDE: usize = 12;
/// A page of which one line in so many crosses the gutters has no such table.
const MAY_BE_WHOLE: usize = 3;
/// Lines of one text are further apart, in heights of a letter.
const CLOSE: f64 = 0.8;
/// The white that programs leave between two columns, in points.
const BETWEEN: f64 = 10.8;
/// So many lines of a column reach as far as its width allows.
const FULL: usize = 8;

/// How the rows of a document's pages without lines are written.
pub(super) struct Layout {
    gutters: Vec<f64>,
    widths: Vec<f64>,
    /// The usual distance of two lines.
    pitch: f64,
    /// Rows are set apart.
    spaced: bool,
    numbered: bool,
    /// The number of a row stands in its last line, not in its first.
    at_bottom: bool,
    /// The column that says most.
    main: usize,
    /// Which columns hold more than their heading.
    used: Vec<bool>,
}

impl Layout {
    /// What these pages have in common; `None` where they have no columns.
    pub(super) fn of(pages: &[&[Line]]) -> Result<Option<Self>, DocumentProblem> {
        let gutters = gutters(pages.iter().copied().flatten());
        if gutters.is_empty() {
            return Ok(None);
        }
        let placed: Vec<Vec<Vec<Line>>> =
            pages.iter().map(|page| page.iter().filter_map(|line| columns(line, &gutters)).collect()).collect();
        let lines: Vec<&Vec<Line>> = placed.iter().flatten().collect();
        let distance = |pair: &[Vec<Line>]| pair[1][0].y - pair[0][0].y;
        let mut distances: Vec<f64> = placed.iter().flat_map(|page| page.windows(2).map(distance)).collect();
        distances.sort_by(f64::total_cmp);
        let height = lines.iter().find_map(|columns| columns.iter().flat_map(|line| &line.letters).next());
        let close = distances.iter().filter(|distance| height.is_some_and(|one| **distance < CLOSE * one.size)).count();
        // Beside cells of two lines stand others in the middle.
        if close > 2 && close * MANY_WIDE > distances.len() {
            return Err(DocumentProblem::RowsUnclear);
        }
        let pitch = distances.get(distances.len() / 4).copied().unwrap_or(0.0);
        let wide = distances.iter().filter(|distance| **distance > WIDE * pitch).count();
        let first = lines.iter().map(|columns| columns[0].text()).filter(|cell| !cell.is_empty());
        let (numbers, others): (Vec<String>, Vec<String>) = first.partition(|cell| is_number(cell));
        let letters = |at: usize| lines.iter().map(|columns| columns[at].letters.len()).sum::<usize>();
        let used = |at: usize| lines.iter().filter(|columns| !columns[at].letters.is_empty()).count() > 1;
        let numbered = numbers.len() > 1 && numbers.len() >= others.len();
        let blocks = if numbered { Blocks::of(pages, &gutters, WIDE * pitch) } else { Blocks::default() };
        Ok(Some(Self {
            at_bottom: blocks.are_at_bottom()?,
            used: (0..=gutters.len()).map(used).collect(),
            widths: widths(&lines, gutters.len() + 1),
            pitch,
            spaced: wide > 2 && wide * MANY_WIDE > distances.len(),
            numbered,
            main: (0..=gutters.len()).max_by_key(|at| letters(*at)).unwrap_or(0),
            gutters,
        }))
    }

    /// The lines of a page from top to bottom, those in columns as rows. `heading` is the first row of the pages above.
    pub(super) fn parts(&self, lines: &[Line], heading: Option<&Row>) -> Vec<Part> {
        let placed: Vec<Option<Vec<Line>>> = lines.iter().map(|line| columns(line, &self.gutters)).collect();
        if placed.iter().filter(|columns| columns.is_none()).count() * MAY_BE_WHOLE > lines.len() {
            return lines.iter().filter_map(Part::of).collect();
        }
        let mut rows = Rows { layout: self, parts: Vec::new(), row: None, heading };
        for (line, columns) in lines.iter().zip(placed) {
            let cells = columns.map(|columns| {
                columns.into_iter().zip(&self.widths).map(|(line, width)| Cell::line(line, *width)).collect()
            });
            rows.take(line, cells);
        }
        rows.close();
        rows.parts
    }
}

/// How wide each column is: as far as anything in it reaches, or up to the next one where it has few lines.
fn widths(lines: &[&Vec<Line>], count: usize) -> Vec<f64> {
    let mut ends = vec![(f64::MAX, 0.0_f64); count];
    for columns in lines {
        for (end, line) in ends.iter_mut().zip(*columns) {
            for (from, to) in line.spans() {
                *end = (end.0.min(from), end.1.max(to));
            }
        }
    }
    let written = |at: usize| lines.iter().filter(|columns| !columns[at].letters.is_empty()).count();
    let next = |at: usize| ends.get(at + 1).filter(|next| written(at) < FULL && next.0 < f64::MAX);
    let until = |at: usize| next(at).map_or(ends[at].1, |next| (next.0 - BETWEEN).max(ends[at].1));
    (0..count).map(|at| (until(at) - ends[at].0).max(0.0)).collect()
}

/// The row that is being put together.
struct Open {
    cells: Vec<Cell>,
    /// Which columns its last line is written in, and where that stands.
    last: Vec<bool>,
    y: f64,
    doubtful: bool,
}

impl Open {
    fn names_columns(&self) -> bool {
        Row { cells: self.cells.clone(), ..Row::default() }.only_names_columns()
    }
}

/// Puts the lines of a page together.
struct Rows<'l> {
    layout: &'l Layout,
    parts: Vec<Part>,
    row: Option<Open>,
    heading: Option<&'l Row>,
}

/// Whether a line begins a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beginning {
    Yes,
    Perhaps,
    No,
}

impl Rows<'_> {
    fn take(&mut self, line: &Line, cells: Option<Vec<Cell>>) {
        let Some(cells) = cells else {
            self.close();
            return self.parts.extend(Part::of(line));
        };
        let written: Vec<bool> = cells.iter().map(|cell| !cell.text.is_empty()).collect();
        let several = written.iter().filter(|written| **written).count() > 1;
        let distance = self.row.as_ref().map(|row| line.y - row.y);
        // Above a number at the bottom stand the other lines of its row.
        let of_row = self.layout.at_bottom && !written[0];
        if !several && !of_row && distance.is_none_or(|distance| distance > FAR * self.layout.pitch) {
            // The first line of a page may be the rest of a row's cell.
            if self.row.is_some() || !self.parts.is_empty() || self.heading.is_none() {
                self.close();
                return self.parts.extend(Part::of(line));
            }
        }
        let begins = self.row.as_ref().map_or(Beginning::Yes, |row| self.begins(row, &cells, &written, line.y));
        if let Some(row) = self.row.as_mut().filter(|_| begins == Beginning::No) {
            for (cell, more) in row.cells.iter_mut().zip(&cells).filter(|(_, more)| !more.text.is_empty()) {
                cell.go_on(more, "");
            }
            (row.last, row.y) = (written, line.y);
        } else {
            self.close();
            let doubtful = begins == Beginning::Perhaps;
            self.row = Some(Open { cells, last: written, y: line.y, doubtful });
        }
    }

    fn begins(&self, row: &Open, cells: &[Cell], written: &[bool], y: f64) -> Beginning {
        let pairs = || row.cells.iter().zip(cells).enumerate().filter(|(at, _)| written[*at]);
        let sentence_goes_on = |at: usize, above: &Cell, here: &Cell| {
            at == self.layout.main && row.last[at] && begins_small(&here.text) && !above.has_room_for(here)
        };
        // What stands below a repeated heading may be the rest of a row that has no number.
        let says = |heading: &Row| heading.cells.iter().zip(&row.cells).all(|(one, other)| one.text == other.text);
        if self.heading.is_some_and(says) {
            return Beginning::Yes;
        }
        if self.layout.numbered {
            // A number that does not stand in its row's first line says nothing of where the row begins.
            let main = pairs().any(|(at, (above, here))| sentence_goes_on(at, above, here));
            if self.layout.at_bottom {
                let ended = row.cells[0].text.lines().next_back().is_some_and(is_number) && row.last[0];
                return if ended || row.names_columns() { Beginning::Yes } else { Beginning::No };
            }
            return match (is_number(&cells[0].text), main) {
                (true, true) => Beginning::Perhaps,
                (true, false) => Beginning::Yes,
                (false, _) => Beginning::No,
            };
        }
        let whole = written.iter().zip(&self.layout.used).all(|(written, used)| *written || !used);
        if self.layout.spaced {
            let anew = whole && self.is_anew(row, cells);
            return if anew || y - row.y > WIDE * self.layout.pitch { Beginning::Yes } else { Beginning::No };
        }
        if written.iter().zip(&row.last).any(|(here, above)| *here && !*above) {
            return Beginning::Yes;
        }
        let goes_on = pairs().any(|(at, (above, here))| ends_open(&above.text) || sentence_goes_on(at, above, here));
        let ended = pairs().all(|(_, (above, here))| above.has_room_for(here));
        match (written[self.layout.main] && !goes_on, whole, ended) {
            (true, true, true) => Beginning::Yes,
            (true, true, false) => Beginning::Perhaps,
            (true, false, true) if !begins_small(&cells[self.layout.main].text) => Beginning::Perhaps,
            _ => Beginning::No,
        }
    }

    /// Whether a line in which all columns are written begins a row though no white is above it: a row that fills its
    /// height leaves none.
    fn is_anew(&self, row: &Open, cells: &[Cell]) -> bool {
        let pairs = || row.cells.iter().zip(cells).enumerate().filter(|(at, _)| self.layout.used[*at]);
        let ended = |at: usize, above: &Cell, here: &Cell| !row.last[at] || above.has_room_for(here);
        let (main, above) = (&cells[self.layout.main], &row.cells[self.layout.main]);
        // Cells that are all short reach to the ends of their columns, and so do long ones that do not go on.
        let half = || pairs().filter(|(at, (above, here))| ended(*at, above, here)).count() * 2 >= pairs().count();
        let fresh = || pairs().all(|(at, (above, here))| ended(at, above, here) || !begins_small(&here.text));
        let main_ended = ended(self.layout.main, above, main) || (!ends_open(&above.text) && (half() || fresh()));
        !begins_small(&main.text) && main_ended
    }

    /// Ends the row.
    fn close(&mut self) {
        if let Some(Open { cells, doubtful, .. }) = self.row.take() {
            self.parts.push(Part::Row(Row { cells, doubtful, ..Row::default() }));
        }
    }
}
