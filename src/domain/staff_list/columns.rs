//! Where in a list the names stand, and what each of its rows is.

use crate::domain::staff_list::header::{self, Column};
use crate::domain::staff_list::{Meaning, RawLine, RowErrorKind, name};

/// A header stands among the first rows, under titles and approvals.
const HEADER_WITHIN: usize = 30;
/// Stems of sections and sums between people: «Учителя начальных классов», «Администрация», «Итого».
const SECTION_STEMS: [&str; 17] = [
    "учител",
    "администрац",
    "педагог",
    "воспитател",
    "специалист",
    "работник",
    "сотрудник",
    "персонал",
    "кафедр",
    "методическ",
    "начальн",
    "класс",
    "групп",
    "итого",
    "всего",
    "список",
    "цикл",
];

/// The columns of a list.
pub(super) struct Columns {
    /// The row with their names; `None` for a list without it.
    header: Option<usize>,
    /// The row under the names of columns, or the first that holds a name.
    first: usize,
    places: Vec<(usize, Column)>,
}

impl Columns {
    /// By the names of columns, else by the first column that looks like names; `None` where nothing does.
    pub(super) fn find(rows: &[Vec<String>]) -> Option<Self> {
        let mut named: Vec<_> = rows
            .iter()
            .take(HEADER_WITHIN)
            .enumerate()
            .filter_map(|(row, cells)| Some((row, header::read(cells)?)))
            .collect();
        // A title such as «Сотрудники» could name a lone column, too: a row that says more goes first.
        named.sort_by_key(|(row, found)| found.len() < 2 && !header::names_people_plainly(&rows[*row]));
        match named.into_iter().next() {
            Some((row, places)) => Some(Self { header: Some(row), first: row + 1, places }),
            None => Self::guess(rows),
        }
    }

    /// Most filled cells of the name column are names; the next columns of words are position and subject.
    fn guess(rows: &[Vec<String>]) -> Option<Self> {
        let width = rows.iter().map(Vec::len).max()?;
        let filled =
            |at: usize| rows.iter().filter_map(move |cells| cells.get(at)).filter(|cell| !cell.trim().is_empty());
        let names_in = |at: usize| filled(at).filter(|cell| name::looks_like_one(cell)).count();
        let names = (0..width).find(|&at| names_in(at) > 0 && 2 * names_in(at) >= filled(at).count())?;
        let first = rows.iter().position(|cells| cells.get(names).is_some_and(|cell| name::looks_like_one(cell)))?;
        let is_words = |at: &usize| filled(*at).filter(|cell| cell.chars().any(char::is_alphabetic)).count() > 0;
        let mut others = (names + 1..width).filter(is_words);
        let mut places = vec![(names, Column::FullName)];
        places.extend(others.next().map(|at| (at, Column::Position)));
        places.extend(others.next().map(|at| (at, Column::Subject)));
        Some(Self { header: None, first, places })
    }

    /// What row `index` is, counted from 0.
    pub(super) fn meaning(&self, index: usize, cells: &[String]) -> Meaning {
        if is_blank(cells) {
            return Meaning::Blank;
        }
        if self.header == Some(index) {
            return Meaning::Header;
        }
        // A header is repeated on each page of some lists.
        if self.header.is_some() && index > self.first && header::read(cells).is_some_and(|again| again == self.places)
        {
            return Meaning::Header;
        }
        let line = self.line(cells);
        if self.is_before_people(index, &line) || Self::is_section(cells, &line) {
            Meaning::Note
        } else {
            Meaning::Person(line)
        }
    }

    /// Titles stand above the names of columns; without those, above the first name and unlike a name.
    fn is_before_people(&self, index: usize, line: &RawLine) -> bool {
        let is_title = || matches!(name::read(&line.name), Err(RowErrorKind::NotAName));
        index < self.first && (self.header.is_some() || is_title())
    }

    fn cell<'a>(&self, cells: &'a [String], column: Column) -> &'a str {
        let place = self.places.iter().find(|(_, known)| *known == column);
        place.and_then(|(at, _)| cells.get(*at)).map_or("", |cell| cell.trim())
    }

    fn line(&self, cells: &[String]) -> RawLine {
        let parts = [Column::FullName, Column::Surname, Column::GivenName, Column::Patronymic];
        let name: Vec<&str> =
            parts.into_iter().map(|part| self.cell(cells, part)).filter(|part| !part.is_empty()).collect();
        RawLine {
            name: name.join(" "),
            position: self.cell(cells, Column::Position).to_owned(),
            subject: self.cell(cells, Column::Subject).to_owned(),
            role: self.cell(cells, Column::Role).to_owned(),
        }
    }

    /// A row with one filled cell that names a part of the staff, or stands outside all known columns.
    fn is_section(cells: &[String], line: &RawLine) -> bool {
        let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
        let (Some(only), None) = (filled.next(), filled.next()) else {
            return false;
        };
        let is_outside = [&line.name, &line.position, &line.subject, &line.role].iter().all(|text| text.is_empty());
        let lower = only.to_lowercase();
        let of_section = |word: &str| SECTION_STEMS.iter().any(|stem| word.starts_with(stem));
        let is_words = only.chars().any(char::is_alphabetic);
        is_words && (is_outside || lower.split(|c: char| !c.is_alphabetic()).any(of_section))
    }
}

/// What a row is in a table where no names were found: nothing is lost, nothing is taken.
pub(super) fn without_names(cells: &[String]) -> Meaning {
    if is_blank(cells) { Meaning::Blank } else { Meaning::Note }
}

/// Nothing, or only signs that a list leaves in prepared rows: a number, dashes.
fn is_blank(cells: &[String]) -> bool {
    let mut filled = cells.iter().map(|cell| name::tidy(cell)).filter(|cell| !cell.is_empty());
    let is_number =
        |cell: &str| cell.chars().all(|c| c.is_ascii_digit() || ".)-–—".contains(c)) && cell.chars().count() <= 5;
    filled.all(|cell| is_number(&cell))
}
