//! Start tags and their attributes.

use super::{Open, Parser, entity_kind};

impl Parser<'_> {
    pub(super) fn open_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let tag = self.take_while(|c| !c.is_ascii_whitespace() && c != '>').to_ascii_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if entity_kind(&tag).is_none() {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let (mut argument, mut format) = (None, None);
        while let Some((name, value)) = self.attribute(&tag, begin)? {
            match (tag.as_str(), name.as_str()) {
                ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix") => {
                    argument = Some(value);
                }
                ("tg-time", "format") => format = Some(value),
                ("code", "class") => argument = value.strip_prefix("language-").map(str::to_owned),
                ("span", "class") => argument = value.strip_prefix("tg-").map(str::to_owned),
                ("blockquote", "expandable") => argument = Some(String::new()),
                _ => {}
            }
        }
        if tag == "span" && argument.as_deref() != Some("spoiler") {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(Open { tag, argument, format, offset: self.offset, begin: self.text.len() });
        Ok(())
    }

    /// The next attribute of the tag that starts at `begin`, or nothing after its `>`.
    fn attribute(&mut self, tag: &str, begin: usize) -> Result<Option<(String, String)>, String> {
        let unclosed = || format!("Unclosed start tag \"{tag}\" at byte offset {begin}");
        self.take_while(|c| c.is_ascii_whitespace());
        if self.peek().ok_or_else(unclosed)? == '>' {
            self.at += 1;
            return Ok(None);
        }
        let name = self.take_while(|c| !c.is_ascii_whitespace() && c != '=' && c != '>').to_ascii_lowercase();
        if name.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
        }
        self.take_while(|c| c.is_ascii_whitespace());
        if self.peek() != Some('=') {
            if tag == "blockquote" && name == "expandable" {
                return Ok(Some((name, String::new())));
            }
            return Err(format!(
                "Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        self.at += 1;
        self.take_while(|c| c.is_ascii_whitespace());
        let quote = self.peek().ok_or_else(unclosed)?;
        let value = if matches!(quote, '"' | '\'') {
            self.quoted(quote)
        } else {
            let token = self.at;
            let value = self.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).to_ascii_lowercase();
            if !self.peek().is_some_and(|c| c.is_ascii_whitespace() || c == '>') {
                return Err(format!("Unexpected end of name token at byte offset {token}"));
            }
            value
        };
        self.peek().ok_or_else(|| format!("Unclosed start tag at byte offset {begin}"))?;
        Ok(Some((name, value)))
    }

    fn quoted(&mut self, quote: char) -> String {
        self.at += 1;
        let mut value = String::new();
        while let Some(character) = self.peek() {
            if character == '&' {
                value.push(self.decode_entity().unwrap_or('&'));
                continue;
            }
            self.at += character.len_utf8();
            if character == quote {
                break;
            }
            value.push(character);
        }
        value
    }
}
