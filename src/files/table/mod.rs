//! Rows of a spreadsheet or a CSV file, within limits, as people see them.
//!
//! XLS and ODS are recognised and refused with the way to save them as XLSX. The library reads those two whole
//! before a limit can be applied, and a file of a few kilobytes may make it ask for gigabytes: repeated cells in
//! ODS, a far cell in XLS.
//!
//! To read another format: its kind in [`crate::files::kind`], an arm in [`read_table`], a file here that
//! pushes its cells into `Grid`, which keeps the limits.

mod claims;
mod delimited;
mod grid;
mod problem;
mod unpacked;
mod value;
pub(in crate::files) mod workbook;

pub use problem::TableProblem;

use crate::files::decode::{self, MEGABYTE};
use crate::files::kind::FileKind;
pub(in crate::files) use grid::Grid;

/// How much of a table is read. The defaults fit the largest school many times over.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file as it came.
    pub bytes: usize,
    /// Bytes of a workbook once unpacked: what a zip bomb is stopped by.
    pub unpacked_bytes: u64,
    /// Rows up to the last one that holds anything.
    pub rows: usize,
    /// Columns up to the last one that holds anything.
    pub columns: usize,
    /// Characters in one cell.
    pub cell_chars: usize,
    /// Characters in all cells together, the blanks around them too: a workbook keeps a long text once, however many
    /// cells show it.
    pub chars: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 2 * MEGABYTE,
            unpacked_bytes: 30 * 1024 * 1024,
            rows: 5_000,
            columns: 60,
            cell_chars: 2_000,
            chars: 2_000_000,
        }
    }
}

/// The rows of the first sheet that holds anything, or of a CSV or plain text file.
///
/// Row `i` is row `i + 1` of the file, blank ones included, so that errors can name it; trailing blank rows
/// and cells are left out. Formulas come as their last computed values.
pub fn read_table(name: &str, bytes: &[u8], limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    within_bytes(bytes, limits)?;
    read_known(FileKind::recognise(name, bytes), bytes, limits)
}

fn within_bytes(bytes: &[u8], limits: Limits) -> Result<(), TableProblem> {
    if bytes.len() > limits.bytes {
        return Err(TableProblem::TooLarge { limit: limits.bytes / MEGABYTE });
    }
    if bytes.is_empty() {
        return Err(TableProblem::Empty);
    }
    Ok(())
}

/// The same of bytes whose kind is known.
pub(in crate::files) fn read_known(
    kind: FileKind,
    bytes: &[u8],
    limits: Limits,
) -> Result<Vec<Vec<String>>, TableProblem> {
    within_bytes(bytes, limits)?;
    let rows = match kind {
        FileKind::Xlsx => workbook::read(bytes, limits)?,
        FileKind::Csv | FileKind::Txt => {
            let text = decode::guess_text(bytes).ok_or(TableProblem::WrongKind { found: FileKind::Unknown })?;
            delimited::read(&text, limits)?
        }
        FileKind::Encrypted => return Err(TableProblem::Protected),
        found => return Err(TableProblem::WrongKind { found }),
    };
    if rows.is_empty() { Err(TableProblem::Empty) } else { Ok(rows) }
}

#[cfg(test)]
mod staff_tests;
#[cfg(test)]
mod tests;
