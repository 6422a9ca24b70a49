//! Where the rows of a numbered text begin.

use super::cells::names_time;
use super::items::begins_item;
use super::labels::leading_term;
use super::markup::{is_noise, without_markup};

/// A longer paragraph is not the name of a stage or section.
pub(super) const LONGEST_STAGE: usize = 160;

/// Numbers that a list inside a row may have.
const LONGEST_LIST: usize = 200;

/// One line of a text.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) indent: usize,
    /// A scan's stamp or crumbs.
    pub(super) noise: bool,
    pub(super) marked: bool,
    /// A month above a number or a bullet: «Сентябрь».
    pub(super) names_time: bool,
}

/// Where a row begins: its line, its number, and where its text begins in the line.
pub(super) struct Start {
    pub(super) line: usize,
    pub(super) number: String,
    pub(super) text: usize,
}

impl Line {
    pub(super) fn of(raw: &str) -> Self {
        let text = without_markup(raw).trim().to_owned();
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let stamp =
            text.len() > 18 && text.is_ascii() && text.contains('T') && text.starts_with(|c: char| c.is_ascii_digit());
        let shouted = letters.clone().count() > 20 && letters.clone().all(char::is_uppercase);
        let noise = !text.is_empty() && (is_noise(&text) || stamp || (shouted && raw.starts_with('\t')));
        Self {
            indent: raw.len() - raw.trim_start().len(),
            noise,
            marked: raw.contains("**") || raw.starts_with('#'),
            names_time: false,
            text,
        }
    }

    /// The number that the line begins with: «1.», «2)», «3.1.»; with the place where the text begins.
    fn number(&self) -> Option<(&str, usize)> {
        let end = self.text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let head = &self.text[..end];
        let number = head.trim_end_matches('.');
        let closed = head.ends_with('.') || self.text[end..].starts_with(')');
        let parts = number.split('.').all(|part| !part.is_empty() && part.len() <= 2);
        let text = end + usize::from(self.text[end..].starts_with(')'));
        let follows = self.text[text..].trim_start().starts_with(|c: char| c.is_alphabetic() || "«\"".contains(c));
        let deep = number.contains('.');
        (!number.is_empty() && (closed || deep) && parts && follows).then_some((number, text))
    }

    fn bracketed(&self) -> bool {
        self.number().is_some_and(|(_, text)| self.text[..text].ends_with(')'))
    }

    pub(super) fn is_section(&self) -> bool {
        let roman = self.text.split_once('.').is_some_and(|(head, rest)| {
            !head.is_empty() && head.chars().all(|c| "IVXІ".contains(c)) && !rest.trim().is_empty()
        });
        let lower = self.text.to_lowercase();
        let named = ["раздел", "этап", "блок", "модуль", "направление"]
            .iter()
            .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', ':'])));
        let short = self.text.chars().count() < LONGEST_STAGE;
        short
            && (roman
                || named
                || names_stage(&lower)
                || self.names_time
                || (self.marked && self.number().is_none() && !begins_item(&self.text)))
    }
}

/// The lines of a document, with the months that stand above numbers or bullets.
pub(super) fn told(lines: &[String]) -> Vec<Line> {
    let mut lines: Vec<Line> = lines.iter().map(|line| Line::of(line)).collect();
    let mut item_below = false;
    for line in lines.iter_mut().rev().filter(|line| !line.text.is_empty()) {
        line.names_time = item_below && names_time(&line.text);
        item_below = line.number().is_some() || begins_item(&line.text);
    }
    // «Срок:» and «Сентябрь» in the next line are a label and what it says.
    let mut open_above = false;
    for line in lines.iter_mut().filter(|line| !line.text.is_empty()) {
        line.names_time &= !open_above;
        open_above = line.text.ends_with([':', ',', '-', '–', '—']);
    }
    lines
}

/// The lines that begin rows: the numbers that follow each other, not those of the lists inside.
pub(super) fn row_starts(lines: &[Line]) -> Vec<Start> {
    let numbered: Vec<(usize, &str, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| line.number().map(|(number, text)| (at, number, text)))
        .collect();
    let deep = numbered.iter().filter(|(_, number, _)| number.contains('.')).count() > 1;
    let Some(first) = numbered.first() else {
        return Vec::new();
    };
    let sections = sections_before(lines);
    let (bracketed, indent) = (lines[first.0].bracketed(), lines[first.0].indent);
    let mut starts: Vec<Start> = Vec::new();
    let (mut expected, mut nested): (u32, Option<u32>) = (1, None);
    for (at, (line, number, text)) in numbered.iter().enumerate() {
        let start = Start { line: *line, number: (*number).to_owned(), text: *text };
        if number.contains('.') {
            starts.push(start);
            continue;
        }
        let Ok(value) = number.parse::<u32>() else {
            continue;
        };
        let parent = format!("{number}.");
        let has_children = deep && numbered.get(at + 1).is_some_and(|(_, next, _)| next.starts_with(&parent));
        let same_level = lines[*line].bracketed() == bracketed && lines[*line].indent <= indent + 1;
        let section_before = starts.last().is_some_and(|last| sections[*line] > sections[last.line + 1]);
        let again = nested == Some(value) && comes_again(&numbered[at + 1..], value);
        let fits = value == expected || (value == 1 && section_before) || (starts.is_empty() && value < 3);
        if has_children || (same_level && fits && !again) {
            starts.push(start);
            expected = value + 1;
            nested = inline_list(&lines[*line].text[*text..]);
        } else {
            nested = Some(value + 1);
        }
    }
    starts
}

/// How many sections stand above each line, and above the end.
fn sections_before(lines: &[Line]) -> Vec<usize> {
    let mut counts = vec![0];
    let mut count = 0;
    for line in lines {
        count += usize::from(line.is_section());
        counts.push(count);
    }
    counts
}

/// A number comes once more before the one after it: then this one belongs to a list inside the row.
fn comes_again(rest: &[(usize, &str, usize)], value: u32) -> bool {
    let values = rest.iter().filter_map(|(_, number, _)| number.parse::<u32>().ok());
    values.take(LONGEST_LIST).take_while(|next| *next != value + 1).any(|next| next == value)
}

/// A list that begins in the row's own line: «4. Отбор и обучение 1. Анализ…».
fn inline_list(text: &str) -> Option<u32> {
    text.contains(" 1. ").then_some(2)
}

pub(super) fn bullet_starts(lines: &[Line]) -> Vec<Start> {
    let bullets = lines.iter().enumerate().filter(|(_, line)| begins_item(&line.text) && line.number().is_none());
    let sign = |line: &Line| line.text.chars().next().map_or(0, char::len_utf8);
    bullets.map(|(at, line)| Start { line: at, number: String::new(), text: sign(line) }).collect()
}

/// «Сентябрь: опрос, приказ» line after line; a single one could be anything.
pub(super) fn dated_starts(lines: &[Line]) -> Vec<Start> {
    let dated = lines.iter().enumerate().filter(|(_, line)| leading_term(&line.text).is_some());
    let starts: Vec<Start> = dated.map(|(line, _)| Start { line, number: String::new(), text: 0 }).collect();
    if starts.len() > 1 { starts } else { Vec::new() }
}

/// «1 этап – подготовительный», «II этап», «Второй этап»; the text in small letters.
fn names_stage(lower: &str) -> bool {
    let mut words = lower.split_whitespace();
    let first = words.next().unwrap_or_default();
    let number = !first.is_empty() && first.chars().all(|c| c.is_ascii_digit() || "ivxі-ый".contains(c));
    let ordinal = ["первый", "второй", "третий", "четвертый", "пятый"].contains(&first);
    (number || ordinal) && words.next().is_some_and(|word| word.trim_end_matches(['.', ':', ',']) == "этап")
}

/// «Мероприятие: …» at the beginning of a line, with its term and people in the lines below.
pub(super) fn labelled_starts(lines: &[Line]) -> Vec<Start> {
    let label = |line: &Line| {
        let colon = line.text.find(':')?;
        (line.text[..colon].trim().to_lowercase() == "мероприятие").then_some(colon + 1)
    };
    let found = lines.iter().enumerate().filter_map(|(at, line)| Some((at, label(line)?)));
    found.map(|(line, text)| Start { line, number: String::new(), text }).collect()
}
