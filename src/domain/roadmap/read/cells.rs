//! What single cells say: crumbs, fillers, numberings, names of sections.

use super::Remark;
use super::layout::{GridLine, is_number};
use super::markup::{is_noise, without_markup};
use crate::domain::roadmap::term::{TermKind, read};
use crate::domain::school_year::SchoolYear;

/// A longer text is no name of a month.
const LONGEST_TIME: usize = 40;

/// Cells without markup and crumbs.
pub(super) fn clean(line: &GridLine, remarks: &mut Vec<Remark>) -> Vec<String> {
    let mut cells: Vec<String> = line.cells.iter().map(|cell| without_markup(cell)).collect();
    let several = cells.len() > 1;
    for (at, cell) in cells.iter_mut().enumerate() {
        let filler = several
            && !cell.trim().is_empty()
            && cell.trim().chars().all(|c| "-–—_".contains(c))
            && cell.trim().chars().count() > 1;
        let numeral = at == 0 && is_number(cell);
        if several && is_noise(cell) && !numeral {
            remarks.push(Remark::Noise(cell.trim().to_owned()));
            cell.clear();
        } else if filler {
            cell.clear();
        }
    }
    cells
}

/// «1 2 3 4 5» under the heading; right below it, two columns are enough.
pub(super) fn is_numbering(cells: &[String], below_heading: bool) -> bool {
    let written: Vec<&str> =
        cells.iter().map(|cell| cell.trim().trim_end_matches('.')).filter(|cell| !cell.is_empty()).collect();
    written.len() > if below_heading { 1 } else { 2 }
        && written.iter().zip(1..).all(|(cell, n): (_, usize)| cell.parse() == Ok(n))
}

/// «Раздел 2», «IV. Итоги»: a name that only sections have.
pub(super) fn names_section(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let word = ["раздел", "этап", "блок", "модуль", "направление", "часть"].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || "ivxі.:".contains(c)))
    });
    let first = lower.split(['.', ' ']).next().unwrap_or_default();
    let roman = !first.is_empty() && first.chars().all(|c| "ivxі".contains(c)) && lower.len() > first.len() + 2;
    word || roman
}

/// «Диагностический этап», «2. Блок методической работы», «Сентябрь»: a short name with such a word at its beginning or end. «Создан
/// раздел на сайте» is no name.
pub(super) fn names_part(text: &str) -> bool {
    const PARTS: &[&str] = &["раздел", "этап", "блок", "модуль", "направление"];
    let ordinal = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || "IVXІХ.)№".contains(c));
    let words: Vec<&str> = text.split_whitespace().skip_while(ordinal).collect();
    let is_part = |word: &&&str| {
        let lower = word.to_lowercase();
        PARTS.contains(&lower.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    let ends_open = text.trim_end().ends_with([',', ';', '-', '–']);
    let named =
        words.first().as_ref().is_some_and(is_part) || (words.len() < 5 && words.last().as_ref().is_some_and(is_part));
    if names_time(text) {
        return true;
    }
    !ends_open
        && words.len() < 13
        && words.first().is_some_and(|word| starts_sentence(word))
        && (named || names_section(text))
}

/// «Сентябрь», «Ноябрь – декабрь», «В течение года»: the name of a part of the year.
pub(super) fn names_time(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > LONGEST_TIME || !starts_sentence(text) {
        return false;
    }
    let reading = read(text, SchoolYear(2023));
    let figures = text.contains(|c: char| c.is_ascii_digit());
    let is_part = match reading.kind {
        TermKind::Month | TermKind::MonthRange | TermKind::Season | TermKind::HalfYear => true,
        // «2023–2024 учебный год» belongs to a title.
        TermKind::SchoolYear | TermKind::YearRound => !figures,
        _ => false,
    };
    is_part && reading.review.is_none() && reading.recurrence.is_none()
}

/// Whether a text begins a sentence.
pub(super) fn starts_sentence(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_uppercase() || c == '«')
}
