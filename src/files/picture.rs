//! SVG to PNG by resvg with our own font: the same picture on every machine, no system fonts.

use anyhow::Context;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// The family of the embedded font: `font-family` of every picture.
pub const FONT: &str = "Inter";

/// No picture of ours is larger on a side; Telegram's own limit for photos is 10,000 for both sides together.
const MAX_SIDE: u32 = 9_000;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../presets/fonts/Inter-Regular.otf").to_vec());
    fonts.load_font_data(include_bytes!("../../presets/fonts/Inter-Bold.otf").to_vec());
    Arc::new(fonts)
});

/// A picture's bytes. `scale` multiplies the SVG's own size in pixels.
pub fn render_png(svg: &str, scale: f32) -> anyhow::Result<Vec<u8>> {
    let tree = parse(svg)?;
    let size = tree.size().to_int_size().scale_by(scale).context("the picture has no size")?;
    anyhow::ensure!(size.width().max(size.height()) <= MAX_SIDE, "the picture is too large: {size:?}");
    let mut pixels = Pixmap::new(size.width(), size.height()).context("the picture has no size")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().context("encode the picture")
}

/// The laid out tree: texts are measured with the fonts that will draw them.
pub(super) fn parse(svg: &str) -> anyhow::Result<Tree> {
    let options = Options { font_family: FONT.to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    Tree::from_str(svg, &options).context("read the picture's SVG")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_text_is_drawn_with_the_embedded_font() {
        let svg = |text: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'>\
                 <text x='5' y='30' font-family='{FONT}' font-size='30'>{text}</text></svg>"
            )
        };
        let inked = |text: &str| {
            let png = render_png(&svg(text), 2.0).unwrap();
            let pixels = Pixmap::decode_png(&png).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (400, 80));
            pixels.pixels().iter().filter(|pixel| pixel.alpha() > 0).count()
        };
        assert!(inked("Ёж №5 ✓ → Щука") > inked("Ёж") && inked("Ёж") > 200);
    }

    #[test]
    fn a_picture_too_large_or_broken_is_an_error() {
        assert!(render_png("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='20000'/>", 1.0).is_err());
        assert!(render_png("<svg", 1.0).is_err());
    }
}
