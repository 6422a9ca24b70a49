//! CSV as Excel, 1C and people write it: `;`, tab or comma, with or without a header, or one name a line.

use crate::domain::records::record;
use crate::files::table::{Grid, Limits, TableProblem};

pub(super) fn read(text: &str, limits: Limits) -> Result<Vec<Vec<String>>, TableProblem> {
    // DOS programs end a text with this mark.
    let text = text.trim_end_matches('\u{1a}').replace("\r\n", "\n").replace('\r', "\n");
    let (delimiter, body, mut row) = match named_delimiter(&text) {
        Some((delimiter, body)) => (delimiter, body, 1),
        None => (likely_delimiter(&text), text.as_str(), 0),
    };
    let mut grid = Grid::new(limits);
    let lines: Vec<&str> = body.split('\n').collect();
    let mut rest = lines.as_slice();
    // Blank lines are rows too: rows keep the numbers that people see in the file.
    while !rest.is_empty() {
        let (cells, taken) = record(rest, delimiter);
        for (column, cell) in cells.iter().enumerate() {
            grid.put(row, column, cell)?;
        }
        row += 1;
        rest = &rest[taken..];
    }
    Ok(grid.into_rows())
}

/// Excel's own hint: a first line `sep=;`.
fn named_delimiter(text: &str) -> Option<(char, &str)> {
    let (hint, body) = text.strip_prefix("sep=")?.split_once('\n')?;
    let delimiter = hint.chars().next()?;
    hint[delimiter.len_utf8()..].trim_end().is_empty().then_some((delimiter, body))
}

/// The first of `;`, tab, comma that at least half of the first lines hold.
///
/// `;` goes first: positions hold commas («учитель физики, астрономии»), hardly ever semicolons. A list
/// without any of them is read with `;` as one column.
fn likely_delimiter(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let common = |c: char| 2 * lines.iter().filter(|line| line.contains(c)).count() >= lines.len();
    if !common(';') && common('\t') {
        '\t'
    } else if !common(';') && common(',') {
        ','
    } else {
        ';'
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

    #[test]
    fn a_quote_that_is_never_closed_swallows_no_people() {
        let read = rows("ФИО;Должность\nКим А. Б.;\"учитель\nЛи В. Г.;\"завуч; куратор\"\r\nПак Д. Е.;учитель");
        assert_eq!(read[1..], [["Ким А. Б.", "\"учитель"], ["Ли В. Г.", "завуч; куратор"], ["Пак Д. Е.", "учитель"]]);
        assert_eq!(rows("Ким А. Б.;\"учитель\nЛи В. Г.;завуч").len(), 2);
    }
}
