//! Lines of a table that are no rows: names of sections, paragraphs of the cell above, text under the table.

use super::Remark;
use super::cells::{names_part, names_section, names_time, starts_sentence};
use super::header::{Column, Columns};
use super::items::{self, begins_item};
use super::layout::{GridLine, is_number};
use super::row_start::is_whole_term;
use super::rows::RawRow;
use super::table::TableReader;
use crate::domain::roadmap::responsible::responsible;

/// A title over several rows.
pub(super) struct Section {
    pub(super) name: String,
    /// Nothing shows that it is no row which says only what to do.
    pub(super) guessed: bool,
}

impl TableReader {
    /// A line without columns: a section's name, another paragraph of the last cell, or text under the table.
    pub(super) fn lone_text(&mut self, text: &str, apart: bool, next: Option<&GridLine>) {
        if self.exact {
            return self.paragraph(text, next);
        }
        if !apart && self.parts_rows(text, next) {
            self.draft.sections.push(text.trim().to_owned());
            return self.draft.close_stage();
        }
        if begins_item(text) && self.rows_seen && !apart {
            return self.draft.go_on_in_last_cell(&self.columns, text);
        }
        if next.is_some_and(|next| Columns::of(&next.cells).is_some()) {
            self.draft.sections.push(text.trim().to_owned());
            return self.draft.close_stage();
        }
        if is_page_number(text) {
            return;
        }
        if names_signature(text) && next.is_none_or(|next| next.cells.len() < 2) {
            return self.draft.remarks.push(Remark::TextAfterTable(text.trim().to_owned()));
        }
        let row_follows = next.is_some_and(|next| next.cells.len() == self.columns.len());
        let begins_small = text.trim_start().starts_with(char::is_lowercase);
        let people_last = self.columns.last() == Some(Column::Responsible);
        let section = row_follows && !begins_small && !self.are_more_people(text) && starts_sentence(text);
        if section && (!self.rows_seen || people_last || apart) {
            self.draft.sections.push(text.trim().to_owned());
            self.draft.close_stage();
        } else if self.rows_seen && (begins_small || (!apart && next.is_some())) {
            self.draft.go_on_in_last_cell(&self.columns, text);
        } else {
            self.draft.remarks.push(Remark::TextAfterTable(text.trim().to_owned()));
        }
    }

    /// «Классные руководители» goes on with the people of the last column, «Работа с педагогами» does not.
    fn are_more_people(&self, text: &str) -> bool {
        let beginning: Vec<&str> = text.split_whitespace().take(2).collect();
        let people = responsible(&beginning.join(" "));
        let last = self.columns.last() == Some(Column::Responsible);
        last && !people.is_empty() && people.iter().all(|one| one.role.is_some())
    }

    /// «Диагностический этап» alone between two rows that need nothing more; any name where all sections stand so.
    fn parts_rows(&self, text: &str, next: Option<&GridLine>) -> bool {
        let whole_above = self.draft.rows.last().is_some_and(RawRow::ends_whole);
        let row_below = next.is_some_and(|next| {
            let first = next.cells.first().map(|cell| cell.trim()).unwrap_or_default();
            let begins = if self.columns.leads(Column::Number) {
                is_number(first)
            } else {
                starts_sentence(first) || is_whole_term(&self.columns.text(Column::Term, &next.cells))
            };
            begins && next.cells.len() == self.columns.len()
        });
        let full_below = next.is_some_and(|next| next.cells.len() == self.columns.len());
        let alone = || full_below && self.sections_alone && may_name(text) && !self.are_more_people(text);
        // Below a term, a month is more of it: «Август» and «Сентябрь» in one cell.
        let more_of_term = self.columns.last() == Some(Column::Term) && names_time(text);
        whole_above && !more_of_term && ((row_below && names_part(text)) || alone())
    }

    /// A paragraph between tables whose cells are known: the name of what follows it, or no part of the plan.
    fn paragraph(&mut self, text: &str, next: Option<&GridLine>) {
        let several = next.is_some_and(|next| next.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
        let name = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".) ".contains(c));
        if several && starts_sentence(name) && !is_page_number(text) {
            self.draft.sections.push(text.trim().to_owned());
            self.draft.close_stage();
        } else if !is_page_number(text) {
            self.draft.remarks.push(Remark::TextAfterTable(text.trim().to_owned()));
        }
    }

    /// A title over several rows: one text in the first cell or in all of them, or one that is marked as such.
    pub(super) fn section(&self, line: &GridLine, cells: &[String], next: Option<&GridLine>) -> Option<Section> {
        let mut written = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let (at, text) = written.next()?;
        let others: Vec<&String> = written.map(|(_, cell)| cell).collect();
        let number_before = others.len() == 1 && is_number(text) && self.columns.has(Column::Number);
        if number_before {
            let number = text.trim().trim_end_matches('.');
            let child = next.and_then(|next| next.cells.first()).is_some_and(|cell| {
                cell.trim()
                    .strip_prefix(number)
                    .is_some_and(|rest| rest.starts_with('.') && rest.trim_end_matches('.').len() > 1)
            });
            return child.then(|| Section { name: others[0].trim().to_owned(), guessed: false });
        }
        // A wider table below it makes all rows of a sheet wider.
        let all = others.len() + 1 >= self.columns.known_count().max(2);
        let same = others.iter().all(|other| *other == text) && (others.is_empty() || all);
        let list = items::split(text).len() > 1;
        if !same || list || is_number(text) || text.trim().chars().count() > 200 {
            return None;
        }
        let marked = is_marked(line);
        let named = names_section(text);
        let spread = !others.is_empty();
        let first = at == 0 && cells.len() > 1 && starts_sentence(text);
        let numbered_table = self.columns.has(Column::Number);
        // Above nothing it names nothing.
        let before_row = next.is_some_and(|next| next.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
        let before_heading = next.is_some_and(|next| Columns::of(&next.cells).is_some());
        // Every row has a number, and the name of a part stands in their column without one.
        let among_activities =
            numbered_table && at > 0 && cells.len() == self.columns.len() && before_row && names_part(text);
        let shown = before_heading || marked || named || spread || among_activities || (first && numbered_table);
        // Of texts one below another each may be a row without a term. Where only the term is missing, and the table does
        // not begin with such a text, it is a forgotten term as well.
        let may_be_one = !self.lone_before && (self.columns.known_count() > 2 || self.begins_with_name);
        let guessed = !shown && first && before_row && !self.sections_marked && (may_be_one || names_part(text));
        let name = text.trim().to_owned();
        ((shown || guessed) && (cells.len() > 1 || marked || named))
            .then(|| Section { guessed: guessed && !names_part(&name), name })
    }
}

/// Whether lone lines name the sections of a plan: the first one stands below the heading, and each of them above a row.
/// Paragraphs of cells that broke out of their rows also come below one another, and nothing of them precedes the rows.
pub(super) fn stand_alone(plan: &[&GridLine], width: usize) -> bool {
    let full = |line: &GridLine| line.cells.len() == width;
    let last = plan.iter().rposition(|line| full(line)).unwrap_or(0);
    let names = |line: &GridLine| line.cells.len() == 1 && starts_sentence(&line.cells[0]);
    let begins = |line: &GridLine| names(line) && !begins_item(&line.cells[0]);
    let places: Vec<usize> = (0..last).filter(|at| begins(plan[*at]) && !is_page_number(&plan[*at].cells[0])).collect();
    let above_row = |at: &usize| full(plan[at + 1]) && may_name(&plan[*at].cells[0]);
    width > 1 && places.first() == Some(&0) && places.iter().all(above_row)
}

/// A text that may be a section's name: no sentence, no list, nothing that goes on.
fn may_name(text: &str) -> bool {
    let text = text.trim();
    let open = text.ends_with(['.', ',', ';', ':', '-', '–', '(']);
    starts_sentence(text) && !open && text.chars().count() < 120 && !begins_item(text) && !names_signature(text)
}

/// A single text in bold.
pub(super) fn is_marked(line: &GridLine) -> bool {
    let mut written = line.cells.iter().filter(|cell| !cell.trim().is_empty());
    let bold = |raw: &String| raw.contains("**") || raw.contains("<b>") || raw.contains("<B>");
    written.next().is_some_and(bold) && written.all(bold)
}

/// «Директор ____ Лаптева О. В.», «Исполнитель: …»: what stands below a table.
pub(super) fn names_signature(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "исполнитель:",
        "директор ",
        "заведующ",
        "куратор программы",
        "согласован",
        "утвержд",
        "рассмотрен",
        "составил",
        "приложени",
        "ознакомлен",
        "с дорожной картой",
        "с планом",
        "принят",
        "м.п",
        "примечани",
        "*",
    ];
    let lower = text.trim().to_lowercase();
    let gap = text.contains("___") || text.trim().contains("     ");
    gap || (BEGINNINGS.iter().any(|word| lower.starts_with(word)) && !lower.ends_with([',', ';']))
}

/// «2», «Страница 2 из 5», «- 3 -».
pub(super) fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.trim_matches(|c: char| c.is_whitespace() || "-–—".contains(c));
    let rest = rest.trim_start_matches("страница").trim_start_matches("стр.").trim_start();
    !rest.is_empty()
        && rest.len() < 14
        && rest.split_whitespace().all(|word| word == "из" || word.chars().all(|c| c.is_ascii_digit()))
}
