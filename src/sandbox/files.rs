//! Files that people and the bot sent; they live as long as the sandbox.

use std::collections::HashMap;

use axum::body::Bytes;
use serde_json::{Value, json};

/// The `file_id` of a stored file.
pub(super) type FileKey = String;

pub(super) struct Stored {
    pub(super) name: String,
    pub(super) mime: String,
    pub(super) bytes: Bytes,
    /// Where `getFile` says it lies.
    pub(super) path: String,
    pub(super) is_photo: bool,
}

#[derive(Default)]
pub(super) struct Files {
    by_key: HashMap<FileKey, Stored>,
    by_path: HashMap<String, FileKey>,
}

impl Files {
    pub(super) fn add(&mut self, name: &str, mime: Option<&str>, bytes: Bytes, is_photo: bool) -> FileKey {
        let number = self.by_key.len() + 1;
        let extension = name.rsplit_once('.').map_or("bin", |(_, extension)| extension);
        let extension: String = extension.chars().filter(char::is_ascii_alphanumeric).collect();
        let (kind, folder) = if is_photo { ("AgACAgIAAx", "photos") } else { ("BQACAgIAAx", "documents") };
        let key = format!("{kind}kBAAEDsandbox{number:012}");
        let path = format!("{folder}/file_{number}.{extension}");
        let mime = mime.filter(|mime| !mime.is_empty()).unwrap_or_else(|| guess_mime(&extension)).to_owned();
        self.by_path.insert(path.clone(), key.clone());
        self.by_key.insert(key.clone(), Stored { name: name.to_owned(), mime, bytes, path, is_photo });
        key
    }

    pub(super) fn get(&self, key: &str) -> Option<&Stored> {
        self.by_key.get(key)
    }

    pub(super) fn by_path(&self, path: &str) -> Option<&Stored> {
        self.get(self.by_path.get(path)?)
    }

    /// What is common to the Bot API's `File`, `PhotoSize` and `Document`.
    pub(super) fn describe(&self, key: &str) -> Value {
        let size = self.get(key).map_or(0, |stored| stored.bytes.len());
        let unique = &key[key.len().saturating_sub(12)..];
        json!({ "file_id": key, "file_unique_id": format!("AQAD{unique}"), "file_size": size })
    }
}

fn guess_mime(extension: &str) -> &'static str {
    match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "pdf" => "application/pdf",
        "ics" => "text/calendar",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}

/// Width and height of a PNG or JPEG; nothing when it is neither.
pub(super) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    if let Some(rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
        return Some((number(8)?, number(12)?));
    }
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let &[0xff, marker, high, low, ..] = rest else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            let &[h1, h2, w1, w2] = rest.get(5..9)? else {
                return None;
            };
            return Some((u16::from_be_bytes([w1, w2]).into(), u16::from_be_bytes([h1, h2]).into()));
        }
        rest = rest.get(2 + length..)?;
    }
}
