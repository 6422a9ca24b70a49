//! A table without a heading: what its columns mean is seen from what they hold.

use super::header::{Column, Columns};
use super::layout::{Grid, GridLine, is_number};
use super::limits::MOST_COLUMNS;
use super::row_start::is_whole_term;
use crate::domain::roadmap::responsible::responsible;

/// Fewer lines of one width could be chance.
const FEWEST_ROWS: usize = 2;

/// The grid under a heading that says what was seen; `None` if no column holds terms, or none says what to do.
pub(super) fn with_heading(mut grid: Grid) -> Option<Grid> {
    let width =
        grid.lines.iter().map(|line| line.cells.len()).max().filter(|width| (3..=MOST_COLUMNS).contains(width))?;
    let rows: Vec<&GridLine> = grid.lines.iter().filter(|line| line.cells.len() == width).collect();
    if rows.len() < FEWEST_ROWS || rows.len() * 2 < grid.lines.len() {
        return None;
    }
    let most = |at: usize, fits: fn(&str) -> bool| {
        let written: Vec<&str> = rows.iter().map(|row| row.cells[at].trim()).filter(|cell| !cell.is_empty()).collect();
        !written.is_empty() && written.iter().filter(|cell| fits(cell)).count() * 3 >= written.len() * 2
    };
    let mut heading = vec!["Примечание"; width];
    let mut texts = Vec::new();
    for at in 0..width {
        if at == 0 && most(at, is_number) {
            heading[at] = "№";
        } else if !heading.contains(&"Срок") && most(at, is_whole_term) {
            heading[at] = "Срок";
        } else if !heading.contains(&"Ответственный") && most(at, is_people) {
            heading[at] = "Ответственный";
        } else {
            texts.push(at);
        }
    }
    let first = texts.first().copied().filter(|_| heading.contains(&"Срок"))?;
    // The first text says what to do, the second what comes of it.
    heading[first] = "Мероприятие";
    if let Some(second) = texts.get(1) {
        heading[*second] = "Результат";
    }
    let heading: Vec<String> = heading.into_iter().map(str::to_owned).collect();
    let columns = Columns::of(&heading).filter(|columns| columns.has(Column::Activity))?;
    let top = grid.lines.iter().position(|line| line.cells.len() == columns.len())?;
    grid.lines.insert(top, GridLine { cells: heading, ..GridLine::default() });
    Some(grid)
}

fn is_people(cell: &str) -> bool {
    let people = responsible(cell);
    cell.chars().count() < 80 && people.iter().any(|one| one.role.is_some())
}
