//! Terms and people inside running text: «Срок: …», «Ответственный – …», «… — сентябрь — куратор».

use super::header::{Column, column};
use super::row_start::is_whole_term;
use super::rows::RawRow;
use crate::domain::roadmap::responsible::responsible;
use crate::domain::roadmap::term::{TermKind, parse};
use crate::domain::school_year::SchoolYear;

/// Words that label a part of a row when a colon or a dash follows.
const LABELS: &[&str] = &[
    "срок исполнения",
    "сроки исполнения",
    "срок реализации",
    "сроки реализации",
    "срок проведения",
    "сроки проведения",
    "сроки",
    "срок",
    "дата проведения",
    "дата",
    "период",
    "ответственный исполнитель",
    "ответственные",
    "ответственный",
    "отв.",
    "исполнители",
    "исполнитель",
    "ожидаемый результат",
    "результаты",
    "результат",
    "вид документа",
    "документ",
];

/// How far into a text a label may reach, in characters, with the signs before it.
const NEAR: usize = 60;

/// A tail is a term and people: no longer, in characters.
const LONGEST_TAIL: usize = 300;

/// The label at the beginning of a text: its column and what follows it.
fn label(text: &str) -> Option<(Column, &str)> {
    // A label is short and stands near: the rest of a long line need not be looked at for each sign in it.
    let head = text.char_indices().nth(NEAR).map_or(text, |(end, _)| &text[..end]);
    let signs = head.len() - head.trim_start_matches(|c: char| "-–—•·(* ".contains(c)).len();
    let lower = head[signs..].to_lowercase();
    let text = &text[signs..];
    let found = LABELS.iter().find(|label| lower.starts_with(**label))?;
    let rest = text.get(found.len()..)?.trim_start();
    let value = rest.strip_prefix([':', '–', '—', '-']).or_else(|| found.ends_with('.').then_some(rest))?;
    let meaning = if *found == "отв." { Column::Responsible } else { column(found)? };
    Some((meaning, value))
}

pub(super) fn begins_label(line: &str) -> bool {
    label(line).is_some()
}

/// Moves labelled parts of the lines into the row. Says whether there were any.
pub(super) fn take(row: &mut RawRow, lines: &mut Vec<String>) -> bool {
    let mut kept: Vec<String> = Vec::with_capacity(lines.len());
    let mut current: Option<Column> = None;
    let mut found = false;
    for line in lines.drain(..) {
        for piece in pieces(&line) {
            match label(piece) {
                Some((meaning, value)) => {
                    found = true;
                    current = Some(meaning);
                    put(row, meaning, value);
                }
                None => match current.filter(|_| piece.starts_with(char::is_lowercase)) {
                    Some(meaning) => put(row, meaning, piece),
                    None => kept.push(piece.to_owned()),
                },
            }
        }
    }
    *lines = kept;
    found
}

fn put(row: &mut RawRow, meaning: Column, value: &str) {
    let value = value.trim();
    let bare = value.trim_end_matches([';', '.', ')', ' ']);
    // «2026 г.», «Иванова И. И.» keep their dot.
    let short = bare.rsplit([' ', '.']).next().is_some_and(|word| word.chars().count() == 1);
    let value = if short { value.trim_end_matches([';', ' ']) } else { bare };
    let cell = match meaning {
        Column::Term => &mut row.term,
        Column::Responsible => &mut row.responsible,
        _ => &mut row.result,
    };
    if !value.is_empty() {
        cell.push(value.to_owned());
    }
}

/// Cuts a line where a label begins after the end of a sentence.
fn pieces(line: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    for (at, c) in line.char_indices() {
        let next = at + c.len_utf8();
        if (c == '.' || c == ';' || c == '(' || c == ',') && label(line[next..].trim_start()).is_some() {
            cuts.push(next);
        }
    }
    cuts.push(line.len());
    let parts = cuts.windows(2).map(|cut| line[cut[0]..cut[1]].trim().trim_end_matches('(').trim_end());
    parts.filter(|part| !part.is_empty()).collect()
}

/// «Издать приказ — до 5 сентября — директор», «… (сентябрь, куратор)»: the end of the text says when and who.
pub(super) fn take_tail(row: &mut RawRow) {
    let Some(last) = row.activity.last_mut() else {
        return;
    };
    loop {
        let text = last.trim_end_matches([';', ' ']);
        let text = text.strip_suffix(").").map_or(text, |_| &text[..text.len() - 1]);
        let (head, tail) = match text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
            Some((head, inner)) => (head, inner),
            None => match [" — ", " – ", " - ", "; ", ": "]
                .iter()
                .filter_map(|sign| text.rsplit_once(sign))
                .max_by_key(|(head, _)| head.len())
            {
                Some(parts) => parts,
                None => return,
            },
        };
        if head.trim().is_empty() || !place(row_cells(&mut row.term, &mut row.responsible), tail) {
            return;
        }
        *last = head.trim_end_matches([' ', ',', ';', '–', '—', '-']).to_owned();
    }
}

/// A term in running text. «По приказу» says when, «приказ о кураторе» says what.
fn names_term(text: &str) -> bool {
    const LEADS: &[&str] = &["по ", "согласно ", "в ", "во "];
    let lower = text.trim_start().to_lowercase();
    let led = || LEADS.iter().any(|lead| lower.starts_with(lead));
    is_whole_term(text) && (led() || parse(text).in_year(SchoolYear(2023)).kind != TermKind::ExternalPlan)
}

/// «До 10 сентября — приказ», «Сентябрь: опрос, приказ»: the beginning of the text says when.
pub(super) fn take_lead(row: &mut RawRow) {
    let Some(first) = row.activity.first_mut().filter(|_| row.term.is_empty()) else {
        return;
    };
    if let Some((term, rest)) = leading_term(first) {
        let (term, rest) = (term.to_owned(), rest.to_owned());
        row.term.push(term);
        *first = rest;
    }
}

/// The term that a text begins with, and what stands after the sign behind it.
pub(super) fn leading_term(text: &str) -> Option<(&str, &str)> {
    let head_end = text.char_indices().nth(NEAR).map_or(text.len(), |(end, _)| end);
    let signs = [" — ", " – ", " - ", ": "];
    let found = signs.iter().filter_map(|sign| Some((text[..head_end].find(sign)?, sign.len())));
    let mut places: Vec<(usize, usize)> = found.collect();
    places.sort_unstable();
    let whole = places.into_iter().find(|(at, _)| names_term(&text[..*at]))?;
    let (term, rest) = (text[..whole.0].trim(), text[whole.0 + whole.1..].trim());
    (!rest.is_empty()).then_some((term, rest))
}

type Cells<'r> = (&'r mut Vec<String>, &'r mut Vec<String>);

fn row_cells<'r>(term: &'r mut Vec<String>, people: &'r mut Vec<String>) -> Cells<'r> {
    (term, people)
}

/// Puts a tail where it belongs: a term, people, or a term with people after a comma.
fn place((term, people): Cells<'_>, tail: &str) -> bool {
    let known = |text: &str| {
        let found = responsible(text);
        !found.is_empty() && text.chars().count() < 120 && found.iter().all(|one| one.role.is_some())
    };
    if tail.chars().nth(LONGEST_TAIL).is_some() {
        return false;
    }
    if term.is_empty() && names_term(tail) {
        term.push(tail.trim().to_owned());
        return true;
    }
    if people.is_empty() && known(tail) {
        people.push(tail.trim().to_owned());
        return true;
    }
    let both = tail.char_indices().filter(|(_, c)| *c == ',').map(|(at, _)| (&tail[..at], &tail[at + 1..]));
    for (first, second) in both {
        let (when, who) = if names_term(first) { (first, second) } else { (second, first) };
        if term.is_empty() && people.is_empty() && names_term(when) && known(who) {
            term.push(when.trim().to_owned());
            people.push(who.trim().to_owned());
            return true;
        }
    }
    false
}
