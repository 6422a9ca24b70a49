//! One row of the table: its term, its people, how it stands, what shows it.

use super::Year;
use crate::chat::evidence::given_in_words;
use crate::chat::road_map::words;
use crate::domain::ids::PersonId;
use crate::domain::people::{Person, Role, short_name};
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::responsible::{ResponsibleRole, responsible};
use crate::domain::roadmap::standing::{Count, Dated, Standing, standing};
use crate::files::finished_table::Row;
use crate::label;
use crate::store::occurrences::Occurrence;
use crate::text::{self, Locale, dates};
use chrono::NaiveDate;

/// People that a cell names one by one.
const LISTED_PEOPLE: usize = 6;

pub(super) fn row(locale: Locale, year: &Year, row: &Activity) -> Row {
    let own = year.by_row.get(&row.id).map_or(&[][..], Vec::as_slice);
    let dates: Vec<Dated> = own.iter().map(|one| dated(year, one)).collect();
    let stands = stands(row, &dates, year);
    Row {
        number: row.position.to_string(),
        activity: activity(row),
        term: term(locale, row, own, year.today),
        responsible: people(locale, year, row),
        state: state(locale, stands, Count::of(&dates, year.today)),
        is_late: stands == Standing::Late,
        actual: lines(dates.iter().filter_map(|one| one.done_on).map(dates::short)),
        evidence: lines(own.iter().filter_map(|one| evidence_line(locale, year, one, own.len() > 1))),
    }
}

fn stands(row: &Activity, dates: &[Dated], year: &Year) -> Standing {
    if dates.is_empty() && row.question(&year.calendar).is_some() {
        Standing::Asked
    } else {
        standing(dates, year.today)
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// A date of a row; the day of an order counts, not the day on which it was entered.
pub(super) fn dated(year: &Year, one: &Occurrence) -> Dated {
    let order = year.evidence.get(&one.id).and_then(|given| given.last()).and_then(|given| given.evidence.dated);
    let entered = one.dated(year.organisation.zone);
    let done_on = entered.done_on.map(|day| order.filter(|order| *order < day).unwrap_or(day));
    Dated { done_on, ..entered }
}

/// What is to be done; with a checklist the cell's own text would say everything twice.
fn activity(row: &Activity) -> String {
    let Some(first) = row.items.first() else {
        return row.activity.trim().to_owned();
    };
    let heading = (*first != row.heading).then(|| row.heading.clone());
    lines(heading.into_iter().chain(row.items.iter().map(|item| format!("– {}", item.trim()))))
}

/// The term as the document writes it, the curator's correction, and the date that is meant.
fn term(locale: Locale, row: &Activity, own: &[Occurrence], today: NaiveDate) -> String {
    let written = row.term_text.trim();
    let corrected = (!row.term_own.is_empty()).then(|| label!(locale, "table-term-own", term = &row.term_own));
    let without = (row.term_choice == TermChoice::Without).then(|| label!(locale, "table-term-without"));
    let meant = match own {
        [] => None,
        [one] => {
            let day = dates::short(one.official_due);
            (!written.contains(&day)).then(|| label!(locale, "table-term-day", day = day))
        }
        many => {
            let ahead = many.iter().find(|one| one.is_open() && !one.is_late(today));
            let next = ahead.map(|one| dates::short(one.official_due));
            Some(match next {
                Some(day) => label!(locale, "table-term-days-next", count = many.len(), day = day),
                None => label!(locale, "table-term-days", count = many.len()),
            })
        }
    };
    let written = (!written.is_empty()).then(|| written.to_owned());
    lines(written.into_iter().chain(corrected).chain(without).chain(meant))
}

/// Posts as the document names them, or as the curator chose, and who holds them.
fn people(locale: Locale, year: &Year, row: &Activity) -> String {
    let written: Vec<ResponsibleRole> =
        responsible(&row.responsible_text).into_iter().filter_map(|one| one.role).collect();
    let posts = if written == row.duty.roles || row.duty.roles.is_empty() {
        row.responsible_text.trim().to_owned()
    } else {
        let label = |role: &ResponsibleRole| text::label(locale, &format!("responsible-role-{role}"), &[]);
        row.duty.roles.iter().map(label).collect::<Vec<_>>().join(", ").to_lowercase()
    };
    let own = row.duty.named(&year.staff, &year.paired);
    let own: Vec<PersonId> = own.into_iter().map(|person| person.id).collect();
    let held: Vec<_> = year.staff.iter().filter(|one| does(year, row, (one, own.contains(&one.id)))).collect();
    let mut names: Vec<String> = held.iter().take(LISTED_PEOPLE).map(|person| short_name(&person.full_name)).collect();
    if held.len() > LISTED_PEOPLE {
        names.push(label!(locale, "road-map-more-people", count = held.len() - LISTED_PEOPLE));
    }
    lines([posts, names.join(", ")].into_iter().filter(|part| !part.is_empty()))
}

/// Whether somebody does a row, whom it names or not, or one date of it at least: it may have been given to them, or by
/// them to another.
fn does(year: &Year, row: &Activity, (person, named): (&Person, bool)) -> bool {
    let who = (person.id, person.has(Role::Curator));
    match year.by_row.get(&row.id).map(Vec::as_slice).unwrap_or_default() {
        [] => named,
        dates => dates.iter().any(|one| year.handovers.is_theirs(who, named, (row.id, one.id))),
    }
}

/// «просрочено», and for a row of several dates how many are done.
fn state(locale: Locale, stands: Standing, count: Count) -> String {
    let state = text::label(locale, &format!("standing-{stands}"), &[]);
    if count.all() < 2 {
        return state;
    }
    label!(locale, "table-state-many", state = state, done = count.done, all = count.all(), late = count.late)
}

/// What was given for a date; of a row with several dates, which one.
fn evidence_line(locale: Locale, year: &Year, one: &Occurrence, of_many: bool) -> Option<String> {
    let given = year.evidence.get(&one.id).filter(|_| !one.is_open())?;
    let words = lines(given.iter().map(|given| given_in_words(locale, given).as_plain()));
    Some(if of_many { format!("{}: {words}", dates::short(one.official_due)) } else { words })
}

/// The evidence of one date, alone.
pub(super) fn evidence_of(locale: Locale, year: &Year, one: &Occurrence) -> String {
    evidence_line(locale, year, one, false).unwrap_or_default()
}

/// A row's name on one line.
pub(super) fn heading(row: &Activity) -> String {
    words::short(&row.heading, 200)
}
