//! Columns between semicolons or commas, with quotes around cells that hold the sign or a line's end.

use super::layout::{Grid, GridLine};

/// Splits the whole document; a quote that is never closed ends with the document.
pub(super) fn grid(lines: &[String], sign: char) -> Grid {
    let mut grid = Grid::of(Vec::new());
    let mut record = Record::default();
    let mut apart = false;
    for line in lines {
        if line.trim().is_empty() && !record.quoted {
            apart = true;
            continue;
        }
        record.add(line, sign);
        if !record.quoted {
            grid.lines.push(GridLine { cells: std::mem::take(&mut record).finish(), apart, joined: false });
            apart = false;
        }
    }
    if record.quoted {
        grid.lines.push(GridLine { cells: record.finish(), apart, joined: false });
    }
    grid
}

#[derive(Default)]
struct Record {
    cells: Vec<String>,
    cell: String,
    quoted: bool,
}

impl Record {
    fn add(&mut self, line: &str, sign: char) {
        if self.quoted {
            self.cell.push('\n');
        }
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            if self.quoted {
                match c {
                    '"' if chars.peek() == Some(&'"') => {
                        chars.next();
                        self.cell.push('"');
                    }
                    '"' => self.quoted = false,
                    _ => self.cell.push(c),
                }
            } else if c == '"' && self.cell.trim().is_empty() {
                self.cell.clear();
                self.quoted = true;
            } else if c == sign {
                self.cells.push(std::mem::take(&mut self.cell));
            } else {
                self.cell.push(c);
            }
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.cells.push(self.cell);
        self.cells
    }
}
