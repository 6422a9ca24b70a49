//! A made-up road map as people lay it out in Word and Excel: merged cells, headings of two rows, several tables.
//!
//! `layout` makes blocks of a map, `xlsx` and `docx` write them as files.

pub(crate) mod docx;
mod layout;
pub(crate) mod xlsx;

pub(crate) use layout::{adapt, blocks};

use chrono::NaiveDate;

/// A piece of the document from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Text(String),
    Table(Table),
    /// A new sheet begins; a new page in Word.
    Break,
}

/// Cells and which of them are merged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) width: usize,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) merged: Vec<Area>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    /// A day, and the format that shows it.
    pub(crate) day: Option<(NaiveDate, &'static str)>,
    pub(crate) is_number: bool,
}

/// A merged cell: its first and its last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) rows: (usize, usize),
    pub(crate) columns: (usize, usize),
}

impl Cell {
    pub(crate) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl Table {
    /// The merged cell that covers a place.
    pub(crate) fn area(&self, row: usize, column: usize) -> Option<&Area> {
        let within = |(first, last): (usize, usize), at| (first..=last).contains(&at);
        self.merged.iter().find(|area| within(area.rows, row) && within(area.columns, column))
    }

    fn shown(&self) -> String {
        let cells = |row: &Vec<Cell>| row.iter().map(|cell| format!("{:?}", cell.text)).collect::<Vec<_>>().join(" | ");
        let areas = self.merged.iter().map(|area| format!("{:?} x {:?}", area.rows, area.columns));
        let merged = areas.collect::<Vec<_>>().join(", ");
        let rows: Vec<String> = self.rows.iter().map(cells).collect();
        format!("{}\nmerged (rows x columns): {merged}", rows.join("\n"))
    }
}

/// The document as a person would describe it: for a failed test.
pub(crate) fn shown(blocks: &[Block]) -> String {
    let line = |block: &Block| match block {
        Block::Text(line) => line.clone(),
        Block::Break => "=====".to_owned(),
        Block::Table(table) => table.shown(),
    };
    blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}
