//! Columns kept apart by two spaces or more, as text from a PDF has them: the heading gives their places.

use super::header::{Column, Columns};
use super::layout::{Grid, GridLine, is_number};
use super::limits::MOST_COLUMNS;

/// Splits the lines; without a heading, or under one that is wider than any, there are none: each line would take a
/// cell for every column.
pub(super) fn grid(lines: &[String]) -> Grid {
    let heading = lines.iter().find_map(|line| {
        let pieces = pieces(line);
        let cells: Vec<String> = pieces.iter().map(|(_, text)| (*text).to_owned()).collect();
        Some((pieces.iter().map(|(at, _)| *at).collect::<Vec<_>>(), Columns::of(&cells)?))
    });
    let mut grid = Grid::torn();
    let Some((starts, columns)) = heading.filter(|(starts, _)| starts.len() <= MOST_COLUMNS) else {
        return grid;
    };
    let mut apart = false;
    for line in lines {
        let mut pieces = pieces(line);
        if pieces.is_empty() {
            apart = true;
            continue;
        }
        if columns.leads(Column::Number) {
            part_number(&mut pieces);
        }
        grid.lines.push(GridLine { cells: placed(&pieces, &starts), apart, joined: false });
        apart = false;
    }
    grid
}

/// «1. Создание базы»: one space after the number is a gap between columns too.
fn part_number(pieces: &mut Vec<(usize, &str)>) {
    let Some((at, first)) = pieces.first().copied() else {
        return;
    };
    if let Some((number, text)) = first.split_once(' ').filter(|(number, _)| is_number(number)) {
        pieces[0] = (at, number);
        pieces.insert(1, (at + number.chars().count() + 1, text));
    }
}

/// A line with a piece for each column fills them in order; others go by their places.
fn placed(pieces: &[(usize, &str)], starts: &[usize]) -> Vec<String> {
    if pieces.len() == starts.len() {
        return pieces.iter().map(|(_, text)| (*text).to_owned()).collect();
    }
    let mut cells = vec![String::new(); starts.len()];
    for (at, text) in pieces {
        let nearest = starts.iter().enumerate().min_by_key(|(_, start)| start.abs_diff(*at)).map_or(0, |(i, _)| i);
        if !cells[nearest].is_empty() {
            cells[nearest].push(' ');
        }
        cells[nearest].push_str(text);
    }
    cells
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
