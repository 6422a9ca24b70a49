//! `parse_mode=HTML` with Telegram's own complaints, byte offsets included.

mod open;

use super::entity::{Entity, Formatted};

/// What is opened and not yet closed.
struct Open {
    tag: String,
    argument: Option<String>,
    format: Option<String>,
    offset: usize,
    /// Where its text starts in the result, in bytes.
    begin: usize,
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    text: String,
    /// Length of `text` in UTF-16 units.
    offset: usize,
    entities: Vec<Entity>,
    open: Vec<Open>,
}

/// Plain text and entities of an HTML message, or the reason as Telegram puts it after «can't parse entities: ».
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser = Parser {
        source,
        at: 0,
        text: String::with_capacity(source.len()),
        offset: 0,
        entities: Vec::new(),
        open: Vec::new(),
    };
    while let Some(character) = parser.peek() {
        match character {
            '<' if parser.source[parser.at + 1..].starts_with('/') => parser.close_tag()?,
            '<' => parser.open_tag()?,
            '&' => {
                let decoded = parser.decode_entity().unwrap_or('&');
                parser.push(decoded);
            }
            _ => {
                parser.at += character.len_utf8();
                parser.push(character);
            }
        }
    }
    for code in parser.entities.iter_mut().filter(|entity| entity.kind == "code") {
        code.language = None; // Telegram keeps a language only for <pre><code class="language-…">.
    }
    match parser.open.last() {
        Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag)),
        None => Ok(Formatted { text: parser.text, entities: parser.entities }),
    }
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.offset += character.len_utf16();
    }

    /// Moves over bytes that satisfy `wanted` and returns them.
    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &str {
        let begin = self.at;
        let rest = &self.source[begin..];
        self.at = rest.find(|c| !wanted(c)).map_or(self.source.len(), |length| begin + length);
        &self.source[begin..self.at]
    }

    /// `&lt; &gt; &amp; &quot; &#65; &#x41;`; anything else stays an ampersand.
    fn decode_entity(&mut self) -> Option<char> {
        let rest = &self.source[self.at + 1..];
        self.at += 1;
        let end = rest.bytes().take(12).position(|byte| byte == b';')?;
        let decoded = match &rest[..end] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            name => {
                let digits = name.strip_prefix('#')?;
                let code = match digits.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => digits.parse(),
                };
                char::from_u32(code.ok()?).filter(|&c| c != '\0')?
            }
        };
        self.at += end + 1;
        Some(decoded)
    }

    fn close_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let open = self.open.pop().ok_or_else(|| format!("Unexpected end tag at byte offset {begin}"))?;
        self.at += 2;
        let name = self.take_while(|c| !c.is_ascii_whitespace() && c != '>').to_ascii_lowercase();
        self.take_while(|c| c.is_ascii_whitespace());
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != open.tag {
            let expected = &open.tag;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{name}>\""
            ));
        }
        if self.offset > open.offset {
            self.finish(open)?;
        }
        Ok(())
    }

    fn finish(&mut self, open: Open) -> Result<(), String> {
        let kind = entity_kind(&open.tag).unwrap_or_default();
        let mut entity = Entity::new(kind, open.offset, self.offset - open.offset);
        match open.tag.as_str() {
            "a" => {
                let url = open.argument.unwrap_or_else(|| self.text[open.begin..].to_owned());
                if !url.contains(['.', ':']) || url.contains(char::is_whitespace) {
                    return Ok(()); // Telegram drops a link it cannot read and keeps the text.
                }
                entity.url = Some(url);
            }
            "tg-emoji" => {
                let id = open.argument.filter(|id| id.parse::<u64>().is_ok_and(|id| id != 0));
                entity.custom_emoji_id = Some(id.ok_or("Invalid custom emoji identifier specified")?);
            }
            "tg-time" => {
                let time = open.argument.and_then(|unix| unix.parse().ok()).ok_or("Invalid date specified")?;
                (entity.unix_time, entity.date_time_format) = (Some(time), open.format);
            }
            "blockquote" if open.argument.is_some() => {
                "expandable_blockquote".clone_into(&mut entity.kind);
            }
            "pre" => match self.entities.pop() {
                Some(code) if code.kind == "code" && code.offset == entity.offset && code.length == entity.length => {
                    entity.language = code.language;
                }
                other => self.entities.extend(other),
            },
            "code" => entity.language = open.argument,
            _ => {}
        }
        self.entities.push(entity);
        Ok(())
    }
}

fn entity_kind(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "tg-spoiler" | "span" => "spoiler",
        "a" => "text_link",
        "code" => "code",
        "pre" => "pre",
        "blockquote" => "blockquote",
        "tg-emoji" => "custom_emoji",
        "tg-time" => "date_time",
        _ => return None,
    })
}
