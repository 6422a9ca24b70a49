//! A text without columns: numbered paragraphs, with a stage's name first, sub-items below, and labels such as «Срок: …».

use super::Remark;
use super::header::{Column, column};
use super::items::begins_item;
use super::labels;
use super::markup::{is_noise, without_markup};
use super::rows::{Draft, RawRow};

/// A longer first paragraph is not the name of a stage.
const LONGEST_STAGE: usize = 160;

/// Reads numbered text; where nothing is numbered, each bullet is a row.
pub(super) fn interpret(lines: &[String]) -> Draft {
    let lines: Vec<Line> = lines.iter().map(|line| Line::of(line)).collect();
    let mut draft = Draft {
        remarks: vec![Remark::NoTable],
        ..Draft::default()
    };
    let starts = row_starts(&lines);
    let starts = if starts.is_empty() {
        bullet_starts(&lines)
    } else {
        starts
    };
    let first = starts.first().map_or(lines.len(), |start| start.line);
    let mut above: Vec<&Line> = lines[..first]
        .iter()
        .filter(|line| !line.text.is_empty())
        .collect();
    if let Some(section) = above
        .last()
        .filter(|line| line.is_section())
        .map(|line| line.text.clone())
    {
        above.pop();
        draft.sections.push(section);
    }
    draft.above = above.into_iter().map(|line| line.text.clone()).collect();
    let staged = draft
        .above
        .iter()
        .any(|line| column(line.trim_start_matches(['№', ' '])) == Some(Column::Stage));
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(lines.len(), |next| next.line);
        row(&lines[start.line..end], start, staged, &mut draft);
    }
    draft
}

struct Line {
    text: String,
    indent: usize,
    /// A scan's stamp or crumbs.
    noise: bool,
    marked: bool,
}

/// Where a row begins: its line, its number, and where its text begins in the line.
struct Start {
    line: usize,
    number: String,
    text: usize,
}

impl Line {
    fn of(raw: &str) -> Self {
        let text = without_markup(raw).trim().to_owned();
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let stamp = text.len() > 18
            && text.is_ascii()
            && text.contains('T')
            && text.starts_with(|c: char| c.is_ascii_digit());
        let shouted = letters.clone().count() > 20 && letters.clone().all(char::is_uppercase);
        let noise =
            !text.is_empty() && (is_noise(&text) || stamp || (shouted && raw.starts_with('\t')));
        Self {
            indent: raw.len() - raw.trim_start().len(),
            noise,
            marked: raw.contains("**") || raw.starts_with('#'),
            text,
        }
    }

    /// The number that the line begins with: «1.», «2)», «3.1.»; with the place where the text begins.
    fn number(&self) -> Option<(&str, usize)> {
        let end = self.text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let head = &self.text[..end];
        let number = head.trim_end_matches('.');
        let closed = head.ends_with('.') || self.text[end..].starts_with(')');
        let parts = number
            .split('.')
            .all(|part| !part.is_empty() && part.len() <= 2);
        let text = end + usize::from(self.text[end..].starts_with(')'));
        let follows = self.text[text..]
            .trim_start()
            .starts_with(|c: char| c.is_alphabetic() || "«\"".contains(c));
        let deep = number.contains('.');
        (!number.is_empty() && (closed || deep) && parts && follows).then_some((number, text))
    }

    fn bracketed(&self) -> bool {
        self.number()
            .is_some_and(|(_, text)| self.text[..text].ends_with(')'))
    }

    fn is_section(&self) -> bool {
        let roman = self.text.split_once('.').is_some_and(|(head, rest)| {
            !head.is_empty() && head.chars().all(|c| "IVXІ".contains(c)) && !rest.trim().is_empty()
        });
        let lower = self.text.to_lowercase();
        let named = ["раздел ", "этап ", "блок ", "модуль ", "направление "]
            .iter()
            .any(|word| lower.starts_with(word));
        let short = self.text.chars().count() < LONGEST_STAGE;
        short
            && (roman
                || named
                || (self.marked && self.number().is_none() && !begins_item(&self.text)))
    }
}

/// The lines that begin rows: the numbers that follow each other, not those of the lists inside.
fn row_starts(lines: &[Line]) -> Vec<Start> {
    let numbered: Vec<(usize, &str, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| line.number().map(|(number, text)| (at, number, text)))
        .collect();
    let deep = numbered
        .iter()
        .filter(|(_, number, _)| number.contains('.'))
        .count()
        > 1;
    let Some(first) = numbered.first() else {
        return Vec::new();
    };
    let (bracketed, indent) = (lines[first.0].bracketed(), lines[first.0].indent);
    let mut starts: Vec<Start> = Vec::new();
    let (mut expected, mut nested): (u32, Option<u32>) = (1, None);
    for (at, (line, number, text)) in numbered.iter().enumerate() {
        let start = Start {
            line: *line,
            number: (*number).to_owned(),
            text: *text,
        };
        if number.contains('.') {
            starts.push(start);
            continue;
        }
        let Ok(value) = number.parse::<u32>() else {
            continue;
        };
        let parent = format!("{number}.");
        let has_children = deep
            && numbered
                .get(at + 1)
                .is_some_and(|(_, next, _)| next.starts_with(&parent));
        let same_level = lines[*line].bracketed() == bracketed && lines[*line].indent <= indent + 1;
        let section_before = starts
            .last()
            .is_some_and(|last| lines[last.line + 1..*line].iter().any(Line::is_section));
        let again = nested == Some(value) && comes_again(&numbered[at + 1..], value);
        let fits =
            value == expected || (value == 1 && section_before) || (starts.is_empty() && value < 3);
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

/// A number comes once more before the one after it: then this one belongs to a list inside the row.
fn comes_again(rest: &[(usize, &str, usize)], value: u32) -> bool {
    let values = rest
        .iter()
        .filter_map(|(_, number, _)| number.parse::<u32>().ok());
    values
        .take_while(|next| *next != value + 1)
        .any(|next| next == value)
}

/// A list that begins in the row's own line: «4. Отбор и обучение 1. Анализ…».
fn inline_list(text: &str) -> Option<u32> {
    text.contains(" 1. ").then_some(2)
}

fn bullet_starts(lines: &[Line]) -> Vec<Start> {
    let bullets = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| begins_item(&line.text) && line.number().is_none());
    let sign = |line: &Line| line.text.chars().next().map_or(0, char::len_utf8);
    bullets
        .map(|(at, line)| Start {
            line: at,
            number: String::new(),
            text: sign(line),
        })
        .collect()
}

/// Takes one row's lines apart: the stage's paragraph, the contents, labelled lines, a section that follows.
fn row(lines: &[Line], start: &Start, staged: bool, draft: &mut Draft) {
    let mut row = RawRow {
        number: start.number.clone(),
        ..RawRow::default()
    };
    let own = lines[0].text[start.text..].trim().to_owned();
    let (head, inline) = match own.find(" 1. ").or_else(|| own.find(" 1) ")) {
        Some(at) => (own[..at].to_owned(), Some(own[at + 1..].to_owned())),
        None => (own, None),
    };
    let mut head = vec![head];
    let mut body: Vec<String> = inline.clone().into_iter().collect();
    let mut in_head = inline.is_none();
    let mut paragraphs = false;
    let mut following: Option<String> = None;
    for line in &lines[1..] {
        if line.noise {
            draft.remarks.push(Remark::Noise(line.text.clone()));
        } else if line.text.is_empty() {
            paragraphs |= in_head;
            in_head = false;
        } else if line.is_section() {
            following = Some(line.text.clone());
        } else if labels::begins_label(&line.text) || !in_head || begins_item(&line.text) {
            in_head = false;
            body.push(line.text.clone());
        } else {
            head.push(line.text.clone());
        }
    }
    let labelled = labels::take(&mut row, &mut body);
    if !labelled {
        labels::take(&mut row, &mut head);
    }
    let children = lines.len() > 1 && start.number.chars().all(|c| c.is_ascii_digit());
    let length: usize = head.iter().map(|line| line.chars().count()).sum();
    let stage = !body.is_empty()
        && (staged || paragraphs)
        && children
        && length < LONGEST_STAGE
        && !head.last().is_some_and(|line| line.ends_with([':', '.']));
    if stage {
        (row.stage, row.activity, row.opens_stage) = (head, body, true);
    } else {
        row.activity = head;
        row.activity.extend(body);
        labels::take_tail(&mut row);
    }
    draft.begin(row);
    if let Some(section) = following {
        draft.sections.push(section);
        draft.close_stage();
    }
}
