//! Formatted text: what Telegram keeps of a message once its markup is parsed.

use serde::{Deserialize, Serialize};

/// One stretch of formatting; offset and length count UTF-16 code units, as in the Bot API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// `bold`, `text_link`, `bot_command`, …
    #[serde(rename = "type")]
    pub kind: String,
    pub offset: usize,
    pub length: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_emoji_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unix_time: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_time_format: Option<String>,
}

impl Entity {
    /// A plain stretch without an argument.
    pub(super) fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self { kind: kind.to_owned(), offset, length, ..Self::default() }
    }
}

/// Text with its formatting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

impl Formatted {
    /// What a person types: no markup, only what Telegram finds by itself.
    pub(super) fn typed(text: &str) -> Self {
        Self { text: text.to_owned(), entities: Vec::new() }.tidied()
    }

    /// Length as Telegram counts it.
    pub(super) fn length(&self) -> usize {
        utf16_len(&self.text)
    }

    /// Telegram trims the text, drops empty entities and adds commands, links and mentions it finds.
    pub(super) fn tidied(mut self) -> Self {
        let cut = utf16_len(&self.text) - utf16_len(self.text.trim_start());
        if self.text.contains('\r') || self.text.trim().len() != self.text.len() {
            self.text = self.text.trim().replace('\r', "");
        }
        let end = self.length();
        self.entities.retain_mut(|entity| {
            let start = entity.offset.saturating_sub(cut);
            let stop = (entity.offset + entity.length).saturating_sub(cut).min(end);
            (entity.offset, entity.length) = (start, stop.saturating_sub(start));
            entity.length > 0
        });
        self.find_words();
        self.entities.sort_by_key(|entity| (entity.offset, usize::MAX - entity.length));
        self
    }

    fn find_words(&mut self) {
        let mut offset = 0;
        for piece in self.text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if let Some((kind, word)) = word_kind(word) {
                let found = Entity::new(kind, offset, utf16_len(word));
                if !self.entities.iter().any(|entity| hides(entity, &found)) {
                    self.entities.push(found);
                }
            }
            offset += utf16_len(piece);
        }
    }
}

/// Whether `entity` keeps Telegram from finding `found` inside it.
fn hides(entity: &Entity, found: &Entity) -> bool {
    let covers = matches!(entity.kind.as_str(), "text_link" | "code" | "pre" | "url");
    covers && entity.offset < found.offset + found.length && found.offset < entity.offset + entity.length
}

fn word_kind(word: &str) -> Option<(&'static str, &str)> {
    let name = |rest: &str| rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'@')).count();
    if let Some(rest) = word.strip_prefix('/') {
        let length = name(rest);
        return (length > 0).then(|| ("bot_command", &word[..=length]));
    }
    if let Some(rest) = word.strip_prefix('@') {
        let length = name(rest);
        return (length > 3).then(|| ("mention", &word[..=length]));
    }
    let link = ["https://", "http://", "t.me/"].iter().any(|start| word.starts_with(start));
    link.then(|| ("url", word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '»'])))
}

/// UTF-16 code units of a text.
pub(super) fn utf16_len(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}
