//! What is drawn on a page: letters with their places, straight lines, pictures. Drawing itself is left to nobody.

use super::{DocumentProblem, dots};
use crate::files::document::LONGEST;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use std::time::Instant;

/// A line of a table is thinner than this, in points.
const THINNEST: f64 = 3.0;
/// Shorter strokes belong to letters and pictures.
const SHORTEST: f64 = 6.0;
/// The dots of dotted lines are smaller, in points.
const THICKEST_DOT: f64 = 2.0;
const MOST_DOTS: usize = 40_000;
/// Straight lines of one page; a drawing has more.
const MOST_RULES: usize = 4_000;

/// A letter: where it stands (points from the top left corner), how wide and how high it is.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    /// The middle of the first letter of its word: a word that reaches over its cell belongs to that cell.
    pub(super) begins: (f64, f64),
}

impl Letter {
    fn middle(&self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y - 0.3 * self.size)
    }

    /// Whether it stands next to another one.
    fn follows(&self, before: &Self) -> bool {
        let gap = self.x - (before.x + before.width);
        (self.y - before.y).abs() < 0.1 * self.size && (-0.3..0.12).contains(&(gap / self.size))
    }

    /// Whether it was drawn as the next letter of a word.
    pub(super) fn goes_on(&self, before: &Self) -> bool {
        let words = [self, before].iter().all(|letter| !letter.text.trim().is_empty());
        // Two words may meet where the first one reaches over its cell.
        let meet = before.text.starts_with(char::is_lowercase) && self.text.starts_with(char::is_uppercase);
        words && !meet && self.follows(before)
    }
}

/// A straight line, upright or level: `at` is its place across, `from` and `to` are its ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) height: f64,
    pub(super) letters: Vec<Letter>,
    /// Letters that are drawn but not named.
    pub(super) nameless: usize,
    pub(super) pictures: usize,
    pub(super) upright: Vec<Rule>,
    pub(super) level: Vec<Rule>,
    /// From where to where parts of the page are seen of which something is cut off.
    pub(super) seen: Vec<(f64, f64)>,
    /// The heights at which a text goes on of which the beginning is cut off.
    pub(super) cut: Vec<f64>,
}

pub(super) fn sheets(pdf: &Pdf, ends: Instant) -> Result<Vec<Sheet>, DocumentProblem> {
    let mut letters = 0;
    let mut sheets = Vec::new();
    for page in pdf.pages().iter() {
        let sheet = sheet(pdf, page, (ends, 2 * LONGEST - letters));
        letters += sheet.letters.len();
        if letters > LONGEST {
            return Err(DocumentProblem::TooLong { limit: LONGEST / 1000 });
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn sheet(pdf: &Pdf, page: &Page<'_>, (ends, most): (Instant, usize)) -> Sheet {
    let (width, height) = page.render_dimensions();
    let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let cache = InterpreterCache::new();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, whole, &cache, pdf.xref(), InterpreterSettings::default());
    let mut gathering = Gathering {
        sheet: Sheet { height: whole.height(), ..Sheet::default() },
        ends,
        most,
        steps: 0,
        clips: Vec::new(),
        hidden: None,
        dots: Vec::new(),
    };
    interpret_page(page, &mut context, &mut gathering);
    let (mut upright, mut level) = dots::lines(&gathering.dots);
    gathering.sheet.upright.append(&mut upright);
    gathering.sheet.level.append(&mut level);
    gathering.sheet
}

/// Takes down what is drawn.
struct Gathering {
    sheet: Sheet,
    ends: Instant,
    most: usize,
    steps: u32,
    /// What is seen of the page, the innermost last.
    clips: Vec<Rect>,
    /// The last letter, if it is cut off.
    hidden: Option<Letter>,
    /// The middles of what is as small as a point.
    dots: Vec<Point>,
}

impl Gathering {
    /// Leaves the page when it takes too long or says too much: the library cannot be told to stop in another way.
    fn step(&mut self) {
        self.steps = self.steps.wrapping_add(1);
        if self.steps.is_multiple_of(64) && Instant::now() > self.ends {
            std::panic::resume_unwind(Box::new(DocumentProblem::TooSlow));
        }
        if self.sheet.letters.len() + self.sheet.nameless > self.most {
            std::panic::resume_unwind(Box::new(DocumentProblem::TooLong { limit: LONGEST / 1000 }));
        }
    }

    fn letter(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        let named = glyph.as_unicode().map(|named| match named {
            BfString::Char(letter) => letter.to_string(),
            BfString::String(letters) => letters,
        });
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let [place, right, above] = [(0.0, 0.0), (f64::from(advance.unwrap_or(500.0)), 0.0), (0.0, 1000.0)]
            .map(|(x, y)| transform * Point::new(x, y));
        let mut letter = Letter {
            text: named.unwrap_or_default(),
            x: place.x,
            y: place.y,
            width: (right.x - place.x).abs(),
            size: (above.y - place.y).abs(),
            begins: (0.0, 0.0),
        };
        if !self.is_seen(letter.middle()) {
            if self.sheet.letters.last().is_some_and(|before| letter.follows(before)) {
                self.sheet.seen.extend(self.clips.last().map(|clip| (clip.x0, clip.x1)));
            }
            self.hidden = Some(letter);
            return;
        }
        if self.hidden.take().is_some_and(|hidden| letter.follows(&hidden)) {
            self.sheet.cut.push(letter.y);
            self.sheet.seen.extend(self.clips.last().map(|clip| (clip.x0, clip.x1)));
        }
        let word = self.sheet.letters.last().filter(|before| letter.goes_on(before)).map(|before| before.begins);
        letter.begins = word.unwrap_or(letter.middle());
        let real = [letter.x, letter.y, letter.width, letter.size].iter().all(|number| number.is_finite());
        if letter.text.is_empty() || letter.text.contains('\u{fffd}') {
            self.sheet.nameless += 1;
        } else if real && letter.size > 0.5 && letter.text.len() < 64 {
            self.sheet.letters.push(letter);
        }
    }

    fn is_seen(&self, (x, y): (f64, f64)) -> bool {
        self.clips.last().is_none_or(|clip| clip.contains(Point::new(x, y)))
    }

    /// A straight line between two points, if it is one of a table's.
    fn rule(&mut self, a: Point, b: Point) {
        let (wide, high) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        if !(wide.is_finite() && high.is_finite()) || self.sheet.upright.len() + self.sheet.level.len() > MOST_RULES {
            return;
        }
        if wide < THINNEST && high > SHORTEST {
            self.sheet.upright.push(Rule { at: f64::midpoint(a.x, b.x), from: a.y.min(b.y), to: a.y.max(b.y) });
        } else if high < THINNEST && wide > SHORTEST {
            self.sheet.level.push(Rule { at: f64::midpoint(a.y, b.y), from: a.x.min(b.x), to: a.x.max(b.x) });
        }
    }

    /// A part of a path without gaps: a thin filled one is a line, the sides of a stroked one are.
    fn outline(&mut self, points: &[Point], filled: bool) {
        if filled {
            let bounds = points.iter().fold(None, |bounds: Option<Rect>, point| {
                Some(bounds.map_or(Rect::from_points(*point, *point), |bounds| bounds.union_pt(*point)))
            });
            if let Some(bounds) = bounds {
                if bounds.width() < THICKEST_DOT && bounds.height() < THICKEST_DOT && self.dots.len() < MOST_DOTS {
                    self.dots.push(bounds.center());
                }
                self.rule(Point::new(bounds.x0, bounds.y0), Point::new(bounds.x1, bounds.y1));
            }
        } else {
            points.windows(2).for_each(|ends| self.rule(ends[0], ends[1]));
        }
    }
}

impl<'a> Device<'a> for Gathering {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.step();
        let filled = matches!(mode, DrawMode::Fill(_));
        let mut points: Vec<Point> = Vec::new();
        for element in path.elements().iter().take(MOST_RULES) {
            match *element {
                PathEl::MoveTo(point) => {
                    self.outline(&points, filled);
                    points = vec![props.transform * point];
                }
                PathEl::LineTo(point) | PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    points.push(props.transform * point);
                }
                PathEl::ClosePath => points.extend(points.first().copied()),
            }
        }
        self.outline(&points, filled);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.step();
            self.letter(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step();
        self.sheet.pictures += 1;
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.push_clip_rect(&clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, clip: &Rect) {
        self.step();
        let inner = self.clips.last().map_or(*clip, |outer| outer.intersect(*clip));
        self.clips.push(inner);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {}
}
