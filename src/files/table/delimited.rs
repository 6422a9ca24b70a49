//! CSV as Excel, 1C and people write it: `;`, tab or comma, with or without a header, or one name a line.

use crate::files::table::{Grid, Limits, TableProblem};

pub(super) fn read(text: &str, limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    // DOS programs end a text with this mark.
    let text = text.trim_end_matches('\u{1a}');
    let (delimiter, body, mut row) = match named_delimiter(text) {
        Some((delimiter, body)) => (delimiter, body, 1),
        None => (likely_delimiter(text), text, 0),
    };
    let mut grid = Grid::new(limits);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(body.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut line = reader.position().line();
    while reader.read_record(&mut record).map_err(|_| TableProblem::Broken)? {
        // The reader skips blank lines; rows must keep the numbers that people see in the file.
        let next_line = reader.position().line();
        let own_lines = 1 + record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let passed = usize::try_from(next_line - line).unwrap_or(usize::MAX);
        row += passed.saturating_sub(own_lines);
        for (column, cell) in record.iter().enumerate() {
            grid.put(row, column, cell)?;
        }
        row += 1;
        line = next_line;
    }
    Ok(grid.into_rows())
}

/// Excel's own hint: a first line `sep=;`.
fn named_delimiter(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let delimiter = *rest.as_bytes().first()?;
    let (hint, body) = rest.split_once('\n')?;
    (hint.trim_end().len() == 1).then_some((delimiter, body))
}

/// The first of `;`, tab, comma that at least half of the first lines hold.
///
/// `;` goes first: positions hold commas («учитель физики, астрономии»), hardly ever semicolons. A list
/// without any of them is read with `;` as one column.
fn likely_delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let common = |c: char| 2 * lines.iter().filter(|line| line.contains(c)).count() >= lines.len();
    if !common(';') && common('\t') {
        b'\t'
    } else if !common(';') && common(',') {
        b','
    } else {
        b';'
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text, Limits::default()).unwrap()
    }

    #[test]
    fn the_delimiter_is_found_by_what_most_lines_hold() {
        assert_eq!(rows("ФИО;Должность\nКим А. Б.;учитель физики, химии")[1], ["Ким А. Б.", "учитель физики, химии"]);
        assert_eq!(rows("ФИО\tДолжность\nКим А. Б.\tзавуч")[1], ["Ким А. Б.", "завуч"]);
        assert_eq!(rows("Ким А. Б.,учитель\nЛи В. Г.,завуч")[0], ["Ким А. Б.", "учитель"]);
        assert_eq!(rows("Ким А. Б.\nЛи В. Г., завуч\nПак Д. Е.")[1], ["Ли В. Г., завуч"]);
        assert_eq!(rows("sep=,\nКим;А,завуч")[1], ["Ким;А", "завуч"]);
    }

    #[test]
    fn rows_keep_the_numbers_of_the_file() {
        let read = rows("ФИО;Должность\r\n\r\n\r\n\"Ким\nА. Б.\";завуч\r\n\r\nЛи В. Г.;учитель");
        assert_eq!(read.len(), 6);
        assert_eq!(read[3][1], "завуч");
        assert_eq!(read[5][0], "Ли В. Г.");
    }
}
