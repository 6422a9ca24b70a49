//! A table copied cell by cell: each cell is a paragraph of its own, one under another.

use super::header::{Column, Columns, column};
use super::layout::{Grid, GridLine, is_number};
use crate::domain::roadmap::responsible::responsible;
use crate::domain::roadmap::term::{TermKind, parse};
use crate::domain::school_year::SchoolYear;

/// A heading of fewer cells could be chance.
const FEWEST_COLUMNS: usize = 3;

/// No road map has more columns.
const MOST_COLUMNS: usize = 16;

/// Puts the cells side by side again; `None` if there is no heading of this kind.
pub(super) fn grid(lines: &[String]) -> Option<Grid> {
    let cells = cells(lines);
    let first = (0..cells.len()).find(|at| heading_length(&cells[*at..]) >= FEWEST_COLUMNS)?;
    let width = heading_length(&cells[first..]);
    let (above, table) = cells.split_at(first);
    let (heading, body) = table.split_at(width);
    let columns = Columns::of(heading)?;
    let meaning: Vec<Option<Column>> = heading.iter().map(|cell| column(cell)).collect();
    let mut grid = Grid::of(above.iter().map(|cell| vec![cell.clone()]).collect());
    grid.lines.push(line(heading.to_vec()));
    grid.lines.extend(rows(body, &columns, &meaning).into_iter().map(line));
    Some(grid)
}

fn line(cells: Vec<String>) -> GridLine {
    GridLine { cells, ..GridLine::default() }
}

/// Where cells begin with a tab, lines without one go on; else each line is a cell.
fn cells(lines: &[String]) -> Vec<String> {
    let tabbed = lines.iter().filter(|line| line.starts_with('\t')).count() >= FEWEST_COLUMNS;
    let mut cells: Vec<String> = Vec::new();
    let mut inside = false;
    for line in lines {
        let text = line.trim();
        let begins = line.starts_with('\t');
        if text.is_empty() && !(tabbed && begins) {
            continue;
        }
        inside |= begins;
        match cells.last_mut() {
            Some(last) if tabbed && inside && !begins => {
                last.push('\n');
                last.push_str(text);
            }
            _ => cells.push(text.to_owned()),
        }
    }
    cells
}

/// How many cells from here on are headings, all different.
fn heading_length(cells: &[String]) -> usize {
    let mut seen = Vec::new();
    for cell in cells.iter().take(MOST_COLUMNS) {
        // «Срок: до 10 сентября» is a labelled line of a text, not a heading.
        let labelled = cell.split_once(':').is_some_and(|(_, rest)| !rest.trim().is_empty());
        match column(cell).filter(|_| !labelled) {
            Some(meaning) if meaning == Column::Aside || !seen.contains(&meaning) => {
                seen.push(meaning);
            }
            _ => break,
        }
    }
    seen.len()
}

/// Rows begin with a number where there is a number column, else they are all of one length.
fn rows(body: &[String], columns: &Columns, meaning: &[Option<Column>]) -> Vec<Vec<String>> {
    if meaning.first() != Some(&Some(Column::Number)) {
        return body.chunks(columns.len()).map(<[String]>::to_vec).collect();
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    for cell in body {
        match rows.last_mut() {
            Some(row) if !is_number(cell) => row.push(cell.clone()),
            _ => rows.push(vec![cell.clone()]),
        }
    }
    rows.into_iter().map(|row| aligned(row, meaning)).collect()
}

/// Brings a row with too many or too few cells to the heading: the last columns are known by what they hold.
fn aligned(row: Vec<String>, meaning: &[Option<Column>]) -> Vec<String> {
    if row.len() == meaning.len() || row.len() < 2 {
        return row;
    }
    let mut aligned = vec![String::new(); meaning.len()];
    let mut cells = row.into_iter();
    aligned[0] = cells.next().unwrap_or_default();
    let mut rest: Vec<String> = cells.collect();
    for at in (1..meaning.len()).rev() {
        let fits = match meaning[at] {
            Some(Column::Term) => rest.last().is_some_and(|cell| is_term(cell)),
            Some(Column::Responsible) => {
                rest.last().is_some_and(|cell| responsible(cell).iter().any(|one| one.role.is_some()))
            }
            Some(Column::Result | Column::Aside) | None => rest.len() > at,
            _ => break,
        };
        if fits && rest.len() > 1 {
            aligned[at] = rest.pop().unwrap_or_default();
        }
    }
    let texts: Vec<usize> = (1..meaning.len())
        .filter(|at| matches!(meaning[*at], Some(Column::Stage | Column::Activity | Column::Content)))
        .collect();
    for (nth, cell) in rest.into_iter().enumerate() {
        let at = texts.get(nth).or(texts.last()).copied().unwrap_or(1);
        if !aligned[at].is_empty() {
            aligned[at].push('\n');
        }
        aligned[at].push_str(&cell);
    }
    aligned
}

fn is_term(cell: &str) -> bool {
    let reading = parse(cell).in_year(SchoolYear(2023));
    !matches!(reading.kind, TermKind::Other | TermKind::None)
}
