//! Text that is safe to send as HTML.

use serde::{Deserialize, Serialize};

/// HTML of the small kind messengers know (`b i u s code pre a blockquote`). It is made only from our own
/// sentences and from escaped values, so what people typed can never become a tag.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Markup(String);

impl Markup {
    /// Plain text: every special character is escaped.
    pub fn plain(text: &str) -> Self {
        Self(escape(text))
    }

    /// A sentence from the locales; its arguments were escaped when they were put in.
    pub(super) fn from_sentence(html: String) -> Self {
        Self(html)
    }

    /// As it is sent with the HTML parse mode.
    pub fn as_html(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self(format!("<b>{}</b>", self.0))
    }

    /// A link; the address is escaped as an attribute.
    pub fn link(text: &str, url: &str) -> Self {
        Self(format!("<a href=\"{}\">{}</a>", escape(url).replace('"', "&quot;"), escape(text)))
    }

    /// Adds a line below; an empty side adds nothing.
    #[must_use]
    pub fn line(self, below: &Self) -> Self {
        self.joined(below, "\n")
    }

    /// Adds a paragraph below; an empty side adds nothing.
    #[must_use]
    pub fn paragraph(self, below: &Self) -> Self {
        self.joined(below, "\n\n")
    }

    fn joined(mut self, below: &Self, gap: &str) -> Self {
        if !self.0.is_empty() && !below.0.is_empty() {
            self.0.push_str(gap);
        }
        self.0.push_str(&below.0);
        self
    }

    /// The same words without any tags: for a messenger that refuses the markup.
    #[must_use]
    pub fn without_tags(&self) -> Self {
        let mut in_tag = false;
        let kept = self.0.chars().filter(|c| {
            let tag = in_tag || *c == '<';
            in_tag = tag && *c != '>';
            !tag
        });
        Self(kept.collect())
    }

    /// The words as they are shown, for a cell or a document: no tags, nothing escaped.
    pub fn as_plain(&self) -> String {
        let words = self.without_tags().0;
        words.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    }

    /// Length as messengers count it: UTF-16 units of what is shown, tags left out.
    pub fn shown_len(&self) -> usize {
        let mut shown = 0;
        let mut in_tag = false;
        let mut entity = false;
        for c in self.0.chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                _ if in_tag => {}
                '&' => {
                    entity = true;
                    shown += 1;
                }
                ';' if entity => entity = false,
                _ if entity => {}
                c => shown += c.len_utf16(),
            }
        }
        shown
    }
}

impl std::fmt::Debug for Markup {
    /// Lengths only: a message may hold names and answers (guarantee I6).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Markup({} bytes)", self.0.len())
    }
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f45_typed_tags_stay_text() {
        let typed = Markup::plain("<b>Ольга</b> & </a> [x](y) _");
        assert_eq!(typed.as_html(), "&lt;b&gt;Ольга&lt;/b&gt; &amp; &lt;/a&gt; [x](y) _");
        assert_eq!(
            Markup::link("a", "https://x/?q=\"><b>").as_html(),
            "<a href=\"https://x/?q=&quot;&gt;&lt;b&gt;\">a</a>"
        );
    }

    #[test]
    fn plain_words_are_what_was_typed() {
        let typed = "<b>Ольга</b> & «Ко» &lt;";
        assert_eq!(Markup::plain(typed).bold().as_plain(), typed);
        assert_eq!(Markup::link("a&b", "https://x/?q=\"").as_plain(), "a&b");
    }

    #[test]
    fn length_counts_what_is_shown() {
        assert_eq!(Markup::plain("a<b").bold().shown_len(), 3);
        assert_eq!(Markup::plain("👍").shown_len(), 2);
    }
}
