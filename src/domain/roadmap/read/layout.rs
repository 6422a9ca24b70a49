//! Text → grid: finds out how the document shows its columns.

use super::csv;
use super::header::Columns;
use super::vertical;

/// Cells by line. Lines above and below the table have one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) lines: Vec<GridLine>,
}

/// One line of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct GridLine {
    pub(super) cells: Vec<String>,
    /// An empty line stood before it.
    pub(super) apart: bool,
}

impl Grid {
    /// A grid of known cells.
    pub(super) fn of(cells: Vec<Vec<String>>) -> Self {
        Self {
            lines: cells
                .into_iter()
                .map(|cells| GridLine {
                    cells,
                    apart: false,
                })
                .collect(),
        }
    }

    /// How many columns the best heading has, if there is one.
    fn known_columns(&self) -> usize {
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
    let text = document
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{b}'], "\n");
    let text = text.replace('\u{c}', "\n\n");
    text.split('\n')
        .map(|line| {
            line.replace(['\u{ad}', '\u{200b}', '\u{feff}'], "")
                .replace('\u{a0}', " ")
        })
        .collect()
}

/// The grid of the layout in which most columns are recognised; `None` for a text without columns.
pub(super) fn grid(lines: &[String]) -> Option<Grid> {
    let splitters: [fn(&[String]) -> Grid; 5] = [
        by_tabs,
        by_pipes,
        |lines| csv::grid(lines, ';'),
        |lines| csv::grid(lines, ','),
        by_spaces,
    ];
    let mut best: Option<(usize, Grid)> = None;
    for split in splitters {
        let grid = split(lines);
        let known = grid.known_columns();
        if known > best.as_ref().map_or(0, |(known, _)| *known) {
            best = Some((known, grid));
        }
    }
    best.map(|(_, grid)| grid).or_else(|| vertical::grid(lines))
}

/// Columns between tabs. A cell of several paragraphs breaks its row over several lines: they are put together.
fn by_tabs(lines: &[String]) -> Grid {
    let cells_of = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let heading = lines
        .iter()
        .map(|line| cells_of(line))
        .find(|cells| Columns::of(cells).is_some());
    let width = heading.map_or(0, |cells| cells.len());
    let mut grid = Grid { lines: Vec::new() };
    let mut apart = false;
    let mut inside = false;
    for line in lines {
        if line.trim().is_empty() {
            apart = true;
            continue;
        }
        let cells = cells_of(line);
        let open = grid
            .lines
            .last_mut()
            .filter(|last| inside && last.cells.len() < width && last.cells.len() > 1);
        match open {
            Some(last) if last.cells.len() + cells.len() - 1 <= width && !begins_row(&cells) => {
                continue_row(last, cells);
            }
            _ => {
                inside |= cells.len() == width && width > 1;
                grid.lines.push(GridLine { cells, apart });
            }
        }
        apart = false;
    }
    grid
}

/// A number in the first cell, and more cells after it.
fn begins_row(cells: &[String]) -> bool {
    cells.len() > 1 && cells.first().is_some_and(|cell| is_number(cell))
}

/// The last cell of a row goes on in the next line; then come the cells after it.
fn continue_row(row: &mut GridLine, cells: Vec<String>) {
    let mut cells = cells.into_iter();
    if let (Some(last), Some(first)) = (row.cells.last_mut(), cells.next()) {
        last.push('\n');
        last.push_str(&first);
    }
    row.cells.extend(cells);
}

/// «1», «1.», «2.3.», «4)», «№ 5», «IV.»: the number of a row.
pub(super) fn is_number(cell: &str) -> bool {
    let text = cell.trim().trim_start_matches('№').trim();
    let digits = text.trim_end_matches(['.', ')', ',']);
    let arabic = !digits.is_empty()
        && digits.chars().count() <= 8
        && digits.split('.').all(|part| {
            !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit())
        });
    let roman = !digits.is_empty()
        && digits.chars().count() <= 5
        && digits.chars().all(|c| "IVXІХ".contains(c));
    arabic || roman
}

/// Markdown and pasted tables: columns between strokes.
fn by_pipes(lines: &[String]) -> Grid {
    let mut grid = Grid { lines: Vec::new() };
    let mut apart = false;
    for line in lines {
        let text = line.trim();
        if text.is_empty() {
            apart = true;
            continue;
        }
        if text.contains('|') && text.chars().all(|c| "|-–—:=+ ".contains(c)) {
            continue;
        }
        let inner = text.strip_prefix('|').unwrap_or(text);
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells = if text.contains('|') {
            inner
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect()
        } else {
            vec![text.to_owned()]
        };
        grid.lines.push(GridLine { cells, apart });
        apart = false;
    }
    grid
}

/// Columns kept apart by two spaces or more, as text from a PDF has them: the heading gives their places.
fn by_spaces(lines: &[String]) -> Grid {
    let starts = lines.iter().find_map(|line| {
        let pieces = pieces(line);
        let cells: Vec<String> = pieces.iter().map(|(_, text)| (*text).to_owned()).collect();
        Columns::of(&cells).map(|_| pieces.iter().map(|(at, _)| *at).collect::<Vec<_>>())
    });
    let mut grid = Grid { lines: Vec::new() };
    let Some(starts) = starts else { return grid };
    let mut apart = false;
    for line in lines {
        let pieces = pieces(line);
        if pieces.is_empty() {
            apart = true;
            continue;
        }
        let mut cells = vec![String::new(); starts.len()];
        for (at, text) in pieces {
            let nearest = starts
                .iter()
                .enumerate()
                .min_by_key(|(_, start)| start.abs_diff(at))
                .map_or(0, |(i, _)| i);
            if !cells[nearest].is_empty() {
                cells[nearest].push(' ');
            }
            cells[nearest].push_str(text);
        }
        grid.lines.push(GridLine { cells, apart });
        apart = false;
    }
    grid
}

/// The pieces of a line between wide gaps, each with the place where it begins, in characters.
fn pieces(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = line;
    let mut offset = 0;
    loop {
        let indent = rest.len() - rest.trim_start().len();
        offset += rest[..indent].chars().count();
        rest = &rest[indent..];
        if rest.is_empty() {
            return found;
        }
        let end = rest.find("  ").unwrap_or(rest.len());
        found.push((offset, &rest[..end]));
        offset += rest[..end].chars().count();
        rest = &rest[end..];
    }
}
