//! How much a PDF holds once unpacked, found out before the library unpacks it into memory.

use crate::files::document::DocumentProblem;
use flate2::{Decompress, FlushDecompress, Status};

/// Bytes that all packed streams may unpack to together. Pictures count too: a page's photograph is ten megabytes.
const LIMIT: u64 = 160 * MEGABYTE;
/// How often a stream packed within a stream is followed.
const DEEPEST: usize = 4;
const MEGABYTE: u64 = 1024 * 1024;

/// Unpacks every stream into nothing, counting. Packed bytes are known by how they begin, not by what the file says.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), DocumentProblem> {
    weigh_within(bytes, LIMIT)
}

fn weigh_within(bytes: &[u8], mut left: u64) -> Result<(), DocumentProblem> {
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        at += found + b"stream".len();
        let data = &bytes[at..];
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        if is_packed(data) {
            unpack(data, &mut left, DEEPEST)?;
        }
    }
    Ok(())
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// The first two bytes of zlib's format (RFC 1950).
fn is_packed(data: &[u8]) -> bool {
    let [first, second, ..] = *data else {
        return false;
    };
    first & 0x0f == 8 && u16::from_be_bytes([first, second]) % 31 == 0
}

fn unpack(data: &[u8], left: &mut u64, depth: usize) -> Result<(), DocumentProblem> {
    let mut inflater = Decompress::new(true);
    let mut buffer = vec![0; 32 * 1024];
    // What comes out is kept only where it is packed again.
    let mut inner: Option<Vec<u8>> = None;
    loop {
        let (read, written) = (inflater.total_in(), inflater.total_out());
        let Some(rest) = usize::try_from(read).ok().and_then(|read| data.get(read..)) else {
            break;
        };
        let status = inflater.decompress(rest, &mut buffer, FlushDecompress::None);
        let count = inflater.total_out() - written;
        *left = left.checked_sub(count).ok_or(DocumentProblem::TooLargeInside {
            limit: usize::try_from(LIMIT / MEGABYTE).unwrap_or(usize::MAX),
        })?;
        let fresh = buffer.get(..usize::try_from(count).unwrap_or(0)).unwrap_or_default();
        if written == 0 && is_packed(fresh) && depth > 0 {
            inner = Some(Vec::new());
        }
        if let Some(inner) = &mut inner {
            inner.extend_from_slice(fresh);
        }
        let still = inflater.total_in() == read && count == 0;
        if still || !matches!(status, Ok(Status::Ok)) {
            break;
        }
    }
    match inner {
        Some(inner) => unpack(&inner, left, depth - 1),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn file(streams: &[&[u8]]) -> Vec<u8> {
        streams.iter().flat_map(|stream| [b"<<>>stream\r\n", *stream, b"\nendstream\n"].concat()).collect()
    }

    #[test]
    fn packed_streams_are_weighed_together_and_however_often_they_are_packed() {
        let heavy = vec![0; 100_000];
        let once = packed(&heavy);
        assert!(weigh_within(&file(&[&once]), 110_000).is_ok());
        assert!(weigh_within(&file(&[&once, &once]), 110_000).is_err());
        let thrice = packed(&packed(&once));
        assert!(thrice.len() < 200, "{}", thrice.len());
        assert!(weigh_within(&file(&[&thrice]), 90_000).is_err());
        assert!(weigh_within(&file(&[b"BT (x) Tj ET"]), 0).is_ok());
        assert!(weigh_within(&once, 0).is_ok());
    }
}
