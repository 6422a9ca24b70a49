//! What a file really is: by its first bytes, and by its name only where bytes do not tell.

use crate::files::decode;

/// A kind of file that people send, whether we can read it or only name it in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// Excel's binary workbook.
    Xlsb,
    Ods,
    Csv,
    Txt,
    Docx,
    /// Word 97–2003.
    Doc,
    Odt,
    Rtf,
    /// A presentation, new or old.
    Pptx,
    Pdf,
    Image,
    /// A web page; electronic journals call it `.xls`.
    Html,
    /// A workbook or a document that asks for a password.
    Encrypted,
    /// A text in UTF-8 some of whose letters are damaged.
    Garbled,
    /// An archive of anything else.
    Zip,
    Unknown,
}

impl FileKind {
    /// The code that texts select by (`$found` in `locales/*/files.ftl`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Txt => "txt",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Pptx => "pptx",
            Self::Pdf => "pdf",
            Self::Image => "image",
            Self::Html => "html",
            Self::Encrypted => "encrypted",
            Self::Garbled => "garbled",
            Self::Zip => "zip",
            Self::Unknown => "unknown",
        }
    }

    /// What these bytes are. `name` is the sender's file name, believed only between look-alikes.
    pub fn recognise(name: &str, bytes: &[u8]) -> Self {
        let extension = name.rsplit_once('.').map_or(String::new(), |(_, ext)| ext.to_lowercase());
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return packed(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return compound(&extension, bytes);
        }
        if is_image(bytes) {
            return Self::Image;
        }
        let head = &bytes[..bytes.len().min(1024)];
        if contains(head, b"%PDF-") {
            return Self::Pdf;
        }
        if bytes.starts_with(b"{\\rtf") {
            return Self::Rtf;
        }
        if bytes.starts_with(b"Rar!") || bytes.starts_with(b"7z\xBC\xAF") || bytes.starts_with(b"\x1F\x8B") {
            return Self::Zip;
        }
        written(&extension, bytes)
    }
}

/// By the names in the package's directory: a document may hold a whole workbook inside. A directory that cannot be
/// read leaves the bytes.
fn packed(bytes: &[u8]) -> FileKind {
    let listed = zip::ZipArchive::new(std::io::Cursor::new(bytes));
    let names: Option<Vec<String>> =
        listed.ok().map(|archive| archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect());
    let has = |name: &str| match &names {
        Some(names) => names.iter().any(|one| one.starts_with(name)),
        None => contains(bytes, name.as_bytes()),
    };
    if has("xl/workbook.bin") {
        FileKind::Xlsb
    } else if has("xl/workbook") {
        FileKind::Xlsx
    } else if has("word/document") {
        FileKind::Docx
    } else if has("ppt/presentation") {
        FileKind::Pptx
    } else if contains(bytes, b"application/vnd.oasis.opendocument.spreadsheet") {
        FileKind::Ods
    } else if contains(bytes, b"application/vnd.oasis.opendocument.text") {
        FileKind::Odt
    } else {
        FileKind::Zip
    }
}

/// OLE compound files name their streams in UTF-16.
fn compound(extension: &str, bytes: &[u8]) -> FileKind {
    let has = |stream: &str| contains(bytes, &stream.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    if has("EncryptedPackage") {
        FileKind::Encrypted
    } else if has("WordDocument") || extension == "doc" {
        FileKind::Doc
    } else if has("Workbook") || has("Book") {
        FileKind::Xls
    } else if has("PowerPoint Document") {
        FileKind::Pptx
    } else {
        FileKind::Unknown
    }
}

fn is_image(bytes: &[u8]) -> bool {
    let boxed = bytes.get(4..12).unwrap_or_default();
    [&b"\x89PNG\r\n"[..], b"\xFF\xD8\xFF", b"GIF8", b"BM6", b"II*\0", b"MM\0*"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
        || (bytes.starts_with(b"RIFF") && contains(boxed, b"WEBP"))
        || [&b"ftyphei"[..], b"ftypmif", b"ftypavif"].iter().any(|magic| boxed.starts_with(magic))
}

fn written(extension: &str, bytes: &[u8]) -> FileKind {
    let Some(text) = decode::guess_text(bytes) else {
        return if decode::is_garbled(bytes) { FileKind::Garbled } else { FileKind::Unknown };
    };
    let head: String = text.trim_start().chars().take(300).collect::<String>().to_lowercase();
    if ["<!doctype html", "<html", "<table", "<meta", "<?xml"].iter().any(|tag| head.starts_with(tag)) {
        return FileKind::Html;
    }
    match extension {
        "csv" | "tsv" => FileKind::Csv,
        "txt" | "text" => FileKind::Txt,
        _ if text.lines().take(5).any(|line| line.contains([';', '\t'])) => FileKind::Csv,
        _ => FileKind::Txt,
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say_not_its_name() {
        assert_eq!(FileKind::recognise("staff.xlsx", b"%PDF-1.7\n"), FileKind::Pdf);
        assert_eq!(FileKind::recognise("staff.csv", b"PK\x03\x04....xl/workbook.xml"), FileKind::Xlsx);
        assert_eq!(FileKind::recognise("staff.xlsx", b"PK\x03\x04....word/document.xml"), FileKind::Docx);
        assert_eq!(FileKind::recognise("staff.xlsx", b"PK\x03\x04....photo.jpg"), FileKind::Zip);
        assert_eq!(FileKind::recognise("staff.xls", b"<html><table><tr>"), FileKind::Html);
        assert_eq!(FileKind::recognise("staff.xlsx", b"\x89PNG\r\n\x1a\n"), FileKind::Image);
        assert_eq!(FileKind::recognise("a.jpg", "Иванова;учитель".as_bytes()), FileKind::Csv);
        assert_eq!(FileKind::recognise("plan.txt", "сентябрь; октябрь".as_bytes()), FileKind::Txt);
        assert_eq!(FileKind::recognise("x", &[0, 1, 2, 3, 4, 0, 0, 9]), FileKind::Unknown);
        assert_eq!(FileKind::recognise("", b""), FileKind::Unknown);
    }
}
