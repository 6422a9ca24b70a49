//! A sheet wider than the paper is printed in parts: the first columns of all rows, then the next ones. The rows of two
//! such pages stand at the same heights.

use super::table::{Part, Row};
use crate::domain::roadmap::read::{has_heading, names_columns};
use crate::files::document::DocumentProblem;

/// Places closer than this are the same, in points.
const SAME: f64 = 1.5;
/// Fewer rows at the same heights are chance.
const FEWEST: usize = 3;
/// Rows of so many different heights are no chance, whatever their columns are called.
const VARIED: usize = 3;

/// Puts pages that hold the columns of one sheet side by side.
pub(super) fn joined(pages: Vec<Vec<Part>>) -> Result<Vec<Vec<Part>>, DocumentProblem> {
    let Some(stripes) = stripes(&pages) else {
        return Ok(pages);
    };
    let of = |stripe: &[usize]| stripe.iter().flat_map(|page| rows(&pages[*page])).collect::<Vec<&Row>>();
    let varied = heights(&of(&stripes[0])) >= VARIED;
    let all = |fits: &dyn Fn(&Vec<Part>, &Vec<Part>) -> bool, stripe: &[usize]| {
        stripe.iter().zip(&stripes[0]).all(|(page, first)| fits(&pages[*first], &pages[*page]))
    };
    let sure = |stripe: &Vec<usize>| all(&|one, other| agree(one, other), stripe) && (varied || is_rest(&of(stripe)));
    if stripes.iter().skip(1).all(sure) {
        return Ok(put_together(pages, &stripes));
    }
    // As many rows, but not at the same heights: which belong together is not known.
    let as_many = |one: &Vec<Part>, other: &Vec<Part>| rows(one).count() == rows(other).count();
    let apart = |stripe: &Vec<usize>| of(stripe).len() >= FEWEST && all(&as_many, stripe) && is_rest(&of(stripe));
    if stripes.iter().skip(1).any(apart) { Err(DocumentProblem::ColumnsApart) } else { Ok(pages) }
}

/// Whether a table begins with the names of columns that are no heading by themselves.
fn is_rest(rows: &[&Row]) -> bool {
    let first = rows.first().map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<String>>());
    first.is_some_and(|first| names_columns(&first) && !has_heading(&[first]))
}

fn rows(page: &[Part]) -> impl Iterator<Item = &Row> {
    page.iter().filter_map(Part::row)
}

/// Pages with rows, by their columns; `None` unless each stripe has a part of every such page.
fn stripes(pages: &[Vec<Part>]) -> Option<Vec<Vec<usize>>> {
    let mut stripes: Vec<Vec<usize>> = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let Some(first) = rows(page).next() else {
            continue;
        };
        first.place.filter(|_| rows(page).all(|row| same(&row.columns, &first.columns)))?;
        let known = stripes
            .iter_mut()
            .find(|stripe| rows(&pages[stripe[0]]).next().is_some_and(|other| same(&other.columns, &first.columns)));
        match known {
            Some(stripe) => stripe.push(at),
            None => stripes.push(vec![at]),
        }
    }
    (stripes.len() > 1 && stripes.iter().all(|stripe| stripe.len() == stripes[0].len())).then_some(stripes)
}

fn same(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < SAME)
}

fn is_level(one: &Row, other: &Row) -> bool {
    let near = |(one, other): (f64, f64)| (one - other).abs() < SAME;
    one.place.zip(other.place).is_some_and(|(one, other)| near((one.0, other.0)) && near((one.1, other.1)))
}

/// Whether the rows of two pages stand at the same heights; a row without text is not there.
fn agree(one: &[Part], other: &[Part]) -> bool {
    let overlaps = |one: &Row, other: &Row| {
        one.place.zip(other.place).is_some_and(|(one, other)| one.0 + SAME < other.1 && other.0 + SAME < one.1)
    };
    let fits = |row: &Row, page: &[Part]| rows(page).all(|other| is_level(row, other) || !overlaps(row, other));
    let met = rows(one).filter(|row| rows(other).any(|other| is_level(row, other))).count();
    let most = rows(one).count().max(rows(other).count());
    met >= FEWEST.min(most) && met * 2 >= most && rows(one).all(|row| fits(row, other))
}

/// How many different heights rows have.
fn heights(rows: &[&Row]) -> usize {
    let mut heights: Vec<f64> = rows.iter().filter_map(|row| row.place).map(|(top, bottom)| bottom - top).collect();
    heights.sort_by(f64::total_cmp);
    heights.dedup_by(|next, before| (*next - *before).abs() < SAME);
    heights.len()
}

fn put_together(mut pages: Vec<Vec<Part>>, stripes: &[Vec<usize>]) -> Vec<Vec<Part>> {
    let width = |stripe: &Vec<usize>| {
        stripe.iter().flat_map(|page| rows(&pages[*page])).map(|row| row.cells.len()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = stripes.iter().map(width).collect();
    let mut whole = Vec::new();
    for nth in 0..stripes[0].len() {
        let mut page = std::mem::take(&mut pages[stripes[0][nth]]);
        widen(&mut page, widths[0]);
        let mut wide = widths[0];
        for (stripe, width) in stripes.iter().zip(&widths).skip(1) {
            let (mut above, below) = (Vec::new(), std::mem::take(&mut pages[stripe[nth]]));
            for part in below {
                match part {
                    Part::Row(row) => add(&mut page, row, wide),
                    // What stands above the rows of this page, stands above all.
                    line @ Part::Line { .. } if page.iter().all(|part| !is_beside(part, wide)) => above.push(line),
                    line @ Part::Line { .. } => page.push(line),
                }
            }
            page.splice(0..0, above);
            wide += width;
            widen(&mut page, wide);
        }
        whole.push(page);
    }
    // Pages without rows stand above or below all others: only lines are left.
    let first = stripes[0][0];
    let below = pages.split_off(first);
    pages.into_iter().chain(whole).chain(below).filter(|page| !page.is_empty()).collect()
}

/// Fills rows up to a width.
fn widen(page: &mut [Part], width: usize) {
    for part in page {
        if let Part::Row(row) = part {
            row.cells.resize_with(width, Default::default);
        }
    }
}

/// Whether a row has more cells than this.
fn is_beside(part: &Part, width: usize) -> bool {
    matches!(part, Part::Row(row) if row.cells.len() > width)
}

/// Puts the cells of a row beside those at its height; what has none at its height stays what it is.
fn add(page: &mut Vec<Part>, mut more: Row, left: usize) {
    let beside = page.iter_mut().find_map(|part| match part {
        Part::Row(row) if is_level(row, &more) => Some(row),
        _ => None,
    });
    if let Some(row) = beside {
        row.cells.append(&mut more.cells);
        return;
    }
    let below = page.iter().position(
        |part| matches!(part, Part::Row(row) if row.place.zip(more.place).is_some_and(|(row, more)| more.0 < row.0)),
    );
    more.cells.splice(0..0, std::iter::repeat_with(Default::default).take(left));
    page.insert(below.unwrap_or(page.len()), Part::Row(more));
}
