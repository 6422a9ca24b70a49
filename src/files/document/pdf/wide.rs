//! A sheet wider than the paper, known by its heading: the names of its columns stand on several pages at one height.
//!
//! The pages are laid side by side as they were before they were printed; then they are pages like any other.

use super::lines::{Line, lines};
use super::page::Sheet;
use super::places::places;
use super::sentences::is_number;
use crate::domain::roadmap::read::{has_heading, names_columns};
use crate::files::document::DocumentProblem;

/// Places closer than this are the same, in points.
const SAME: f64 = 1.5;
/// White between two pieces of a line, in heights of a letter.
const APART: f64 = 0.8;
/// A heading is among the first lines of a page.
const HEADING_LINES: usize = 15;
/// White between two rows, in parts of the distance of two lines.
const WHITE: f64 = 1.25;
/// How far apart the middles of names in one line and in several are, in points.
const HEADING_HEIGHT: f64 = 20.0;
/// The white put between the columns of two pages that no lines part, in points.
const GUTTER: f64 = 12.0;
/// So many lines across are a table.
const FEWEST_LEVELS: usize = 4;

/// A line: where it stands, and its texts between wide gaps.
struct Written {
    y: f64,
    pieces: Vec<String>,
}

/// A page as it is compared with others.
struct View {
    lines: Vec<Written>,
    /// Where lines are drawn across it.
    levels: Vec<f64>,
    left: f64,
    right: f64,
    /// Where texts of the page before go on.
    cut: Vec<f64>,
}

impl View {
    fn of(sheet: &Sheet) -> Self {
        let levels = places(&sheet.level);
        let drawn = sheet.level.iter().flat_map(|rule| [rule.from, rule.to]);
        let seen = sheet.seen.iter().flat_map(|clip| [clip.0, clip.1]);
        // Of a letter on the edge, half is on the page.
        let letters = sheet.letters.iter().filter(|letter| !letter.text.trim().is_empty());
        let written = letters.map(|letter| letter.x + letter.width / 2.0);
        let places: Vec<f64> =
            if levels.len() < FEWEST_LEVELS { written.chain(seen).collect() } else { drawn.collect() };
        let (left, right) = places.iter().fold((f64::MAX, f64::MIN), |(left, right), x| (left.min(*x), right.max(*x)));
        let lines = lines(sheet.letters.clone());
        let lines = lines.iter().map(|line| Written { y: line.y, pieces: pieces(line) }).collect();
        Self { lines, levels, left, right, cut: sheet.cut.clone() }
    }

    /// The first line that begins on this page.
    fn first(&self) -> Option<&Written> {
        self.lines.iter().find(|line| !self.cut.iter().any(|y| (y - line.y).abs() < SAME))
    }

    fn at(&self, y: f64) -> Option<&Written> {
        self.lines.iter().find(|line| (line.y - y).abs() < SAME)
    }

    /// The names of columns that stand at this height or near it, where names of more lines stand beside them.
    fn heading_at(&self, y: f64) -> Option<Vec<String>> {
        let near = self.lines.iter().take(HEADING_LINES).filter(|line| (line.y - y).abs() < HEADING_HEIGHT);
        let mut near: Vec<&Written> = near.collect();
        near.sort_by(|one, other| (one.y - y).abs().total_cmp(&(other.y - y).abs()));
        near.into_iter().map(|line| &line.pieces).find(|pieces| name_columns(pieces)).cloned()
    }

    /// Whether the rows of another page stand at the same heights.
    fn agrees(&self, other: &Self) -> bool {
        let near = |place: f64, places: &[f64]| places.iter().any(|at| (at - place).abs() < SAME);
        if self.levels.len().min(other.levels.len()) >= FEWEST_LEVELS {
            let met = |one: &Self, other: &Self| one.levels.iter().filter(|at| near(**at, &other.levels)).count();
            return met(self, other) * 10 >= self.levels.len() * 8 && met(other, self) * 10 >= other.levels.len() * 8;
        }
        let met = other.lines.iter().filter(|line| self.at(line.y).is_some()).count();
        met * 2 >= other.lines.len().min(self.lines.len())
    }

    /// The heights at which lines have white above them, and those at which they have white below.
    fn blocks(&self) -> [Vec<f64>; 2] {
        let heights: Vec<f64> = self.lines.iter().map(|line| line.y).collect();
        let pitch = heights.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::MAX, f64::min);
        let apart = |one: Option<&f64>, other: f64| one.is_none_or(|one| (one - other).abs() > WHITE * pitch);
        let with_white = |step: fn(usize) -> usize| {
            let lonely = heights.iter().enumerate().filter(|(at, y)| apart(heights.get(step(*at)), **y));
            lonely.map(|(_, y)| *y).collect()
        };
        [with_white(|at| at.wrapping_sub(1)), with_white(|at| at + 1)]
    }

    /// Whether the cells of a row without lines begin at one height; where its number stands, that is seen by it.
    fn is_at_top(&self, other: &Self) -> bool {
        let ruled = self.levels.len().min(other.levels.len()) >= FEWEST_LEVELS;
        let numbers = self.lines.iter().filter(|line| line.pieces.first().is_some_and(|first| is_number(first)));
        let ([tops, bottoms], [other_tops, other_bottoms]) = (self.blocks(), other.blocks());
        // Beside cells that stand in the middle a line stands between two lines.
        let between = |heights: &[f64]| heights.iter().filter(|y| self.at(**y).is_none()).count() * 10 > heights.len();
        let in_middle = between(&other_tops) && between(&other_bottoms);
        if ruled || in_middle || numbers.count() >= FEWEST_LEVELS {
            return ruled || !in_middle;
        }
        let met = |one: &[f64], other: &[f64]| {
            one.iter().filter(|y| other.iter().any(|other| (*y - other).abs() < SAME)).count()
        };
        let at_top = met(&tops, &other_tops);
        at_top >= met(&bottoms, &other_bottoms) && at_top * 2 >= tops.len().min(other_tops.len())
    }
}

/// The texts of a line between wide gaps.
fn pieces(line: &Line) -> Vec<String> {
    let mut pieces: Vec<Line> = Vec::new();
    let mut end = f64::MIN;
    for letter in line.letters.iter().filter(|letter| !letter.text.trim().is_empty()) {
        if letter.x - end > APART * letter.size {
            pieces.push(Line { letters: Vec::new(), y: line.y });
        }
        if let Some(piece) = pieces.last_mut() {
            piece.letters.push(letter.clone());
        }
        end = letter.x + letter.width;
    }
    pieces.iter().map(Line::text).collect()
}

/// Whether most of these texts name columns.
fn name_columns(pieces: &[String]) -> bool {
    let named = pieces.iter().filter(|piece| names_columns(std::slice::from_ref(*piece))).count();
    named > 0 && named * 2 >= pieces.len()
}

fn is_heading(pieces: &[String]) -> bool {
    has_heading(&[pieces.to_vec()])
}

/// The names of columns on the first page, and those that another page begins with at the same height.
fn names_beside(first: &View, page: &View) -> Option<(Vec<String>, Vec<String>)> {
    let line = page.first().filter(|line| name_columns(&line.pieces))?;
    let (left, right) = (first.heading_at(line.y)?, line.pieces.clone());
    // A heading that is repeated stands on the first page too.
    let repeated = first.lines.iter().any(|line| line.pieces == right);
    let two = is_heading(&left) && is_heading(&right);
    (!repeated && !two).then_some((left, right))
}

/// The names that each page adds to those of the first, if only all together are a heading.
fn parts_of_heading(views: &[View]) -> Option<Vec<Option<Vec<String>>>> {
    let beside: Vec<_> = views.iter().map(|page| names_beside(&views[0], page)).collect();
    let left = beside.iter().flatten().next()?.0.clone();
    let more = beside.iter().flatten().flat_map(|(_, right)| right.clone());
    let whole: Vec<String> = left.into_iter().chain(more).collect();
    // A page with the end of a title alone has columns without names.
    let names = |names: Option<(Vec<String>, Vec<String>)>, page: &View| {
        names.map(|(_, right)| right).or_else(|| page.first().is_none().then(Vec::new))
    };
    is_heading(&whole).then(|| beside.into_iter().zip(views).map(|(beside, page)| names(beside, page)).collect())
}

/// Which pages hold which columns, row of pages by row of pages; `None` where the sheet is not wider than a page.
fn stripes(views: &[View]) -> Option<Vec<Vec<usize>>> {
    let (first, names) = (0..views.len()).find_map(|first| Some((first, parts_of_heading(&views[first..])?)))?;
    let rest = names.iter().position(Option::is_some).and_then(|at| views[first + at].first());
    let heading = rest.and_then(|rest| Some((rest.y, views[first].heading_at(rest.y)?)));
    let repeated =
        |page: usize| heading.as_ref().is_some_and(|(y, names)| views[page].heading_at(*y).as_ref() == Some(names));
    by_names(&names, first, repeated).or_else(|| downwards(&names, first)).or_else(|| across(&names, first))
}

/// Every page has its heading: those with the same one are one below another.
fn by_names(names: &[Option<Vec<String>>], first: usize, repeated: impl Fn(usize) -> bool) -> Option<Vec<Vec<usize>>> {
    let mut stripes: Vec<(Option<&Vec<String>>, Vec<usize>)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        if name.is_none() && !repeated(first + at) {
            return None;
        }
        match stripes.iter_mut().find(|(known, _)| *known == name.as_ref()) {
            Some((_, pages)) => pages.push(first + at),
            None => stripes.push((name.as_ref(), vec![first + at])),
        }
    }
    let pages: Vec<Vec<usize>> = stripes.into_iter().map(|(_, pages)| pages).collect();
    pages.iter().all(|stripe| stripe.len() <= pages[0].len()).then_some(pages)
}

/// First all pages of the first columns, then those of the next; pages without anything are not printed.
fn downwards(names: &[Option<Vec<String>>], first: usize) -> Option<Vec<Vec<usize>>> {
    let mut stripes: Vec<Vec<usize>> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        match stripes.last_mut() {
            Some(stripe) if name.is_none() => stripe.push(first + at),
            _ => stripes.push(vec![first + at]),
        }
    }
    stripes.iter().all(|stripe| stripe.len() <= stripes[0].len()).then_some(stripes)
}

/// All columns of the first rows, then those of the next.
fn across(names: &[Option<Vec<String>>], first: usize) -> Option<Vec<Vec<usize>>> {
    let width = 1 + names.iter().skip(1).take_while(|name| name.is_some()).count();
    let even = names.len().is_multiple_of(width) && names.iter().skip(width).all(Option::is_none);
    even.then(|| (0..width).map(|stripe| (stripe..names.len()).step_by(width).map(|at| first + at).collect()).collect())
}

/// Lays the pages of a wide sheet side by side.
pub(super) fn unfolded(mut sheets: Vec<Sheet>) -> Result<Vec<Sheet>, DocumentProblem> {
    let views: Vec<View> = sheets.iter().map(View::of).collect();
    let Some(stripes) = stripes(&views) else {
        return Ok(sheets);
    };
    let pairs = || stripes.iter().skip(1).flat_map(|stripe| stripes[0].iter().zip(stripe));
    if !pairs().all(|(left, right)| views[*left].agrees(&views[*right])) {
        return Err(DocumentProblem::ColumnsApart);
    }
    if !pairs().all(|(left, right)| views[*left].is_at_top(&views[*right])) {
        return Err(DocumentProblem::RowsUnclear);
    }
    let edge = |stripe: &[usize], of: fn(&View) -> f64, pick: fn(f64, f64) -> f64| {
        stripe.iter().map(|page| of(&views[*page])).reduce(pick).unwrap_or_default()
    };
    let ruled = |view: &View| view.levels.len() >= FEWEST_LEVELS;
    let gutter = if ruled(&views[stripes[0][0]]) { 0.0 } else { GUTTER };
    let mut right = edge(&stripes[0], |view| view.right, f64::max);
    for stripe in &stripes[1..] {
        let left = edge(stripe, |view| view.left, f64::min);
        for (base, page) in stripes[0].iter().zip(stripe) {
            let more = std::mem::take(&mut sheets[*page]);
            sheets[*base].put_beside(more, right - left, gutter);
        }
        right += edge(stripe, |view| view.right, f64::max) - left + gutter;
    }
    let gone: Vec<usize> = stripes[1..].concat();
    let kept = sheets.into_iter().enumerate().filter(|(page, _)| !gone.contains(page));
    Ok(kept.map(|(_, sheet)| sheet).collect())
}

impl Sheet {
    /// Takes up a page that is moved to the right. White is put between columns that no lines part, but not into a text
    /// that goes on over the edge.
    fn put_beside(&mut self, mut more: Self, shift: f64, gutter: f64) {
        for letter in &mut more.letters {
            let goes_on = more.cut.iter().any(|y| (y - letter.y).abs() < SAME);
            let shift = shift + if goes_on { 0.0 } else { gutter };
            letter.x += shift;
            letter.begins.0 += shift;
        }
        more.upright.iter_mut().for_each(|rule| rule.at += shift);
        more.level.iter_mut().for_each(|rule| (rule.from, rule.to) = (rule.from + shift, rule.to + shift));
        self.letters.append(&mut more.letters);
        self.upright.append(&mut more.upright);
        self.level.append(&mut more.level);
        self.nameless += more.nameless;
        self.pictures += more.pictures;
    }
}
