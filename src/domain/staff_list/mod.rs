//! What a staff list means: which rows are people, what they are called, what they may do.
//!
//! The list comes as rows of text (`files::table`), made by hand in any school: titles above it,
//! columns in any order, sections between people, capitals, numbers before names. Each row ends as one
//! person, one error, a note that nobody is dropped silently, or a blank.
//!
//! To recognise another column: its words in `header`. Another role: its words in `roles`.

mod columns;
mod header;
mod name;
mod problem;
mod roles;

pub use name::{key as name_key, read as read_name};
pub use problem::{RowError, RowErrorKind, StaffProblem};

use crate::domain::people::Role;
use columns::Columns;
use std::collections::HashMap;

/// The longest full name, in characters.
pub const MAX_NAME_CHARS: usize = 120;
/// The longest position or subject, in characters.
pub const MAX_TEXT_CHARS: usize = 300;

/// A person in a staff list. `Debug` hides what is personal (guarantee I6).
#[derive(Clone, PartialEq, Eq)]
pub struct StaffLine {
    /// The row of the file, counted from 1.
    pub row: usize,
    /// Surname first, as the list gives it: NFC, single spaces, normal case, «ё» kept.
    pub full_name: String,
    /// «учитель физики»; empty when the list does not say.
    pub position: String,
    /// What the person teaches, or the group in a kindergarten; empty when the list does not say.
    pub subject: String,
    /// What the role and position columns say, each once, in the order of [`Role::ALL`].
    pub roles: Vec<Role>,
    /// The text of the role column where no role was recognised in it: to show and ask about.
    pub unread_role: String,
}

impl std::fmt::Debug for StaffLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StaffLine").field("row", &self.row).field("roles", &self.roles).finish_non_exhaustive()
    }
}

/// What was made of a list. Every row is counted once: people, errors, notes, header rows, blank rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StaffReading {
    pub people: Vec<StaffLine>,
    pub errors: Vec<RowError>,
    /// Rows taken for titles, sections or sums («Администрация», «Итого: 24»), counted from 1: to be shown.
    pub notes: Vec<usize>,
    /// Rows with the names of columns, counted from 1; empty for a list without them.
    pub header: Vec<usize>,
    /// How many rows hold nothing, or nothing but their number.
    pub blank: usize,
}

impl StaffReading {
    /// The people to add, or why nothing may be applied: it is all or nothing.
    pub fn accepted(&self) -> Result<&[StaffLine], StaffProblem> {
        if !self.errors.is_empty() {
            Err(StaffProblem::Rows { count: self.errors.len() })
        } else if self.people.is_empty() {
            Err(StaffProblem::NoNames)
        } else {
            Ok(&self.people)
        }
    }
}

/// Reads a staff list; row `i` of `rows` is row `i + 1` of the file.
pub fn read_staff(rows: &[Vec<String>]) -> StaffReading {
    let columns = Columns::find(rows);
    let mut reading = StaffReading::default();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, cells) in rows.iter().enumerate() {
        let row = index + 1;
        let meaning =
            columns.as_ref().map_or_else(|| columns::without_names(cells), |found| found.meaning(index, cells));
        match meaning {
            Meaning::Blank => reading.blank += 1,
            Meaning::Note => reading.notes.push(row),
            Meaning::Header => reading.header.push(row),
            Meaning::Person(raw) => match read_line(row, &raw, &mut seen) {
                Ok(line) => reading.people.push(line),
                Err(kind) => reading.errors.push(RowError { row, kind }),
            },
        }
    }
    reading
}

/// What a row is.
enum Meaning {
    Blank,
    Note,
    Header,
    Person(RawLine),
}

/// A person's cells as they stand in the file.
#[derive(Default)]
struct RawLine {
    name: String,
    position: String,
    subject: String,
    role: String,
}

fn read_line(row: usize, raw: &RawLine, seen: &mut HashMap<String, usize>) -> Result<StaffLine, RowErrorKind> {
    let full_name = name::read(&raw.name)?;
    let [position, subject, role] = [&raw.position, &raw.subject, &raw.role].map(|text| name::tidy(text));
    if [&position, &subject, &role].iter().any(|text| text.chars().count() > MAX_TEXT_CHARS) {
        return Err(RowErrorKind::TooLong { limit: MAX_TEXT_CHARS });
    }
    if let Some(&first) = seen.get(&name::key(&full_name)) {
        return Err(RowErrorKind::Repeats { first });
    }
    seen.insert(name::key(&full_name), row);
    let named = roles::of_role_column(&role);
    let unread_role = if named.is_empty() { role } else { String::new() };
    let held = roles::of_position(&position);
    let roles = Role::ALL.iter().copied().filter(|role| named.contains(role) || held.contains(role)).collect();
    Ok(StaffLine { row, full_name, position, subject, roles, unread_role })
}

#[cfg(test)]
mod tests;
