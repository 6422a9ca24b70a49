//! Text → grid: finds out how the document shows its columns.

use super::csv;
use super::header::Columns;
use super::inferred;
use super::spaces;
use super::tabs;
use super::vertical;
use crate::domain::roadmap::document::PAGE_BREAK;

/// Cells by line. Lines above and below the table have one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) lines: Vec<GridLine>,
    /// Each line of cells is a row of the document's table; else page breaks may have torn rows.
    pub(super) exact: bool,
}

/// One line of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct GridLine {
    pub(super) cells: Vec<String>,
    /// An empty line, or the end of a page, stood before it.
    pub(super) apart: bool,
    /// It was put together from what two pages held of it.
    pub(super) joined: bool,
}

impl GridLine {
    /// A row of known cells, which say where the end of a page touched it.
    fn of(mut cells: Vec<String>) -> Self {
        let apart = cells.first().is_some_and(|cell| cell.starts_with(PAGE_BREAK));
        let broken = |cell: &String| cell.trim_start_matches(PAGE_BREAK).contains(PAGE_BREAK);
        let joined = cells.iter().any(broken);
        for cell in &mut cells {
            cell.retain(|letter| letter != PAGE_BREAK);
        }
        Self { cells, apart, joined }
    }
}

impl Grid {
    /// A grid of known cells.
    pub(super) fn of(cells: Vec<Vec<String>>) -> Self {
        Self { lines: cells.into_iter().map(GridLine::of).collect(), exact: true }
    }

    /// An empty grid whose rows may come torn.
    pub(super) fn torn() -> Self {
        Self { lines: Vec::new(), exact: false }
    }

    /// How many columns the best heading has, if there is one.
    pub(super) fn known_columns(&self) -> usize {
        self.lines
            .iter()
            .filter_map(|line| Columns::of(&line.cells))
            .map(|columns| columns.known_count())
            .max()
            .unwrap_or(0)
    }
}

/// The lines of a document: one kind of line end, page breaks as empty lines, invisible signs gone.
pub(super) fn lines(document: &str) -> Vec<String> {
    let text = document.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{b}'], "\n");
    let text = text.replace('\u{c}', "\n\n");
    text.split('\n').map(|line| line.replace(['\u{ad}', '\u{200b}', '\u{feff}'], "").replace('\u{a0}', " ")).collect()
}

/// The grid of the layout in which most columns are recognised; `None` for a text without columns.
pub(super) fn grid(lines: &[String]) -> Option<Grid> {
    let splitters: [fn(&[String]) -> Grid; 5] =
        [tabs::grid, by_pipes, |lines| csv::grid(lines, ';'), |lines| csv::grid(lines, ','), spaces::grid];
    let mut best: Option<(usize, Grid)> = None;
    for split in splitters {
        let grid = split(lines);
        let known = grid.known_columns();
        if known > best.as_ref().map_or(0, |(known, _)| *known) {
            best = Some((known, grid));
        }
    }
    best.map(|(_, grid)| grid)
        .or_else(|| vertical::grid(lines))
        .or_else(|| splitters.iter().find_map(|split| inferred::with_heading(split(lines))))
}

/// «1», «1.», «2.3.», «4)», «№ 5», «IV.»: the number of a row.
pub(super) fn is_number(cell: &str) -> bool {
    let text = cell.trim().trim_start_matches('№').trim();
    let digits = text.trim_end_matches(['.', ')', ',']);
    let arabic = !digits.is_empty()
        && digits.chars().count() <= 8
        && digits
            .split('.')
            .all(|part| !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit()));
    let roman = !digits.is_empty() && digits.chars().count() <= 5 && digits.chars().all(|c| "IVXІХ".contains(c));
    arabic || roman
}

/// Markdown and pasted tables: columns between strokes.
fn by_pipes(lines: &[String]) -> Grid {
    let mut grid = Grid::of(Vec::new());
    let mut apart = false;
    for line in lines {
        let text = line.trim();
        if text.is_empty() {
            apart = true;
            continue;
        }
        if text.contains(['|', '+']) && text.chars().all(|c| "|-–—:=+ ".contains(c)) {
            continue;
        }
        let inner = text.strip_prefix('|').unwrap_or(text);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells = if text.contains('|') {
            inner.split('|').map(|cell| cell.trim().to_owned()).collect()
        } else {
            vec![text.to_owned()]
        };
        grid.lines.push(GridLine { cells, apart, joined: false });
        apart = false;
    }
    grid
}
