//! Columns between tabs. A cell of several paragraphs breaks its row over several lines: they are put together.

use super::cells::names_part;
use super::header::Columns;
use super::items::begins_item;
use super::layout::{Grid, GridLine, is_number};

/// Splits the lines; without a heading, each line stays as it is.
pub(super) fn grid(lines: &[String]) -> Grid {
    let cells_of = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let heading = lines.iter().map(|line| cells_of(line)).find(|cells| Columns::of(cells).is_some());
    let width = heading.map_or(0, |cells| cells.len());
    let mut grid = Grid::torn();
    let mut apart = false;
    let mut inside = false;
    for line in lines {
        if line.trim().is_empty() {
            apart = true;
            continue;
        }
        let mut cells = cells_of(line);
        if inside && !apart && cells.len() == width {
            begin_in_lines_above(&mut cells, &mut grid);
        }
        let open = grid.lines.last_mut().filter(|last| inside && last.cells.len() < width && last.cells.len() > 1);
        match open {
            Some(last) if last.cells.len() + cells.len() - 1 <= width && !begins_row(&cells) => {
                continue_row(last, cells);
            }
            _ => {
                inside |= cells.len() == width && width > 1;
                grid.lines.push(GridLine { cells, apart, joined: false });
            }
        }
        apart = false;
    }
    grid
}

/// A row whose first cell has several paragraphs begins in the lines above, which have no columns.
fn begin_in_lines_above(cells: &mut [String], grid: &mut Grid) {
    let goes_on = |text: &str| text.trim_start().starts_with(char::is_lowercase) || begins_item(text);
    let alone = |line: &GridLine| line.cells.len() == 1;
    if is_number(&cells[0]) || !goes_on(&cells[0]) {
        return;
    }
    let items =
        grid.lines.iter().rev().take_while(|line| alone(line) && !line.apart && goes_on(&line.cells[0])).count();
    let first = grid.lines.len() - items;
    let Some(lead) = first.checked_sub(1).filter(|lead| alone(&grid.lines[*lead])) else {
        return;
    };
    // «Основной этап» is whole, whatever letter the row below it begins with.
    if items == 0 && !begins_item(&cells[0]) && names_part(&grid.lines[lead].cells[0]) {
        return;
    }
    let above: Vec<String> = grid.lines.drain(lead..).flat_map(|line| line.cells).collect();
    cells[0] = format!("{}\n{}", above.join("\n"), cells[0]);
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
