//! Lines on the page → cells, and the letters that stand in them.

use super::cell::{Cell, Frame};
use super::lines::{Line, lines};
use super::page::{Letter, Rule, Sheet};
use super::places::{NEAR, places, reach};
use super::seams::plain;
use super::unruled::Layout;
use crate::domain::roadmap::document::PAGE_BREAK;
use crate::files::document::{COLUMNS, DocumentProblem};
use std::rc::Rc;

/// A table of one column has so many cells at least.
const FEWEST_CELLS: usize = 4;

/// A part of a page.
#[derive(Debug)]
pub(super) enum Part {
    /// A line outside of tables: with single spaces, and with its columns kept apart.
    Line {
        text: String,
        columns: String,
    },
    Row(Row),
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Which of its table's rows on this page it is, from 0; 0 where no lines are drawn.
    pub(super) index: usize,
    /// It may be the rest of the row above.
    pub(super) doubtful: bool,
    /// Where the lines above and below it are; nothing where none are drawn.
    pub(super) place: Option<(f64, f64)>,
    /// Where the upright lines of its table are.
    pub(super) columns: Rc<[f64]>,
}

impl Part {
    /// A line outside of tables, if it says anything.
    pub(super) fn of(line: &Line) -> Option<Self> {
        let (text, columns) = (plain(&line.text()), plain(&line.with_columns()));
        (!text.is_empty()).then_some(Self::Line { text, columns })
    }

    /// The row that it is.
    pub(super) fn row(&self) -> Option<&Row> {
        if let Self::Row(row) = self { Some(row) } else { None }
    }

    /// Its cells as a document has them.
    pub(super) fn into_cells(self) -> Vec<String> {
        match self {
            Self::Line { text, .. } => vec![text],
            Self::Row(row) => {
                let doubtful = row.doubtful;
                let mut cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
                if let Some(first) = cells.first_mut().filter(|_| doubtful) {
                    first.insert(0, PAGE_BREAK);
                }
                cells
            }
        }
    }
}

/// A page without tables.
pub(super) fn as_text(parts: &[Part]) -> String {
    let lines = parts.iter().map(|part| match part {
        Part::Line { columns, .. } => columns.clone(),
        Part::Row(row) => row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A page: one with drawn tables in its parts, from top to bottom, any other in its lines.
pub(super) enum Page {
    Ruled(Vec<Part>),
    Plain(Vec<Line>),
}

/// The tables of a page and the lines around them.
pub(super) fn page(sheet: Sheet) -> Page {
    let tables = tables(&sheet);
    let mut inside: Vec<Vec<Letter>> = tables.iter().map(|_| Vec::new()).collect();
    let mut outside = Vec::new();
    for letter in sheet.letters {
        match tables.iter().position(|table| table.holds(&letter)) {
            Some(at) => inside[at].push(letter),
            None => outside.push(letter),
        }
    }
    let mut parts: Vec<(f64, Part)> = Vec::new();
    let lines = lines(outside);
    if tables.is_empty() {
        return Page::Plain(lines);
    }
    parts.extend(lines.iter().filter_map(|line| Some((line.y, Part::of(line)?))));
    for (table, letters) in tables.iter().zip(inside) {
        let rows = table.rows(letters);
        parts.extend(rows.into_iter().map(|row| (table.levels[0], Part::Row(row))));
    }
    parts.sort_by(|a, b| a.0.total_cmp(&b.0));
    Page::Ruled(parts.into_iter().map(|(_, part)| part).collect())
}

/// The parts of all pages; columns that no lines part are those of all pages without lines.
pub(super) fn parts(pages: Vec<Page>) -> Result<Vec<Vec<Part>>, DocumentProblem> {
    let plain = pages.iter().filter_map(|page| match page {
        Page::Plain(lines) => Some(lines.as_slice()),
        Page::Ruled(_) => None,
    });
    let layout = Layout::of(&plain.collect::<Vec<&[Line]>>())?;
    let mut heading: Option<Row> = None;
    let mut parts = Vec::with_capacity(pages.len());
    for page in pages {
        parts.push(match (page, &layout) {
            (Page::Ruled(parts), _) => parts,
            (Page::Plain(lines), Some(layout)) => layout.parts(&lines, heading.as_ref()),
            (Page::Plain(lines), None) => lines.iter().filter_map(Part::of).collect(),
        });
        heading = heading.or_else(|| {
            let rows = || parts.last().into_iter().flatten().filter_map(Part::row);
            // A title may lie across the gutters between two words, and look like a row.
            rows().find(|row| row.only_names_columns()).or_else(|| rows().next()).cloned()
        });
    }
    Ok(parts)
}

/// A table: the places of its upright and level lines, and the lines themselves.
struct Table {
    uprights: Vec<f64>,
    levels: Vec<f64>,
    upright: Vec<Rule>,
    level: Vec<Rule>,
}

/// Lines that touch each other, directly or through others, are one table; a frame around a text is none.
fn tables(sheet: &Sheet) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    for (rule, upright) in
        sheet.upright.iter().map(|rule| (*rule, true)).chain(sheet.level.iter().map(|rule| (*rule, false)))
    {
        let mut joined = Table { uprights: Vec::new(), levels: Vec::new(), upright: Vec::new(), level: Vec::new() };
        if upright {
            joined.upright.push(rule);
        } else {
            joined.level.push(rule);
        }
        let (touching, others): (Vec<Table>, Vec<Table>) =
            found.into_iter().partition(|table| table.touches(&rule, upright));
        for table in touching {
            joined.upright.extend(table.upright);
            joined.level.extend(table.level);
        }
        found = others;
        found.push(joined);
    }
    for table in &mut found {
        table.uprights = places(&table.upright);
        table.levels = places(&table.level);
        let (uprights, levels) = (table.uprights.len(), table.levels.len());
        if uprights > 1 && levels > 1 {
            reach(&mut table.levels, &table.upright, uprights);
            reach(&mut table.uprights, &table.level, levels);
        }
    }
    found.retain(|table| match table.uprights.len() {
        // A frame around a text is no table, the last column of a wide sheet is one.
        2 => table.levels.len() > FEWEST_CELLS,
        width => (3..=COLUMNS + 1).contains(&width) && table.levels.len() > 1,
    });
    found
}

fn within(place: f64, rule: &Rule) -> bool {
    rule.from - NEAR <= place && place <= rule.to + NEAR
}

impl Table {
    fn touches(&self, rule: &Rule, upright: bool) -> bool {
        let (along, across) = if upright { (&self.upright, &self.level) } else { (&self.level, &self.upright) };
        let crosses = across.iter().any(|other| within(rule.at, other) && within(other.at, rule));
        let goes_on = |other: &Rule| {
            (other.at - rule.at).abs() < NEAR && rule.from <= other.to + NEAR && other.from <= rule.to + NEAR
        };
        crosses || along.iter().any(goes_on)
    }

    fn holds(&self, letter: &Letter) -> bool {
        let (x, y) = letter.begins;
        let inside = |places: &[f64], place: f64| {
            places.first().is_some_and(|first| *first < place) && places.last().is_some_and(|last| place < *last)
        };
        inside(&self.uprights, x) && inside(&self.levels, y)
    }

    /// Whether a line parts the cell at this row and column from the next one.
    fn parted_right(&self, row: usize, column: usize) -> bool {
        let (at, height) = (self.uprights[column + 1], f64::midpoint(self.levels[row], self.levels[row + 1]));
        self.upright.iter().any(|rule| (rule.at - at).abs() < NEAR && rule.from < height && height < rule.to)
    }

    fn parted_below(&self, row: usize, column: usize) -> bool {
        let (at, width) = (self.levels[row + 1], f64::midpoint(self.uprights[column], self.uprights[column + 1]));
        self.level.iter().any(|rule| (rule.at - at).abs() < NEAR && rule.from < width && width < rule.to)
    }

    /// The rows with their texts: a cell merged downwards repeats its text, one merged to the right leaves empty ones.
    fn rows(&self, letters: Vec<Letter>) -> Vec<Row> {
        let (height, width) = (self.levels.len() - 1, self.uprights.len() - 1);
        let owner = self.owners(height, width);
        let mut written: Vec<Vec<Letter>> = (0..height * width).map(|_| Vec::new()).collect();
        for letter in letters {
            let (x, y) = letter.begins;
            let column = self.uprights.partition_point(|place| *place < x).saturating_sub(1).min(width - 1);
            let row = self.levels.partition_point(|place| *place < y).saturating_sub(1).min(height - 1);
            written[owner[row * width + column]].push(letter);
        }
        let frames = self.frames(&owner, width);
        let columns: Rc<[f64]> = self.uprights.as_slice().into();
        let cells: Vec<Cell> =
            written.into_iter().zip(frames).map(|(letters, frame)| Cell::within(lines(letters), frame)).collect();
        let cell = |row: usize, column: usize| {
            let own = owner[row * width + column];
            if own % width == column { cells[own].clone() } else { Cell::default() }
        };
        let says = |row: usize| (0..width).any(|column| !cells[row * width + column].text.is_empty());
        let rows = (0..height).filter(|row| says(*row)).enumerate();
        let rows = rows.map(|(index, row)| {
            let one = (0..width).all(|column| owner[row * width + column] == owner[row * width]);
            let cells = if one { vec![cell(row, 0)] } else { (0..width).map(|column| cell(row, column)).collect() };
            let place = Some((self.levels[row], self.levels[row + 1]));
            Row { cells, index, doubtful: false, place, columns: Rc::clone(&columns) }
        });
        rows.collect()
    }

    /// The left side, the width and the height of each owner.
    fn frames(&self, owner: &[usize], width: usize) -> Vec<Frame> {
        let left = |at: usize| Frame { left: self.uprights[at % width], ..Frame::default() };
        let mut frames: Vec<Frame> = (0..owner.len()).map(left).collect();
        for (at, own) in owner.iter().enumerate() {
            let (row, column) = (at / width, at % width);
            if row == own / width {
                frames[*own].width += self.uprights[column + 1] - self.uprights[column];
            }
            if column == own % width {
                frames[*own].height += self.levels[row + 1] - self.levels[row];
            }
        }
        frames
    }

    /// For each cell the first one (counted by rows) of those that it is merged with.
    fn owners(&self, height: usize, width: usize) -> Vec<usize> {
        let mut owner: Vec<usize> = (0..height * width).collect();
        for row in 0..height {
            for column in 0..width {
                let at = row * width + column;
                if column > 0 && !self.parted_right(row, column - 1) {
                    owner[at] = owner[at - 1];
                } else if row > 0 && !self.parted_below(row - 1, column) {
                    owner[at] = owner[at - width];
                }
            }
        }
        owner
    }
}
