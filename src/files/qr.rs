//! The invitation card for the staff room: a QR code that people scan, and what to do next to it.

use crate::files::picture;
use crate::files::svg::{Anchor, Style, Svg, colour};
use crate::files::text_width::{Weight, width, wrap};
use anyhow::Context;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// A4 in proportion, so that it fills a printed sheet.
const WIDTH: f32 = 1240.0;
const HEIGHT: f32 = 1754.0;
const MARGIN: f32 = 100.0;
const ROOM: f32 = WIDTH - 2.0 * MARGIN;
/// The white square with the code, quiet zone included.
const CODE_SIDE: f32 = 720.0;
/// The band with the link and how long it works.
const FOOT: f32 = 180.0;
/// The height of the line that says so, in the band.
const UNTIL: f32 = 50.0;
/// Modules of white around the code that readers need (ISO/IEC 18004).
const QUIET: u8 = 4;

/// A PNG of a sheet to print or forward: the title, the QR code of `link`, the numbered steps, the link in letters and
/// `until` when it works, as a sentence.
///
/// Five steps of up to two lines fit, in smaller letters the more they are; fails where the link is too long for any QR code.
pub fn invitation_card(link: &str, until: &str, title: &str, lines: &[String]) -> anyhow::Result<Vec<u8>> {
    picture::render_png(&card(link, until, title, lines)?, 1.0)
}

fn card(link: &str, until: &str, title: &str, lines: &[String]) -> anyhow::Result<String> {
    let mut svg = Svg::new();
    let below_title = draw_title(&mut svg, title);
    let corner = ((WIDTH - CODE_SIDE) / 2.0, below_title - 90.0);
    let (frame, side) = ((corner.0 - 6.0, corner.1 - 6.0), CODE_SIDE + 12.0);
    svg.rect(frame, (side, side), 42.0, colour::LINE);
    svg.rect(corner, (CODE_SIDE, CODE_SIDE), 36.0, colour::PAPER);
    draw_code(&mut svg, link, corner)?;
    draw_steps(&mut svg, lines, corner.1 + CODE_SIDE + 6.0);
    draw_link(&mut svg, link);
    draw_until(&mut svg, until);
    Ok(svg.finish(WIDTH, HEIGHT, colour::PAPER))
}

/// The band at the top; gives the height where it ends.
fn draw_title(svg: &mut Svg, title: &str) -> f32 {
    let style = Style::new(68.0, Weight::Bold, colour::PAPER).at(Anchor::Middle);
    let lines = wrap(title, style.size, style.weight, ROOM, 3);
    let below = 110.0 + 84.0 * count(lines.len()) + 120.0;
    svg.rect((0.0, 0.0), (WIDTH, below), 0.0, colour::BLUE);
    for (number, line) in lines.iter().enumerate() {
        svg.text((WIDTH / 2.0, 152.0 + 84.0 * count(number)), style, line);
    }
    below
}

/// Dark modules as one path: rows of the code as runs of squares without seams.
fn draw_code(svg: &mut Svg, link: &str, (left, top): (f32, f32)) -> anyhow::Result<()> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).context("make the invitation's QR code")?;
    let side = code.width();
    let module = CODE_SIDE / (count(side) + 2.0 * f32::from(QUIET));
    let mut path = String::new();
    for (at, _) in code.to_colors().into_iter().enumerate().filter(|(_, module)| *module == Color::Dark) {
        let (x, y) = (at % side, at / side);
        let _ = write!(path, "M{x} {y}h1v1h-1z");
    }
    let (x, y) = (left + module * f32::from(QUIET), top + module * f32::from(QUIET));
    let place = format!("shape-rendering='crispEdges' transform='translate({x} {y}) scale({module})'");
    svg.shape(&path, "#000000", &place);
    Ok(())
}

/// Sizes of letters for the steps: the largest at which each has one line, else the largest at which all fit.
const STEP_SIZES: [f32; 5] = [50.0, 44.0, 38.0, 32.0, 26.0];

/// The numbered steps, in the middle of the room between the code and the foot.
fn draw_steps(svg: &mut Svg, steps: &[String], top: f32) {
    let bottom = HEIGHT - FOOT;
    let laid_out = |size: f32| -> Vec<Vec<String>> {
        steps.iter().map(|step| wrap(step, size, Weight::Regular, ROOM - 2.2 * size, 2)).collect()
    };
    let height = |size: f32| {
        let lines: usize = laid_out(size).iter().map(Vec::len).sum();
        size * (1.3 * count(lines) + 0.6 * count(steps.len().saturating_sub(1)))
    };
    let fits = |size: &f32| height(*size) + 60.0 <= bottom - top;
    let in_single_lines = |size: &f32| laid_out(*size).iter().all(|lines| lines.len() == 1);
    let large = STEP_SIZES[..3].iter().find(|size| fits(size) && in_single_lines(size));
    let size = *large.or_else(|| STEP_SIZES.iter().find(|size| fits(size))).unwrap_or(&STEP_SIZES[4]);
    let style = Style::new(size, Weight::Regular, colour::INK);
    let number_style = Style::new(size * 0.76, Weight::Bold, colour::PAPER).at(Anchor::Middle);
    let mut y = top + ((bottom - top - height(size)) / 2.0).max(30.0) + size;
    for (number, lines) in laid_out(size).iter().enumerate() {
        let centre = (MARGIN + size * 0.7, y - size * 0.35);
        svg.circle(centre, size * 0.66, colour::BLUE, colour::BLUE);
        svg.text((centre.0, centre.1 + size * 0.27), number_style, &(number + 1).to_string());
        for line in lines {
            svg.text((MARGIN + 2.2 * size, y), style, line);
            y += 1.3 * size;
        }
        y += 0.6 * size;
    }
}

/// The link in letters at the foot, for who cannot scan: in one line if letters of a readable size allow.
fn draw_link(svg: &mut Svg, link: &str) {
    let fits = |size: &f32| width(link, *size, Weight::Bold) <= WIDTH - MARGIN;
    let size = [36.0, 34.0, 32.0, 30.0, 28.0].into_iter().find(fits).unwrap_or(30.0);
    let style = Style::new(size, Weight::Bold, colour::BLUE).at(Anchor::Middle);
    let lines = wrap(link, style.size, style.weight, WIDTH - MARGIN, 2);
    svg.rect((0.0, HEIGHT - FOOT), (WIDTH, FOOT), 0.0, colour::SHADE);
    let first = HEIGHT - UNTIL - 53.0 - 22.0 * count(lines.len().saturating_sub(1));
    for (number, line) in lines.iter().enumerate() {
        svg.text((WIDTH / 2.0, first + 44.0 * count(number)), style, line);
    }
}

/// Below the link: a printed sheet hangs for months, and the link does not work so long.
fn draw_until(svg: &mut Svg, until: &str) {
    let fits = |size: &f32| width(until, *size, Weight::Regular) <= ROOM;
    let size = [32.0, 28.0, 24.0, 20.0].into_iter().find(fits).unwrap_or(20.0);
    let style = Style::new(size, Weight::Regular, colour::INK).at(Anchor::Middle);
    svg.text((WIDTH / 2.0, HEIGHT - UNTIL + 4.0), style, until);
}

/// Counts here are of lines and modules: far below where `f32` loses whole numbers.
fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Pixmap;

    #[test]
    fn the_modules_drawn_are_those_of_the_link() {
        let link = "https://t.me/nastavnik_school_bot?start=AbCdEf0123456789";
        let png = invitation_card(link, "до завтра", "Наставник", &["Наведите камеру".to_owned()]).unwrap();
        let pixels = Pixmap::decode_png(&png).unwrap();
        let code = QrCode::with_error_correction_level(link, EcLevel::M).unwrap();
        let module = CODE_SIDE / (count(code.width()) + 8.0);
        let (left, top) = ((WIDTH - CODE_SIDE) / 2.0, 110.0 + 84.0 + 120.0 - 90.0);
        let is_dark = |x: f32, y: f32| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place inside the picture")]
            let pixel = pixels.pixel((left + x * module) as u32, (top + y * module) as u32).unwrap();
            pixel.red() < 128
        };
        for (at, module_colour) in code.to_colors().into_iter().enumerate() {
            let (x, y) = (count(at % code.width()) + 4.5, count(at / code.width()) + 4.5);
            assert_eq!(is_dark(x, y), module_colour == Color::Dark, "module {at}");
        }
        for quiet in 0..code.width() + 8 {
            assert!(!is_dark(count(quiet) + 0.5, 2.0) && !is_dark(2.0, count(quiet) + 0.5));
        }
    }

    #[test]
    fn the_sheet_says_how_long_its_link_works() {
        let drawn = card("https://t.me/x?start=y", "Ссылка действует до 15 сентября", "Наставник", &[]).unwrap();
        assert!(drawn.contains("Ссылка действует до 15 сентября"), "{drawn}");
    }

    #[test]
    fn a_link_too_long_for_a_code_is_an_error() {
        assert!(invitation_card(&"x".repeat(5000), "", "Наставник", &[]).is_err());
    }
}
