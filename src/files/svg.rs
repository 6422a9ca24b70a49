//! A picture in the making: a few shapes, and texts that cannot break the markup.

use crate::files::picture::FONT;
use crate::files::text_width::{Weight, drawable};
use std::fmt::Write as _;

/// The colours of all our pictures; each pair of ink and ground has a contrast of at least 4.5.
pub(super) mod colour {
    pub(in crate::files) const INK: &str = "#1f2933";
    pub(in crate::files) const GREY: &str = "#616e7c";
    pub(in crate::files) const LINE: &str = "#d9dee4";
    pub(in crate::files) const FAINT: &str = "#e9edf1";
    pub(in crate::files) const AMBER: &str = "#b45309";
    pub(in crate::files) const PAPER: &str = "#ffffff";
    pub(in crate::files) const SHADE: &str = "#f1f5f9";
    pub(in crate::files) const BLUE: &str = "#1d4ed8";
    pub(in crate::files) const BLUE_TINT: &str = "#c7dbfb";
    pub(in crate::files) const GREEN: &str = "#15803d";
    pub(in crate::files) const GREEN_TINT: &str = "#c3ecd0";
    pub(in crate::files) const RED: &str = "#c81e1e";
    pub(in crate::files) const RED_TINT: &str = "#fbd0d0";
}

/// Where a text's `x` lies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) fill: &'static str,
    pub(super) anchor: Anchor,
}

impl Style {
    pub(super) const fn new(size: f32, weight: Weight, fill: &'static str) -> Self {
        Self { size, weight, fill, anchor: Anchor::Start }
    }

    pub(super) const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// An SVG document that grows downwards.
pub(super) struct Svg {
    body: String,
}

impl Svg {
    pub(super) const fn new() -> Self {
        Self { body: String::new() }
    }

    pub(super) fn rect(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32, fill: &str) {
        let _ = write!(
            self.body,
            "<rect x='{x:.1}' y='{y:.1}' width='{width:.1}' height='{height:.1}' rx='{radius}' fill='{fill}'/>"
        );
    }

    pub(super) fn circle(&mut self, (x, y): (f32, f32), radius: f32, fill: &str, stroke: &str) {
        let _ = write!(
            self.body,
            "<circle cx='{x:.1}' cy='{y:.1}' r='{radius}' fill='{fill}' stroke='{stroke}' stroke-width='3'/>"
        );
    }

    /// A line of SVG path commands; `extra` holds further attributes of ours, such as `stroke-dasharray`.
    pub(super) fn stroke(&mut self, path: &str, colour: &str, width: f32, extra: &str) {
        let _ = write!(
            self.body,
            "<path d='{path}' fill='none' stroke='{colour}' stroke-width='{width}' stroke-linecap='round' \
             stroke-linejoin='round' {extra}/>"
        );
    }

    /// A filled shape of SVG path commands.
    pub(super) fn shape(&mut self, path: &str, fill: &str, extra: &str) {
        let _ = write!(self.body, "<path d='{path}' fill='{fill}' {extra}/>");
    }

    /// One line of text with its baseline at `y`. Markup in it is shown, not obeyed.
    pub(super) fn text(&mut self, place: (f32, f32), style: Style, text: &str) {
        self.write_text(place, style, text, "");
    }

    /// A text with a rim of paper, to be read over lines.
    pub(super) fn text_with_halo(&mut self, place: (f32, f32), style: Style, text: &str) {
        let halo = format!("stroke='{}' stroke-width='7' stroke-linejoin='round' paint-order='stroke'", colour::PAPER);
        self.write_text(place, style, text, &halo);
    }

    fn write_text(&mut self, (x, y): (f32, f32), style: Style, text: &str, extra: &str) {
        let anchor = match style.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let Style { size, weight, fill, .. } = style;
        let (weight, text) = (weight.code(), escape(&drawable(text)));
        let _ = write!(
            self.body,
            "<text x='{x:.1}' y='{y:.1}' font-family='{FONT}' font-size='{size}' font-weight='{weight}' \
             fill='{fill}' text-anchor='{anchor}' {extra}>{text}</text>"
        );
    }

    /// Another picture on top of this one.
    pub(super) fn append(&mut self, other: &Self) {
        self.body.push_str(&other.body);
    }

    /// The document, on a ground of one colour.
    pub(super) fn finish(self, width: f32, height: f32, ground: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>\
             <rect width='100%' height='100%' fill='{ground}'/>{}</svg>",
            self.body
        )
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&#39;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f45_markup_in_a_text_is_shown_not_obeyed() {
        let mut svg = Svg::new();
        svg.text((0.0, 0.0), Style::new(10.0, Weight::Regular, colour::INK), "</text><b>'\"&amp; Ёж");
        let document = svg.finish(10.0, 10.0, colour::PAPER);
        assert!(document.contains(">&lt;/text&gt;&lt;b&gt;&#39;&quot;&amp;amp; Ёж</text>"));
        assert!(crate::files::picture::parse(&document).is_ok());
    }
}
