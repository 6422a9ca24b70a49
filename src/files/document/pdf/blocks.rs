//! Where the number of a row stands where no lines are drawn: in its first line or in its last.

use super::gutters::columns;
use super::lines::Line;
use super::sentences::is_number;
use crate::files::document::DocumentProblem;

/// Fewer blocks say nothing about where the numbers stand.
const FEWEST_BLOCKS: usize = 3;

/// Lines without white between them, below the heading: how many begin with a line that has a number, and how many
/// end with one.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Blocks {
    all: usize,
    begun: usize,
    ended: usize,
}

impl Blocks {
    /// `wide`: so much white parts two blocks.
    pub(super) fn of(pages: &[&[Line]], gutters: &[f64], wide: f64) -> Self {
        let mut blocks = Self::default();
        for page in pages {
            let mut block: Vec<(f64, bool)> = Vec::new();
            // The heading and what goes on from the page before say nothing.
            let mut first = true;
            for line in *page {
                let numbered = columns(line, gutters).map(|columns| is_number(&columns[0].text()));
                if numbered.is_none() || block.last().is_some_and(|(y, _)| line.y - y > wide) {
                    let block = std::mem::take(&mut block);
                    if !first {
                        blocks.add(&block);
                    }
                    first = first && block.is_empty();
                }
                block.extend(numbered.map(|numbered| (line.y, numbered)));
            }
            if !first {
                blocks.add(&block);
            }
        }
        blocks
    }

    /// A block without a number is none of rows.
    fn add(&mut self, block: &[(f64, bool)]) {
        let (Some(first), Some(last)) = (block.first(), block.last()) else {
            return;
        };
        if block.iter().any(|(_, numbered)| *numbered) {
            self.all += 1;
            self.begun += usize::from(first.1);
            self.ended += usize::from(last.1);
        }
    }

    /// Rows whose numbers are in the middle cannot be told apart.
    pub(super) fn are_at_bottom(self) -> Result<bool, DocumentProblem> {
        if self.all < FEWEST_BLOCKS {
            return Ok(false);
        }
        match (self.begun * 3 >= self.all * 2, self.ended * 3 >= self.all * 2) {
            (true, _) => Ok(false),
            (false, true) => Ok(true),
            (false, false) => Err(DocumentProblem::RowsUnclear),
        }
    }
}
