//! A text without columns: numbered paragraphs, with a stage's name first, sub-items below, and labels such as «Срок: …»;
//! else bullets, else «Мероприятие: …», else lines that begin with their term.

use super::Remark;
use super::header::{Column, column};
use super::items::begins_item;
use super::labels;
use super::numbered::{LONGEST_STAGE, Line, Start, bullet_starts, dated_starts, labelled_starts, row_starts, told};
use super::rows::{Draft, RawRow};

/// Reads numbered text; where nothing is numbered, each bullet is a row.
pub(super) fn interpret(lines: &[String]) -> Draft {
    let lines = told(lines);
    let mut draft = Draft { remarks: vec![Remark::NoTable], ..Draft::default() };
    let starts = row_starts(&lines);
    let starts = if starts.is_empty() { bullet_starts(&lines) } else { starts };
    let starts = if starts.is_empty() { labelled_starts(&lines) } else { starts };
    let starts = if starts.is_empty() { dated_starts(&lines) } else { starts };
    let first = starts.first().map_or(lines.len(), |start| start.line);
    let mut above: Vec<&Line> = lines[..first].iter().filter(|line| !line.text.is_empty()).collect();
    // What the first section says of itself stands below its name; a title may be in bold too.
    let named = above.iter().rposition(|line| line.is_section());
    if let Some(at) = named.filter(|at| *at + 1 == above.len() || !above[*at].marked) {
        draft.sections.push(above[at].text.clone());
        above.truncate(at);
    }
    draft.above = above.into_iter().map(|line| line.text.clone()).collect();
    let staged = draft.above.iter().any(|line| column(line.trim_start_matches(['№', ' '])) == Some(Column::Stage));
    for (at, start) in starts.iter().enumerate() {
        let next = starts.get(at + 1);
        let end = next.map_or(lines.len(), |next| next.line);
        let parent = format!("{}.", start.number);
        let titled = lines[start.line + 1..end].iter().all(|line| line.text.is_empty());
        if titled && next.is_some_and(|next| next.number.starts_with(&parent)) {
            draft.sections.push(lines[start.line].text[start.text..].trim().to_owned());
            draft.close_stage();
            continue;
        }
        row(&lines[start.line..end], (start, next.is_none()), staged, &mut draft);
    }
    draft
}

/// Takes one row's lines apart: the stage's paragraph, the contents, labelled lines, a section that follows.
fn row(lines: &[Line], (start, is_last): (&Start, bool), staged: bool, draft: &mut Draft) {
    let mut row = RawRow { number: start.number.clone(), ..RawRow::default() };
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
        } else if (is_last && !in_head && is_signed(&line.text)) || (following.is_some() && !line.is_section()) {
            draft.remarks.push(Remark::TextAfterTable(line.text.clone()));
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
    let labelled_in_head = !labelled && labels::take(&mut row, &mut head);
    let children = lines.len() > 1 && start.number.chars().all(|c| c.is_ascii_digit());
    let length: usize = head.iter().map(|line| line.chars().count()).sum();
    let is_whole = labelled_in_head || has_tail(&head);
    if is_whole && is_last && paragraphs && !body.iter().any(|line| begins_item(line) || labels::begins_label(line)) {
        draft.remarks.extend(body.drain(..).map(Remark::TextAfterTable));
    }
    let stage = !body.is_empty()
        && !is_whole
        && (staged || paragraphs)
        && children
        && length < LONGEST_STAGE
        && !head.last().is_some_and(|line| line.ends_with([':', '.']));
    if stage {
        (row.stage, row.activity, row.opens_stage) = (head, body, true);
    } else {
        row.activity = head;
        if is_whole {
            labels::take_tail(&mut row);
        }
        row.activity.extend(body);
        labels::take_tail(&mut row);
        labels::take_lead(&mut row);
    }
    draft.begin(row);
    if let Some(section) = following {
        draft.sections.push(section);
        draft.close_stage();
    }
}

/// «Круглый стол – 25 мая, куратор» is whole: what stands below it is no contents of a stage.
fn has_tail(head: &[String]) -> bool {
    let mut alone = RawRow { activity: head.to_vec(), ..RawRow::default() };
    labels::take_tail(&mut alone);
    !alone.term.is_empty() || !alone.responsible.is_empty()
}

/// «Директор            О. П. Иванова», «____ / Иванова»: who signed.
fn is_signed(text: &str) -> bool {
    text.contains("___") || text.contains("     ")
}
