//! Rows that the end of a page cuts: the lower half stands at the top of the next page, below the repeated heading.
//!
//! Nothing that is drawn tells such a half from a row. What tells is what it says and what room there was: a cell goes
//! on only where the page left no room for its next line, and a line only where there was none for its next word.

use super::cell::Cell;
use super::sentences::{begins_small, continues_list, ends_open, is_number};
use super::table::{Part, Row};
use crate::domain::roadmap::document::PAGE_BREAK;
use crate::domain::roadmap::read::names_columns;

/// A repeated heading has no more rows.
const HEADING_ROWS: usize = 4;
/// With room for so many lines a cell ends where it ends. Programs keep two lines of a paragraph together.
const ROOM_LINES: f64 = 3.5;
/// A column is always written where these parts of a hundred of its rows are.
const ALWAYS: usize = 80;
/// Fewer rows say nothing about a column.
const FEWEST_ROWS: usize = 3;

/// Whether a row at the top of a page is the rest of the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Rest,
    Row,
    Doubtful,
}

/// The pages one after another, cut rows in one piece; those that may be the rest of the row above say so.
pub(super) fn joined(pages: Vec<Vec<Part>>) -> Vec<Part> {
    let repeated = repeated(&pages);
    let habits = Habits::learn(&pages, &repeated);
    let mut parts: Vec<Part> = Vec::new();
    for (page, repeated) in pages.into_iter().zip(repeated) {
        let mut page = page.into_iter();
        let above: Vec<Part> = page.by_ref().take(repeated).collect();
        let mut first = page.next();
        if let (Some(Part::Row(half)), Some(Part::Row(rest))) = (parts.last_mut(), first.as_mut()) {
            match habits.verdict(half, rest) {
                Verdict::Rest => {
                    half.append(rest);
                    first = None;
                }
                Verdict::Doubtful => rest.doubtful = true,
                Verdict::Row => {}
            }
        }
        // A heading that is known says nothing new. Any other stands above the whole of a cut row, of which the next
        // page may have more.
        if !above.iter().filter_map(Part::row).all(Row::only_names_columns) {
            let whole = if first.is_none() { parts.pop() } else { None };
            parts.extend(above);
            parts.extend(whole);
        }
        parts.extend(first);
        parts.extend(page);
    }
    parts
}

/// How many rows at the top of each page repeat the heading of a table above.
fn repeated(pages: &[Vec<Part>]) -> Vec<usize> {
    let mut headings: Vec<&Row> = Vec::new();
    let mut counts = Vec::with_capacity(pages.len());
    for page in pages {
        counts.push(page.iter().take(HEADING_ROWS).take_while(|part| is_repeated(part, &headings)).count());
        headings.extend(page.iter().filter_map(Part::row).filter(|row| row.index < HEADING_ROWS));
    }
    counts
}

/// Whether an earlier table begins with the same row at the same place.
fn is_repeated(part: &Part, headings: &[&Row]) -> bool {
    part.row().is_some_and(|row| {
        let written = row.cells.iter().filter(|cell| !cell.text.is_empty()).count();
        written > 1 && headings.iter().any(|heading| heading.index == row.index && heading.says_the_same(row))
    })
}

impl Row {
    /// Whether it is a heading, or the numbers below one.
    pub(super) fn only_names_columns(&self) -> bool {
        let texts: Vec<String> = self.cells.iter().map(|cell| cell.text.clone()).collect();
        names_columns(&texts) || texts.iter().filter(|text| !text.is_empty()).all(|text| is_number(text))
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.cells.len() == other.cells.len()
            && self.cells.iter().zip(&other.cells).all(|(one, other)| one.text == other.text)
    }

    /// Takes up the lower half; what room there is, is seen there.
    fn append(&mut self, rest: &Self) {
        for (cell, rest) in self.cells.iter_mut().zip(&rest.cells) {
            cell.go_on(rest, &PAGE_BREAK.to_string());
        }
    }
}

/// How a column is written in the rows that no page's end touches.
#[derive(Debug, Clone, Copy, Default)]
struct Column {
    rows: usize,
    written: usize,
    /// Cells that begin with a small letter.
    small: usize,
    numbers: usize,
    letters: usize,
}

impl Column {
    fn always(self) -> bool {
        self.rows >= FEWEST_ROWS && self.written * 100 >= self.rows * ALWAYS
    }

    fn numbers_rows(self) -> bool {
        self.always() && self.numbers * 100 >= self.written * ALWAYS
    }

    /// Whether its cells begin sentences.
    fn begins_great(self) -> bool {
        self.written >= FEWEST_ROWS && self.small * 100 <= self.written * (100 - ALWAYS)
    }
}

/// The columns of all tables, by how many there are.
#[derive(Debug, Default)]
struct Habits(Vec<Vec<Column>>);

impl Habits {
    /// Rows at the top of a page may be halves: they say nothing.
    fn learn(pages: &[Vec<Part>], repeated: &[usize]) -> Self {
        let mut habits: Vec<Vec<Column>> = Vec::new();
        for (page, repeated) in pages.iter().zip(repeated) {
            for row in page.iter().skip(repeated + 1).filter_map(Part::row).filter(|row| row.cells.len() > 1) {
                let width = row.cells.len();
                if habits.len() <= width {
                    habits.resize(width + 1, Vec::new());
                }
                habits[width].resize(width, Column::default());
                for (column, cell) in habits[width].iter_mut().zip(&row.cells) {
                    column.rows += 1;
                    column.written += usize::from(!cell.text.is_empty());
                    column.small += usize::from(begins_small(&cell.text));
                    column.numbers += usize::from(is_number(&cell.text));
                    column.letters += cell.text.len();
                }
            }
        }
        Self(habits)
    }

    fn verdict(&self, half: &Row, rest: &Row) -> Verdict {
        let width = rest.cells.len();
        let Some(columns) = self.0.get(width).filter(|_| width > 1 && half.cells.len() == width) else {
            return Verdict::Row;
        };
        // Below a heading stand rows, whatever they lack.
        if half.only_names_columns() {
            return Verdict::Row;
        }
        let pairs =
            || columns.iter().zip(half.cells.iter().zip(&rest.cells)).filter(|(_, (_, rest))| !rest.text.is_empty());
        let numbered = columns.iter().position(|column| column.numbers_rows());
        if numbered.is_some_and(|at| !rest.cells[at].text.is_empty()) {
            return Verdict::Row;
        }
        let numberless = numbered.is_some_and(|at| !half.cells[at].text.is_empty());
        if pairs().any(|(_, (half, rest))| half.below > ROOM_LINES * half.pitch.max(rest.pitch)) {
            return if numberless { Verdict::Doubtful } else { Verdict::Row };
        }
        let sentence_goes_on = |column: &Column, half: &Cell, rest: &Cell| {
            ends_open(&half.text) || (column.begins_great() && begins_small(&rest.text) && !half.has_room_for(rest))
        };
        let goes_on = pairs().any(|(column, (half, rest))| sentence_goes_on(column, half, rest));
        let ended =
            pairs().any(|(column, (half, rest))| half.has_room_for(rest) && !sentence_goes_on(column, half, rest));
        if numberless {
            // One text below a whole one may as well be the name of a section.
            let listed = pairs().any(|(_, (half, rest))| continues_list(&half.text, &rest.text));
            return if pairs().count() == 1 && ended && !listed { Verdict::Doubtful } else { Verdict::Rest };
        }
        let main = columns.iter().enumerate().max_by_key(|(_, column)| column.letters).map_or(0, |(at, _)| at);
        let missing =
            columns.iter().zip(&rest.cells).filter(|(column, cell)| column.always() && cell.text.is_empty()).count();
        if rest.cells[main].text.is_empty() {
            return if ended { Verdict::Doubtful } else { Verdict::Rest };
        }
        let main_goes_on = sentence_goes_on(&columns[main], &half.cells[main], &rest.cells[main])
            || (missing > 0 && columns[main].begins_great() && begins_small(&rest.cells[main].text));
        match (main_goes_on, goes_on, ended, missing) {
            (true, _, false, _) | (true, _, _, 1..) | (_, true, false, 1..) | (_, _, false, 2..) => Verdict::Rest,
            (true, _, true, 0) | (false, _, _, 1..) | (false, true, _, 0) => Verdict::Doubtful,
            (false, false, _, 0) => Verdict::Row,
        }
    }
}
