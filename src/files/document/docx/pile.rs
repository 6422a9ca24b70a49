//! Rows put together from paragraphs and cells: merged cells, tables inside cells, limits.

use crate::files::document::{CELL_CHARS, COLUMNS, DocumentProblem, LINES, LONGEST, ROWS, tidy};

/// A finished part of the document or of a cell.
#[derive(Debug)]
pub(super) enum Block {
    Line(String),
    Row(Vec<String>),
}

impl Block {
    pub(super) fn chars(&self) -> usize {
        match self {
            Self::Line(text) => text.chars().count(),
            Self::Row(cells) => cells.iter().map(|cell| cell.chars().count()).sum(),
        }
    }

    pub(super) fn into_row(self) -> Vec<String> {
        match self {
            Self::Line(text) => vec![text],
            Self::Row(cells) => cells,
        }
    }

    /// As a line of the cell that it stands in.
    fn into_line(self) -> String {
        match self {
            Self::Line(text) => text,
            Self::Row(cells) => cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" "),
        }
    }
}

/// How a cell is merged downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    No,
    Begins,
    GoesOn,
}

#[derive(Debug)]
struct Cell {
    blocks: Vec<Block>,
    /// Columns that it takes.
    span: usize,
    merge: Merge,
    chars: usize,
}

#[derive(Debug)]
enum Level {
    /// The texts of cells that are merged downwards so far, by column.
    Table(Vec<Option<String>>),
    Row {
        cells: Vec<Cell>,
        before: usize,
        dropped: bool,
    },
    Cell(Cell),
}

/// What is being put together, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Pile {
    levels: Vec<Level>,
    blocks: Vec<Block>,
    rows: usize,
    /// Paragraphs outside tables, empty ones too.
    lines: usize,
    chars: usize,
}

impl Pile {
    pub(super) fn open_table(&mut self) -> bool {
        let fits = matches!(self.levels.last(), None | Some(Level::Cell(_)));
        if fits {
            self.levels.push(Level::Table(Vec::new()));
        }
        fits
    }

    pub(super) fn open_row(&mut self) -> bool {
        let fits = matches!(self.levels.last(), Some(Level::Table(_)));
        if fits {
            self.levels.push(Level::Row { cells: Vec::new(), before: 0, dropped: false });
        }
        fits
    }

    /// Cells are counted here already: a row may have none of an end.
    pub(super) fn open_cell(&mut self) -> Result<bool, DocumentProblem> {
        let Some(Level::Row { cells, .. }) = self.levels.last() else {
            return Ok(false);
        };
        within_columns(cells.len() + 1)?;
        self.levels.push(Level::Cell(Cell { blocks: Vec::new(), span: 1, merge: Merge::No, chars: 0 }));
        Ok(true)
    }

    /// The row was deleted by somebody whose changes are still tracked.
    pub(super) fn drop_row(&mut self) {
        if let Some(Level::Row { dropped, .. }) = self.levels.last_mut() {
            *dropped = true;
        }
    }

    pub(super) fn empty_before(&mut self, columns: usize) -> Result<(), DocumentProblem> {
        if let Some(Level::Row { before, .. }) = self.levels.last_mut() {
            *before = within_columns(columns)?;
        }
        Ok(())
    }

    pub(super) fn span(&mut self, columns: usize) -> Result<(), DocumentProblem> {
        if let Some(Level::Cell(cell)) = self.levels.last_mut() {
            cell.span = within_columns(columns)?.max(1);
        }
        Ok(())
    }

    pub(super) fn merge(&mut self, merge: Merge) {
        if let Some(Level::Cell(cell)) = self.levels.last_mut() {
            cell.merge = merge;
        }
    }

    /// A paragraph is finished: its lines belong to the innermost cell, or to the document.
    pub(super) fn paragraph(&mut self, text: &str) -> Result<(), DocumentProblem> {
        let row = self.rows + 1;
        let cell = self.levels.iter_mut().rev().find_map(|level| match level {
            Level::Cell(cell) => Some(cell),
            _ => None,
        });
        let Some(cell) = cell else {
            for line in text.split('\n') {
                self.chars += line.len();
                self.lines += 1;
                self.within_length()?;
                self.blocks.push(Block::Line(tidy(line)));
            }
            return Ok(());
        };
        for line in text.split('\n').map(|line| tidy(&line.replace('\t', " "))).filter(|line| !line.is_empty()) {
            cell.chars += line.chars().count();
            cell.blocks.push(Block::Line(line));
        }
        if cell.chars > CELL_CHARS {
            return Err(DocumentProblem::CellTooLong { row, limit: CELL_CHARS });
        }
        Ok(())
    }

    /// The innermost cell, row or table ends.
    pub(super) fn close(&mut self) -> Result<(), DocumentProblem> {
        match self.levels.pop() {
            Some(Level::Cell(cell)) => {
                if let Some(Level::Row { cells, .. }) = self.levels.last_mut() {
                    cells.push(cell);
                }
                Ok(())
            }
            Some(Level::Row { dropped: false, cells, before }) => self.row(cells, before),
            _ => Ok(()),
        }
    }

    fn row(&mut self, mut cells: Vec<Cell>, before: usize) -> Result<(), DocumentProblem> {
        // A frame around everything: the table inside it is the document's.
        if cells.len() == 1 && cells[0].blocks.iter().any(|block| matches!(block, Block::Row(_))) {
            let blocks = cells.remove(0).blocks;
            self.holder().extend(blocks);
            return Ok(());
        }
        let lone = cells.len() == 1;
        let mut row = vec![String::new(); before];
        let mut says_anything = false;
        let mut merges = match self.levels.last_mut() {
            Some(Level::Table(merges)) => std::mem::take(merges),
            _ => Vec::new(),
        };
        for cell in cells {
            let at = row.len();
            within_columns(at + cell.span)?;
            merges.resize(merges.len().max(at + cell.span), None);
            let own = cell
                .blocks
                .into_iter()
                .map(Block::into_line)
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n");
            let above = merges[at].take().filter(|_| cell.merge == Merge::GoesOn);
            says_anything |= above.is_none() && !own.is_empty();
            let text = above.unwrap_or(own);
            merges[at..at + cell.span].fill(None);
            merges[at] = (cell.merge != Merge::No).then(|| text.clone());
            row.push(text);
            row.resize(at + cell.span, String::new());
        }
        if let Some(Level::Table(place)) = self.levels.last_mut() {
            *place = merges;
        }
        if says_anything { self.put(if lone { vec![row.swap_remove(before)] } else { row }) } else { Ok(()) }
    }

    fn put(&mut self, row: Vec<String>) -> Result<(), DocumentProblem> {
        self.rows += 1;
        if self.rows > ROWS {
            return Err(DocumentProblem::TooManyRows { limit: ROWS });
        }
        self.chars += row.iter().map(String::len).sum::<usize>();
        self.holder().push(Block::Row(row));
        self.within_length()
    }

    /// Where finished rows go: the cell that holds their table, or the document.
    fn holder(&mut self) -> &mut Vec<Block> {
        let cell = self.levels.iter_mut().rev().find_map(|level| match level {
            Level::Cell(cell) => Some(&mut cell.blocks),
            _ => None,
        });
        cell.unwrap_or(&mut self.blocks)
    }

    /// Merged cells multiply their text, so that what is written is counted, not what was read. A Russian letter is
    /// two bytes.
    fn within_length(&self) -> Result<(), DocumentProblem> {
        if self.chars > 2 * LONGEST || self.lines > LINES {
            Err(DocumentProblem::TooLong { limit: LONGEST / 1000 })
        } else {
            Ok(())
        }
    }

    pub(super) fn finish(self) -> Vec<Block> {
        self.blocks
    }
}

fn within_columns(columns: usize) -> Result<usize, DocumentProblem> {
    if columns > COLUMNS { Err(DocumentProblem::TooManyColumns { limit: COLUMNS }) } else { Ok(columns) }
}
