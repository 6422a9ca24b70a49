//! Dotted borders: dots in a row → straight lines.

use super::page::Rule;
use hayro_interpret::kurbo::Point;

/// Dots further from each other, in points, are no line.
const GAP: f64 = 4.0;
/// Dots of one line stand at one place across, in points.
const LEVEL: f64 = 0.5;
/// Fewer dots are no line.
const FEWEST: usize = 5;

/// The lines that dots make: upright ones, level ones.
pub(super) fn lines(dots: &[Point]) -> (Vec<Rule>, Vec<Rule>) {
    let upright = rows(dots.iter().map(|dot| (dot.x, dot.y)).collect());
    let level = rows(dots.iter().map(|dot| (dot.y, dot.x)).collect());
    (upright, level)
}

/// Those that follow each other at one place across; a dot is that place and the one along.
fn rows(mut dots: Vec<(f64, f64)>) -> Vec<Rule> {
    let same = |one: &(f64, f64), other: &(f64, f64)| (one.0 / LEVEL).round().total_cmp(&(other.0 / LEVEL).round());
    dots.sort_by(|one, other| same(one, other).then(one.1.total_cmp(&other.1)));
    let follows = |one: &(f64, f64), other: &(f64, f64)| same(one, other).is_eq() && other.1 - one.1 < GAP;
    let runs = dots.chunk_by(follows).filter(|run| run.len() >= FEWEST);
    runs.map(|run| Rule { at: run[0].0, from: run[0].1, to: run[run.len() - 1].1 }).collect()
}
