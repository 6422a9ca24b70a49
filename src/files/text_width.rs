//! How wide a text is in our font, and how it is cut into lines that fit.

use crate::files::picture::{self, FONT};
use resvg::usvg::Node;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// The two faces that are embedded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Regular => "400",
            Self::Bold => "700",
        }
    }
}

/// Size, in pixels, at which letters are measured once.
const MEASURED_AT: f32 = 100.0;

/// What the embedded fonts can draw.
const LETTERS: [std::ops::RangeInclusive<char>; 4] =
    [' '..='~', '\u{a0}'..='ÿ', '\u{400}'..='\u{45f}', '\u{2010}'..='\u{2015}'];
const SIGNS: &str = "Ґґ‘’‚“”„•…‰‹›₽№←↑→↓−✓✗";

static REGULAR: LazyLock<HashMap<char, f32>> = LazyLock::new(|| measure(Weight::Regular));
static BOLD: LazyLock<HashMap<char, f32>> = LazyLock::new(|| measure(Weight::Bold));

/// The advance of each letter: what it adds between two others.
fn measure(weight: Weight) -> HashMap<char, f32> {
    let letters: Vec<char> = LETTERS.into_iter().flatten().chain(SIGNS.chars()).collect();
    let framed = |text: &str| {
        let (size, weight) = (MEASURED_AT, weight.code());
        format!(
            "<text font-family='{FONT}' font-size='{size}' font-weight='{weight}' xml:space='preserve'>{text}</text>"
        )
    };
    let mut svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>".to_owned();
    svg.push_str(&framed("HH"));
    for &letter in &letters {
        let _ = write!(svg, "{}", framed(&format!("H&#{};H", u32::from(letter))));
    }
    svg.push_str("</svg>");
    let Ok(tree) = picture::parse(&svg) else {
        return HashMap::new();
    };
    let widths: Vec<f32> = tree.root().children().iter().filter_map(text_box_width).collect();
    let frame = widths.first().copied().unwrap_or_default();
    letters.into_iter().zip(widths.into_iter().skip(1)).map(|(c, width)| (c, (width - frame) / MEASURED_AT)).collect()
}

fn text_box_width(node: &Node) -> Option<f32> {
    match node {
        Node::Text(text) => Some(text.bounding_box().width()),
        Node::Group(group) => group.children().iter().find_map(text_box_width),
        _ => None,
    }
}

/// The text without what the font has no letter for: emoji, joiners, direction marks, control characters.
pub(super) fn drawable(text: &str) -> String {
    let known = text.chars().map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c });
    known.filter(|c| REGULAR.contains_key(c)).collect()
}

/// The width of a text in pixels at a size.
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let advances = if weight == Weight::Bold { &*BOLD } else { &*REGULAR };
    text.chars().map(|c| advances.get(&c).copied().unwrap_or_default()).sum::<f32>() * size
}

/// Lines no wider than `room`, at most `max_lines` of them; what does not fit ends in «…».
pub(super) fn wrap(text: &str, size: f32, weight: Weight, room: f32, max_lines: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= room;
    let mut lines: Vec<String> = vec![String::new()];
    for word in drawable(text).split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last_mut().map(std::mem::take).unwrap_or_default();
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            replace_last(&mut lines, longer);
            continue;
        }
        replace_last(&mut lines, line);
        for piece in pieces(word, &fits) {
            if lines.last().is_some_and(String::is_empty) {
                replace_last(&mut lines, piece);
            } else {
                lines.push(piece);
            }
        }
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        let last = lines.pop().unwrap_or_default();
        lines.push(ellipsised(&last, &fits));
    }
    lines
}

fn replace_last(lines: &mut Vec<String>, line: String) {
    lines.pop();
    lines.push(line);
}

/// A word in pieces that fit: links and unbroken strings.
fn pieces(word: &str, fits: &impl Fn(&str) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let mut longer = pieces.pop().unwrap_or_default();
        longer.push(c);
        if fits(&longer) || longer.chars().count() == 1 {
            pieces.push(longer);
        } else {
            longer.pop();
            pieces.extend([longer, c.to_string()]);
        }
    }
    pieces
}

fn ellipsised(line: &str, fits: &impl Fn(&str) -> bool) -> String {
    let mut kept = line.to_owned();
    while !kept.is_empty() && !fits(&format!("{kept}…")) {
        kept.pop();
    }
    format!("{}…", kept.trim_end_matches([' ', ',', '-', '–', '.', ':', ';', '(']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        assert!(width("Щ", 100.0, Weight::Regular) > width("г", 100.0, Weight::Regular));
        assert!(width("наставник", 30.0, Weight::Bold) > width("наставник", 30.0, Weight::Regular));
        let space = width(" ", 100.0, Weight::Regular);
        assert!((10.0..60.0).contains(&space), "{space}");
    }

    #[test]
    fn lines_fit_and_the_last_says_that_more_was_there() {
        let text = "Разработка персонализированных программ наставничества для каждой пары";
        let lines = wrap(text, 30.0, Weight::Regular, 400.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| width(line, 30.0, Weight::Regular) <= 400.0));
        assert_eq!(wrap(text, 30.0, Weight::Regular, 400.0, 9).join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        let link = "https://t.me/nastavnik_school_bot?start=AbCdEf0123456789";
        let lines = wrap(link, 30.0, Weight::Regular, 300.0, 9);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), link);
    }

    #[test]
    fn f47_what_the_font_lacks_is_left_out() {
        assert_eq!(drawable("Ёж\u{202e} 👩\u{200d}🏫№1\n✓"), "Ёж №1 ✓");
        assert_eq!(wrap("👍", 30.0, Weight::Regular, 300.0, 2), [""]);
    }
}
