//! How large a zip package becomes, read before anything is unpacked.

/// The signature of a record in a zip's central directory (APPNOTE 4.3.12).
const RECORD: &[u8] = b"PK\x01\x02";
const RECORD_LEN: usize = 46;

/// The sum of the sizes that the package's directory declares.
///
/// Records are looked for in the whole file and not only where the directory is said to begin: a crafted
/// package may hold two directories, and the reader might choose the other. The reader itself (the `zip`
/// crate) unpacks no entry beyond its declared size, so that the sum holds.
pub(super) fn declared_size(bytes: &[u8]) -> u64 {
    let records = bytes.windows(RECORD_LEN).enumerate().filter(|(_, record)| record.starts_with(RECORD));
    records.filter_map(|(at, _)| entry_size(bytes, at)).fold(0, u64::saturating_add)
}

/// The unpacked size of the record at `at`; `None` where chance bytes look like a signature.
fn entry_size(bytes: &[u8], at: usize) -> Option<u64> {
    let record = bytes.get(at..at + RECORD_LEN)?;
    let method = u16_at(record, 10)?;
    let offset = u32_at(record, 42)?;
    let plausible = matches!(method, 0 | 8) && (offset == u32::MAX || (offset as usize) < bytes.len());
    if !plausible {
        return None;
    }
    let size = u32_at(record, 24)?;
    if size != u32::MAX {
        return Some(u64::from(size));
    }
    let extra_at = at + RECORD_LEN + usize::from(u16_at(record, 28)?);
    let extra = bytes.get(extra_at..extra_at + usize::from(u16_at(record, 30)?)).unwrap_or_default();
    Some(zip64_size(extra).unwrap_or(u64::MAX))
}

/// The unpacked size in a zip64 extra field (APPNOTE 4.5.3): its first eight bytes.
fn zip64_size(mut extra: &[u8]) -> Option<u64> {
    while extra.len() >= 4 {
        let len = usize::from(u16_at(extra, 2)?);
        if u16_at(extra, 0)? == 1 {
            return Some(u64::from_le_bytes(extra.get(4..12)?.try_into().ok()?));
        }
        extra = extra.get(4 + len..)?;
    }
    None
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
