//! Columns that no lines are drawn between: what stays white from row to row.
//!
//! The lines in which rows begin are in several pieces; a long cell has many lines in one piece, which say nothing of
//! where the other columns are, but may not lie across the white.

use super::lines::Line;
use super::sentences::is_number;
use crate::files::document::COLUMNS;

/// Narrower white is a space between words, in points.
const NARROWEST: usize = 4;
/// One line in this many may cross a gutter: titles and sections do.
const MAY_CROSS: usize = 8;
/// One in so many may cross that beside a column of numbers.
const MAY_CROSS_NUMBERS: usize = 2;
/// A line in which a row begins is in so many pieces at least: a list has two.
const PIECES: usize = 3;
/// White between two pieces, in heights of a letter.
const APART: f64 = 0.8;
/// Fewer rows say nothing about columns.
const FEWEST_ROWS: usize = 3;
/// The widest page that is looked at, in points.
const WIDEST: usize = 5_000;

/// The middles of the gutters of these lines; empty where there are fewer than three columns.
pub(super) fn gutters<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<f64> {
    let mut lines: Vec<&Line> = lines.skip_while(|line| pieces(line) < PIECES).collect();
    let rows: Vec<&Line> = lines.iter().copied().filter(|line| pieces(line) >= PIECES).collect();
    if rows.len() < FEWEST_ROWS {
        return Vec::new();
    }
    // What begins above the numbers of rows and goes on is the name of a section: it says nothing of the other columns.
    if let Some(numbers) = found(&rows, &lines).first().copied().filter(|gutter| number_rows(&rows, *gutter)) {
        lines.retain(|line| !line.phrases().iter().any(|(from, to)| *from < numbers && numbers < *to));
    }
    let found = found(&rows, &lines);
    if (PIECES - 1..COLUMNS).contains(&found.len()) { found } else { Vec::new() }
}

/// What stays white in `rows`, and in all lines but a few.
fn found(rows: &[&Line], lines: &[&Line]) -> Vec<f64> {
    let (in_rows, in_lines) = (covered(rows), covered(lines));
    let white = |count: usize| count * MAY_CROSS <= rows.len();
    let first = in_rows.iter().position(|count| !white(*count)).unwrap_or(WIDEST);
    let filled = in_rows.iter().rposition(|count| !white(*count)).unwrap_or(0);
    // The heading may name a column in which nothing stands.
    let last = rows[0].spans().map(|(_, to)| point(to)).fold(filled, usize::max);
    let mut found = Vec::new();
    let mut at = first;
    while at < last {
        let width = in_rows[at..last].iter().take_while(|count| white(**count)).count();
        if width >= NARROWEST {
            #[expect(clippy::cast_precision_loss, reason = "a page is some thousands of points wide")]
            let from = at as f64;
            // The names of sections begin above the numbers of rows.
            let most =
                |middle: f64| lines.len() / if number_rows(rows, middle) { MAY_CROSS_NUMBERS } else { MAY_CROSS };
            let whitest = whitest(&in_lines[at..at + width]).map(|(middle, count)| (from + middle, count));
            found.extend(whitest.filter(|(middle, count)| *count <= most(*middle)).map(|(middle, _)| middle));
        }
        at += width.max(1);
    }
    found
}

/// Whether most rows have nothing but a number before this place.
fn number_rows(rows: &[&Line], place: f64) -> bool {
    let before = |line: &Line| {
        let letters = line.letters.iter().filter(|letter| letter.x + letter.width / 2.0 < place);
        letters.map(|letter| letter.text.as_str()).collect::<String>()
    };
    rows.iter().filter(|line| is_number(&before(line))).count() * 3 >= rows.len() * 2
}

/// In how many lines something stands at each point.
fn covered(lines: &[&Line]) -> Vec<usize> {
    let mut covered = vec![0_usize; WIDEST];
    for line in lines {
        let mut until = 0;
        for (from, to) in line.phrases() {
            let (from, to) = (point(from).max(until), point(to).min(WIDEST - 1));
            if from <= to {
                covered[from..=to].iter_mut().for_each(|count| *count += 1);
                until = to + 1;
            }
        }
    }
    covered
}

/// The middle of the longest stretch that the fewest lines cover, and how many do.
fn whitest(covered: &[usize]) -> Option<(f64, usize)> {
    let fewest = *covered.iter().min()?;
    let (mut longest, mut at) = (0..0, 0);
    while at < covered.len() {
        let width = covered[at..].iter().take_while(|count| **count == fewest).count();
        if width > longest.len() {
            longest = at..at + width;
        }
        at += width.max(1);
    }
    #[expect(clippy::cast_precision_loss, reason = "a page is some thousands of points wide")]
    let middle = (longest.start + longest.end) as f64 / 2.0;
    Some((middle, fewest))
}

/// In how many pieces a line is.
fn pieces(line: &Line) -> usize {
    let mut end: Option<f64> = None;
    let mut pieces = 0;
    for letter in line.letters.iter().filter(|letter| !letter.text.trim().is_empty()) {
        if end.is_none_or(|end| letter.x - end > APART * letter.size) {
            pieces += 1;
        }
        end = Some(letter.x + letter.width);
    }
    pieces
}

/// What of a line stands in each column; `None` for one that crosses a gutter.
pub(super) fn columns(line: &Line, gutters: &[f64]) -> Option<Vec<Line>> {
    if line.phrases().iter().any(|(from, to)| gutters.iter().any(|gutter| from < gutter && gutter < to)) {
        return None;
    }
    let mut parts: Vec<Line> = (0..=gutters.len()).map(|_| Line { letters: Vec::new(), y: line.y }).collect();
    for letter in &line.letters {
        let column = gutters.partition_point(|gutter| *gutter < letter.x + letter.width / 2.0);
        parts[column].letters.push(letter.clone());
    }
    Some(parts)
}

/// A place in whole points.
fn point(place: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the page")]
    let point = place.clamp(0.0, 4_999.0) as usize;
    point
}
