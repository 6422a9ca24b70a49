//! A cell: its text, and how much more of it there would have been room for.

use super::lines::Line;
use super::seams;

/// Wider white beside the text is not the frame's padding, in points.
const PADDING: f64 = 8.0;

/// Where a cell is and how large, in points.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What stands in a cell. The measures are points, and 0 where the text is empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    /// Its lines.
    pub(super) text: String,
    /// The height of a line.
    pub(super) pitch: f64,
    /// How much of the cell's height its lines leave free.
    pub(super) below: f64,
    /// How much of the cell's width its last line leaves free.
    pub(super) beside: f64,
    /// How wide its first word is, with the space before it.
    pub(super) first_word: f64,
    /// Its first and its last line.
    ends: Option<(Line, Line)>,
}

impl Cell {
    /// A line in a column so wide, of which the height is not known.
    pub(super) fn line(line: Line, width: f64) -> Self {
        let beside = (width - length(&line)).max(0.0);
        let cell = Self::within(vec![line], Frame::default());
        Self { beside, ..cell }
    }

    /// Takes up what stands below.
    pub(super) fn go_on(&mut self, more: &Self, between: &str) {
        let above = std::mem::take(&mut self.text);
        let whole = !above.is_empty() && !more.text.is_empty();
        let seam = match (&self.ends, &more.ends) {
            (Some((_, above)), Some((below, _))) => seams::between(above, self.beside, below),
            _ => "\n".to_owned(),
        };
        let text = if whole { format!("{above}{seam}{between}{}", more.text) } else { above + &more.text };
        let first_word = if self.first_word > 0.0 { self.first_word } else { more.first_word };
        let first = self.ends.take().or(more.ends.clone()).map(|(first, _)| first);
        let ends = first.zip(more.ends.clone()).map(|(first, (_, last))| (first, last));
        *self = Self { text, first_word, ends, ..*more };
    }

    /// Whether the first word of what follows would have stood in the last line: then a paragraph ends here.
    pub(super) fn has_room_for(&self, rest: &Self) -> bool {
        !self.text.is_empty() && self.beside > rest.first_word + 1.0
    }

    /// The lines in a frame so wide and so high.
    pub(super) fn within(mut lines: Vec<Line>, frame: Frame) -> Self {
        lines.retain(|line| !line.text().is_empty());
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return Self { below: frame.height, beside: frame.width, ..Self::default() };
        };
        let size = first.letters.first().map_or(10.0, |letter| letter.size);
        let usual = 1.15 * size;
        #[expect(clippy::cast_precision_loss, reason = "a page has some dozens of lines")]
        let pitch = if lines.len() > 1 { (last.y - first.y) / (lines.len() - 1) as f64 } else { usual };
        let indent = lines.iter().map(|line| start(line) - frame.left).fold(PADDING, f64::min);
        let width = frame.width - 2.0 * indent.max(0.0);
        let room = |line: &Line| (width - length(line)).max(0.0);
        let mut text = first.text();
        for pair in lines.windows(2) {
            text += &seams::between(&pair[0], room(&pair[0]), &pair[1]);
            text += &pair[1].text();
        }
        Self {
            pitch,
            below: (frame.height - (last.y - first.y) - usual).max(0.0),
            beside: room(last),
            first_word: first_word(first) + 0.25 * size,
            text,
            ends: Some((first.clone(), last.clone())),
        }
    }
}

/// Where a line's first letter stands.
fn start(line: &Line) -> f64 {
    line.spans().map(|span| span.0).fold(f64::MAX, f64::min)
}

/// From a line's first letter to its last.
fn length(line: &Line) -> f64 {
    let (from, to) = line.spans().fold((f64::MAX, f64::MIN), |all, span| (all.0.min(span.0), all.1.max(span.1)));
    (to - from).max(0.0)
}

fn first_word(line: &Line) -> f64 {
    let mut spans = line.letters.iter().skip_while(|letter| letter.text.trim().is_empty());
    let Some(first) = spans.next() else {
        return 0.0;
    };
    let mut end = first.x + first.width;
    for letter in spans {
        if letter.text.trim().is_empty() || (letter.x - end) > 0.12 * letter.size {
            break;
        }
        end = letter.x + letter.width;
    }
    end - first.x
}
