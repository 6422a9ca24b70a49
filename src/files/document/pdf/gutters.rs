//! Columns that no lines are drawn between: what stays white from line to line.

use super::lines::Line;
use crate::files::document::COLUMNS;

/// Narrower white is a space between words, in points.
const NARROWEST: usize = 3;
/// One line in this many may cross a gutter: titles and sections do.
const MAY_CROSS: usize = 8;
/// Fewer lines say nothing about columns.
const FEWEST_LINES: usize = 4;
/// The widest page that is looked at, in points.
const WIDEST: usize = 5_000;

/// The middles of the gutters; empty where there are fewer than three columns, because a list has two.
pub(super) fn gutters(lines: &[Line]) -> Vec<f64> {
    if lines.len() < FEWEST_LINES {
        return Vec::new();
    }
    let mut covered = vec![0_usize; WIDEST];
    for line in lines {
        let mut until = 0;
        for (from, to) in line.spans() {
            let (from, to) = (point(from).max(until), point(to).min(WIDEST - 1));
            if from <= to {
                covered[from..=to].iter_mut().for_each(|count| *count += 1);
                until = to + 1;
            }
        }
    }
    let white = |count: usize| count * MAY_CROSS <= lines.len();
    let first = covered.iter().position(|count| !white(*count)).unwrap_or(WIDEST);
    let last = covered.iter().rposition(|count| !white(*count)).unwrap_or(0);
    let mut found = Vec::new();
    let mut at = first;
    while at < last {
        let width = covered[at..last].iter().take_while(|count| white(**count)).count();
        if width >= NARROWEST {
            #[expect(clippy::cast_precision_loss, reason = "a page is some thousands of points wide")]
            found.push(at as f64 + width as f64 / 2.0);
        }
        at += width.max(1);
    }
    if (2..COLUMNS).contains(&found.len()) { found } else { Vec::new() }
}

/// What of a line stands in each column; `None` for one that crosses a gutter.
pub(super) fn columns(line: &Line, gutters: &[f64]) -> Option<Vec<Line>> {
    if line.spans().any(|(from, to)| gutters.iter().any(|gutter| from < *gutter && *gutter < to)) {
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
