//! States as signs: each has a colour and a shape, so that colours alone are never needed.

use crate::files::road_map_picture::State;
use crate::files::svg::{Svg, colour};

/// The strong colour of a state and its tint.
pub(super) const fn colours(state: State) -> (&'static str, &'static str) {
    match state {
        State::Done => (colour::GREEN, colour::GREEN_TINT),
        State::Open => (colour::BLUE, colour::BLUE_TINT),
        State::Late => (colour::RED, colour::RED_TINT),
        State::Undated => (colour::GREY, colour::LINE),
    }
}

/// A round sign about a point: a tick, a ring, an exclamation mark, a ring of dashes.
pub(super) fn draw(svg: &mut Svg, (x, y): (f32, f32), radius: f32, state: State) {
    let (strong, _) = colours(state);
    let r = radius * 0.45;
    // A white rim keeps neighbours apart.
    svg.circle((x, y), radius + 2.0, colour::PAPER, colour::PAPER);
    match state {
        State::Done => {
            svg.circle((x, y), radius, strong, strong);
            let tick = format!("M{} {}L{} {}L{} {}", x - r, y, x - 0.3 * r, y + 0.8 * r, x + 1.1 * r, y - 0.8 * r);
            svg.stroke(&tick, colour::PAPER, radius * 0.26, "");
        }
        State::Open => svg.circle((x, y), radius - 1.0, colour::PAPER, strong),
        State::Late => {
            svg.circle((x, y), radius, strong, strong);
            let mark = format!("M{x} {}V{}M{x} {}V{}", y - 1.2 * r, y + 0.15 * r, y + 1.15 * r, y + 1.2 * r);
            svg.stroke(&mark, colour::PAPER, radius * 0.28, "");
        }
        State::Undated => {
            let d = radius - 1.0;
            let ring = format!("M{} {y}a{d} {d} 0 1 1 {} 0a{d} {d} 0 1 1 {} 0", x - d, 2.0 * d, -2.0 * d);
            svg.stroke(&ring, strong, 2.5, "stroke-dasharray='1 6'");
        }
    }
}
