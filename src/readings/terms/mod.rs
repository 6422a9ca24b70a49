//! `nastavnik roadmap terms`: term phrases in, readings out, a line each.
//!
//! In: `{"id": …, "term_text": "до 15 сентября", "school_year": "2023/24"}`. Out: `{"id", "term_kind", "start", "due",
//! "recurrence", "needs_review"}`, the id as it came, days as `YYYY-MM-DD`, what is absent as an empty text.

mod line;
pub(in crate::readings) mod table;

use crate::text::Locale;
pub use line::LineError;
use line::{Answer, Answered};
use std::io::{BufRead, Read, Write};

/// The longest line that is read; what is longer is refused without being kept.
const LONGEST_LINE: u64 = 1 << 26;

/// How many lines were answered and how many could not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub answered: usize,
    pub refused: usize,
}

/// Answers each line as JSON; a line that cannot be read is named in `complaints` and the next one goes on.
///
/// What was asked so far is answered before more input is waited for.
pub fn as_json(input: impl Read, output: impl Write, complaints: impl Write) -> std::io::Result<Count> {
    let mut output = std::io::BufWriter::new(output);
    each_line(input, complaints, |answer, more_is_here| {
        serde_json::to_writer(&mut output, &answer.as_json())?;
        output.write_all(b"\n")?;
        if more_is_here { Ok(()) } else { output.flush() }
    })
}

/// Answers all lines as one table.
pub fn as_table(
    locale: Locale,
    input: impl Read,
    mut output: impl Write,
    complaints: impl Write,
) -> std::io::Result<Count> {
    let mut rows = vec![table::heading(locale)];
    let count = each_line(input, complaints, |answer, _| {
        rows.push(table::row(locale, answer));
        Ok(())
    })?;
    table::print(&rows, &mut output)?;
    output.flush()?;
    Ok(count)
}

/// Reads line by line. The second argument of `take` says whether more input lies ready.
fn each_line(
    input: impl Read,
    mut complaints: impl Write,
    mut take: impl FnMut(&Answer<'_>, bool) -> std::io::Result<()>,
) -> std::io::Result<Count> {
    let mut input = std::io::BufReader::new(input);
    let (mut count, mut bytes) = (Count::default(), Vec::new());
    for number in 1.. {
        bytes.clear();
        if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let is_whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < LONGEST_LINE;
        if !is_whole {
            input.skip_until(b'\n')?;
        }
        let answered = if is_whole { line::answer(&bytes) } else { Answered::Refused(LineError::TooLong) };
        match answered {
            Answered::Blank => {}
            Answered::With(answer) => {
                count.answered += 1;
                take(&answer, !input.buffer().is_empty())?;
            }
            Answered::Refused(error) => {
                count.refused += 1;
                writeln!(complaints, "line {number}: {error}")?;
            }
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests;
