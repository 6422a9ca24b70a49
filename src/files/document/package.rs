//! A zip package opened with suspicion: what comes out of it is counted as it comes, no header is believed.

use super::DocumentProblem;
use crate::files::kind::FileKind;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;
use std::time::{Duration, Instant};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most entries of a package: a document has dozens.
const MOST_ENTRIES: usize = 5_000;
/// How long all parts together may take; those of the largest document take a second or two.
const LONGEST_TIME: Duration = Duration::from_secs(20);
const BROKEN: DocumentProblem = DocumentProblem::Broken { found: FileKind::Docx };

/// An Office package and how much may still be unpacked of it.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: Rc<Cell<u64>>,
    ends: Instant,
}

impl<'b> Package<'b> {
    /// Opens a package of which at most `limit` bytes will be unpacked.
    pub(super) fn open(bytes: &'b [u8], limit: u64) -> Result<Self, DocumentProblem> {
        Self::open_until(Instant::now() + LONGEST_TIME, bytes, limit)
    }

    /// Opens a package whose parts are read up to a moment.
    pub(super) fn open_until(ends: Instant, bytes: &'b [u8], limit: u64) -> Result<Self, DocumentProblem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
        let directory = usize::try_from(archive.central_directory_start()).unwrap_or(usize::MAX);
        // Two entries of one name: which of them is the document depends on who reads it.
        if archive.len() > MOST_ENTRIES || records(bytes.get(directory..).unwrap_or_default()) != archive.len() {
            return Err(BROKEN);
        }
        Ok(Self { archive, left: Rc::new(Cell::new(limit)), ends })
    }

    /// The first entry whose name begins and ends so.
    pub(super) fn find(&self, (begins, ends): (&str, &str)) -> Option<String> {
        let fits = |name: &str| name.strip_prefix(begins).is_some_and(|rest| rest.ends_with(ends));
        self.archive.file_names().flatten().find(|name| fits(name)).map(std::borrow::Cow::into_owned)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// An entry to be read; `None` where the package has none of this name.
    pub(super) fn entry(&mut self, name: &str) -> Result<Option<impl io::BufRead>, DocumentProblem> {
        let (left, ends) = (self.left.clone(), self.ends);
        match self.archive.by_name(name) {
            Ok(file) => Ok(Some(BufReader::new(Counted { file, left, ends }))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                Err(DocumentProblem::Protected)
            }
            Err(_) => Err(BROKEN),
        }
    }
}

/// How many records the directory holds one after another.
fn records(mut directory: &[u8]) -> usize {
    let mut count = 0;
    while directory.starts_with(b"PK\x01\x02") {
        let length =
            |at: usize| directory.get(at..at + 2).map_or(0, |two| usize::from(u16::from_le_bytes([two[0], two[1]])));
        let whole = 46 + length(28) + length(30) + length(32);
        directory = directory.get(whole..).unwrap_or_default();
        count += 1;
    }
    count
}

/// Stops when more has come out than may, or when it takes too long.
struct Counted<R> {
    file: R,
    left: Rc<Cell<u64>>,
    ends: Instant,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if Instant::now() > self.ends {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let read = self.file.read(buf)?;
        match self.left.get().checked_sub(read as u64) {
            Some(left) => self.left.set(left),
            None => return Err(io::ErrorKind::FileTooLarge.into()),
        }
        Ok(read)
    }
}
