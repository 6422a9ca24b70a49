//! Where the lines of a table are.

use super::page::Rule;

/// Lines closer than this are the same one, in points.
pub(super) const NEAR: f64 = 3.0;
/// Lines that reach so far over the last one across, in points, leave a table open: a page ends in a row, or the
/// table has no lines at its sides.
const OPEN: f64 = 6.0;

/// The different places of lines, in order.
pub(super) fn places(rules: &[Rule]) -> Vec<f64> {
    let mut all: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, before| (*next - *before).abs() < NEAR);
    all
}

/// Adds the places at which most of the lines across end, where no line does. `count`: at how many places they stand.
pub(super) fn reach(places: &mut Vec<f64>, across: &[Rule], count: usize) {
    let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else {
        return;
    };
    let most = |open: &dyn Fn(&Rule) -> bool| {
        let open: Vec<Rule> = across.iter().filter(|rule| open(rule)).copied().collect();
        self::places(&open).len() * 2 > count
    };
    if most(&|rule| rule.from < first - OPEN) {
        places.insert(0, across.iter().map(|rule| rule.from).fold(first, f64::min));
    }
    if most(&|rule| rule.to > last + OPEN) {
        places.push(across.iter().map(|rule| rule.to).fold(last, f64::max));
    }
}
