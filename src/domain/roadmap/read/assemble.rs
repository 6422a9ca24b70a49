//! Gathered rows → readings: lines joined, terms read, people told apart, remarks made.

use super::join::{Joiner, one_line};
use super::numbering::{Stages, numbers};
use super::rows::{Draft, RawRow, flat, joined};
use super::{PlanYear, Remark, RoadMapReading, RowQuestion, RowReading, inherit, items, title};
use crate::domain::roadmap::responsible::{names_the_holder, responsible};
use crate::domain::roadmap::term::{Term, TermKind, parse};
use crate::domain::school_year::SchoolYear;

/// Bytes of a line that is the name of a person, or a post.
const LONGEST_NAME: usize = 120;

/// Finishes a draft.
pub(super) fn reading(mut draft: Draft, given: PlanYear) -> RoadMapReading {
    let joiner = Joiner::learn(draft.lines());
    let title = title::title(&draft.above, &joiner);
    let mut notes = std::mem::take(&mut draft.remarks);
    inherit::inherit(&mut draft, &mut notes);
    let terms = terms(&draft.rows, &joiner);
    let year = school_year(&terms, &title, given, &mut notes);
    let others = draft.sections.iter().filter_map(|section| title::school_year(section)).filter(|named| *named != year);
    for remark in others.map(Remark::TitleYearDiffers) {
        if !notes.contains(&remark) {
            notes.push(remark);
        }
    }
    let numbers = numbers(&draft.rows, draft.staged);
    let mut stages = Stages::default();
    let mut rows = Vec::with_capacity(draft.rows.len());
    for ((raw, (term_text, term)), number) in draft.rows.iter().zip(terms).zip(numbers) {
        let (stage_number, stage) = stages.place(raw, &draft.sections, &joiner);
        let (activity, items) = activity(raw, &joiner);
        let heading = heading(raw, &items, &stage, &joiner);
        let reading = term.in_year(year);
        let responsible_text = one_line(&joined(&raw.responsible, &joiner));
        let repeats_people = is_ditto(&responsible_text);
        let above = rows.last().filter(|_| repeats_people).map(|row: &RowReading| row.responsible.clone());
        let question = match reading.review {
            _ if activity.is_empty() => Some(RowQuestion::NoActivity),
            review => review.map(RowQuestion::Term),
        };
        rows.push(RowReading {
            number,
            stage_number,
            stage,
            heading,
            activity,
            items,
            term_text,
            reading,
            responsible: above.unwrap_or_else(|| responsible(&people(&raw.responsible, &joiner))),
            responsible_text,
            result: one_line(&joined(&raw.result, &joiner)).trim_end_matches([';', ',', ' ']).to_owned(),
            question,
        });
    }
    remark_on_rows(&draft.rows, &rows, &mut notes);
    RoadMapReading { title, year, rows, notes }
}

/// The terms with their texts; «то же» repeats the one above.
fn terms(rows: &[RawRow], joiner: &Joiner) -> Vec<(String, Term)> {
    let mut found: Vec<(String, Term)> = Vec::with_capacity(rows.len());
    for row in rows {
        let text = one_line(&flat(&row.term, joiner));
        let read = match found.last() {
            Some((_, above)) if is_ditto(&text) => above.clone(),
            _ => parse(&text),
        };
        found.push((text, read));
    }
    found
}

/// «-//-», «то же»: the cell says what the one above it says.
pub(in crate::domain::roadmap) fn is_ditto(text: &str) -> bool {
    let signs = !text.is_empty()
        && text.contains(['/', '"', '\'', '»', '”'])
        && text.chars().all(|c| "-–—/\\\"'”«» ".contains(c));
    signs || matches!(text.to_lowercase().trim_end_matches('.'), "то же" | "тоже" | "там же" | "тот же срок")
}

/// The year that the document names in many of its terms, if they agree, or in its title; else the one given.
/// One old date among terms without a year does not decide for them.
fn school_year(terms: &[(String, Term)], title: &str, given: PlanYear, notes: &mut Vec<Remark>) -> SchoolYear {
    let named: Vec<SchoolYear> = terms.iter().flat_map(|(_, term)| term.named_years()).collect();
    let dated = terms.iter().filter(|(_, term)| !term.named_years().is_empty()).count();
    let many = dated > 1 && dated * 3 >= terms.len();
    let agreed = named.first().copied().filter(|first| many && named.iter().all(|year| year == first));
    let titled = title::school_year(title);
    if let (Some(titled), Some(agreed)) = (titled, agreed)
        && titled != agreed
    {
        notes.push(Remark::TitleYearDiffers(titled));
    }
    let given = match given {
        PlanYear::Fixed(year) => {
            let of = agreed.or(titled).filter(|of| *of != year);
            notes.extend(of.map(|of| Remark::ReadForAnotherYear { of, read_for: year }));
            return year;
        }
        PlanYear::Fallback(year) => year,
    };
    let year = agreed.or(titled).unwrap_or(given);
    if year != given {
        notes.push(Remark::YearTaken(year));
    }
    year
}

/// The lines of a cell of people: a line that begins with a capital word is somebody else, but for a name below a post.
fn people(lines: &[String], joiner: &Joiner) -> String {
    let mut text = String::new();
    for line in &with_initials(lines) {
        let mut letters = line.trim_start().chars();
        let begins = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        // «Зам. директора» and «Серова Л. П.» in the next line are one.
        let above = text.rsplit('\n').next().unwrap_or_default();
        let short = line.len() < LONGEST_NAME && above.len() < LONGEST_NAME;
        let open = text.trim_end().ends_with(['-', '«', '(']) || text.ends_with(" и") || text.ends_with(" по");
        let holder = short && names_the_holder(above, line);
        if begins && !open && !text.is_empty() && !holder {
            text.push('\n');
            text.push_str(line.trim());
        } else {
            joiner.add(&mut text, line);
        }
    }
    text
}

/// Initials in a line of their own stand beside the surname above.
fn with_initials(lines: &[String]) -> Vec<String> {
    let mut whole: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        let mut letters = line.trim_start().chars();
        let initial = letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.');
        match whole.last_mut() {
            Some(above) if initial && !above.trim_end().ends_with(['.', ',', ';']) => {
                above.push(' ');
                above.push_str(line.trim());
            }
            _ => whole.push(line.clone()),
        }
    }
    whole
}

/// The activity's text, and the sub-items of the cell that holds them.
fn activity(row: &RawRow, joiner: &Joiner) -> (String, Vec<String>) {
    let text = joined(&row.activity, joiner);
    if row.details.is_empty() {
        return (one_line(&text), items::split(&text));
    }
    let details = joined(&row.details, joiner);
    let items = items::split(&details);
    if items.is_empty() { (one_line(&text), vec![one_line(&details)]) } else { (one_line(&text), items) }
}

fn heading(row: &RawRow, items: &[String], stage: &str, joiner: &Joiner) -> String {
    let text = joined(&row.activity, joiner);
    let candidates = [items::lead(&text), items.first().map_or("", String::as_str), stage];
    one_line(candidates.into_iter().find(|name| !name.is_empty()).unwrap_or_default())
}

fn remark_on_rows(raw: &[RawRow], rows: &[RowReading], notes: &mut Vec<Remark>) {
    if rows.is_empty() && !notes.contains(&Remark::NoRows) {
        notes.push(Remark::NoRows);
    }
    for (at, (raw, row)) in raw.iter().zip(rows).enumerate() {
        if raw.continued {
            notes.push(Remark::Continued(at));
        }
        if row.reading.kind == TermKind::None {
            notes.push(Remark::NoTerm(at));
        }
        if row.responsible.is_empty() {
            notes.push(Remark::NoResponsible(at));
        }
        for one in row.responsible.iter().filter(|one| one.role.is_none()) {
            notes.push(Remark::UnknownResponsible(at, one.text.clone()));
        }
    }
}
