//! The document’s markup in the making: paragraphs whose texts cannot break the markup.

use std::fmt::Write as _;

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                          xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// How a paragraph looks; lengths in twentieths of a point, the size in half points.
#[derive(Clone, Copy)]
pub(super) struct Paragraph {
    pub(super) bold: bool,
    pub(super) centred: bool,
    pub(super) size: u32,
    pub(super) indent: u32,
    pub(super) before: u32,
    pub(super) after: u32,
    /// Stays on the page of the next paragraph.
    pub(super) keep_next: bool,
}

impl Default for Paragraph {
    fn default() -> Self {
        Self { bold: false, centred: false, size: 24, indent: 0, before: 0, after: 0, keep_next: false }
    }
}

/// A document that grows downwards.
pub(super) struct Xml {
    body: String,
}

impl Xml {
    pub(super) const fn new() -> Self {
        Self { body: String::new() }
    }

    /// Markup of ours, as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.body.push_str(markup);
    }

    /// One paragraph for each line of the text; an empty text is an empty paragraph, as a cell needs one.
    pub(super) fn paragraph(&mut self, look: &Paragraph, text: &str) {
        for line in text.split('\n') {
            self.body.push_str("<w:p><w:pPr>");
            if look.keep_next {
                self.body.push_str("<w:keepNext/>");
            }
            let _ = write!(self.body, "<w:spacing w:before=\"{}\" w:after=\"{}\"/>", look.before, look.after);
            if look.indent > 0 {
                let _ = write!(self.body, "<w:ind w:left=\"{}\"/>", look.indent);
            }
            if look.centred {
                self.body.push_str("<w:jc w:val=\"center\"/>");
            }
            self.body.push_str("</w:pPr><w:r><w:rPr>");
            if look.bold {
                self.body.push_str("<w:b/>");
            }
            let size = look.size;
            let _ = write!(self.body, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr>");
            let _ = write!(self.body, "<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(line));
        }
    }

    pub(super) fn into_document(self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <w:document {NAMESPACES}><w:body>{}</w:body></w:document>",
            self.body
        )
    }
}

/// A part of its own with this content, such as the footer.
pub(super) fn part(name: &str, content: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{name} {NAMESPACES}>{content}</w:{name}>")
}

/// Text as XML allows it: special signs as entities, control characters left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn f45_no_text_breaks_the_markup(text in any::<String>()) {
            let mut xml = Xml::new();
            xml.paragraph(&Paragraph::default(), &text);
            let document = xml.into_document();
            let read = roxmltree::Document::parse(&document).unwrap();
            let runs = read.descendants().filter(|node| node.tag_name().name() == "t");
            let shown: String = runs.filter_map(|node| node.text()).collect();
            let kept: String = text.chars().filter(|c| !c.is_control() && !"\u{fffe}\u{ffff}".contains(*c)).collect();
            prop_assert_eq!(shown.replace(' ', ""), kept.replace(' ', ""));
        }
    }
}
