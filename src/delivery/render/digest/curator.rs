//! What those have to know who answer for others: the curator and the director.

use super::part::{Gap, Part, SHOWN};
use super::rows::more;
use super::{Day, Facts, Row};
use crate::chat::road_map::words;
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::people::{Person, Role, short_name};
use crate::domain::reminder::{Audience, LineEnd, LineKind, Mark};
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::{accounts, digest_lines};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use std::collections::BTreeSet;

/// Colleagues whom one line about a late row names.
const LATE_NAMES: usize = 3;
/// Colleagues without a chat whom one line names.
const FAR_NAMES: usize = 10;
/// The longest list of names in a line, in characters.
const NAMES: usize = 200;

/// A part of rows in a list.
struct List {
    head: Markup,
    rows: Vec<Markup>,
    count: usize,
    lines: BTreeSet<i64>,
}

impl List {
    fn part(self, more: fn(Locale, usize) -> (Gap, Markup)) -> Option<Part> {
        let rows: Vec<_> = self.rows.into_iter().map(|row| (Gap::Line, row)).collect();
        (!rows.is_empty()).then_some(Part { head: self.head, rows, count: self.count, more, lines: self.lines })
    }
}

pub(super) async fn parts(facts: &mut Facts<'_>, day: &Day) -> anyhow::Result<Vec<Part>> {
    let mut parts = Vec::new();
    if day.person.has(Role::Curator) {
        parts.extend(late(facts, day, LineKind::LateForCurator).await?.part(more));
    }
    if day.person.has(Role::Director) {
        // Only the curator has a list of everybody's rows.
        let where_else = if day.person.has(Role::Curator) { more } else { at_the_curators };
        parts.extend(late(facts, day, LineKind::LateForDirector).await?.part(where_else));
    }
    if day.person.has(Role::Curator) {
        parts.extend(unconnected(facts, day).await?.part(among_unreached));
        parts.extend(missed(facts.locale, day).part(more));
    }
    Ok(parts)
}

fn at_the_curators(locale: Locale, count: usize) -> (Gap, Markup) {
    (Gap::Line, tr!(locale, "digest-more-director", count = count))
}

fn among_unreached(locale: Locale, count: usize) -> (Gap, Markup) {
    (Gap::Line, tr!(locale, "digest-more-unconnected", count = count))
}

/// Rows that are late although those who do them were reminded.
async fn late(facts: &mut Facts<'_>, day: &Day, kind: LineKind) -> anyhow::Result<List> {
    let locale = facts.locale;
    let late: Vec<&Row> = day.of_kind(kind).collect();
    let mut rows = Vec::new();
    for (one, row) in late.iter().take(SHOWN) {
        let doers = day.answerer.doers(one, row);
        rows.push(tr!(
            locale,
            "digest-late-line",
            heading = words::short(&row.heading, words::IN_A_LIST),
            due = words::due_in_words(locale, one.due, day.today),
            names = names(locale, day, &doers, LATE_NAMES),
            count = reminded(facts, one.id).await?,
        ));
    }
    let head = match kind {
        LineKind::LateForDirector => tr!(locale, "digest-late-director"),
        _ => tr!(locale, "digest-late-curator"),
    };
    let lines = day.lines_of(kind, late.iter().map(|(one, _)| one.id.0));
    Ok(List { head, rows, count: late.len(), lines })
}

/// «Лаптева О. В., Сомова В. И. и ещё 3».
fn names(locale: Locale, day: &Day, people: &[PersonId], most: usize) -> String {
    let staff = day.answerer.staff().unwrap_or_default();
    let found: Vec<&Person> = staff.iter().filter(|person| people.contains(&person.id)).collect();
    let mut names: Vec<String> = Vec::new();
    for person in found.iter().take(most) {
        let name = short_name(&person.full_name);
        let length = names.iter().map(|name| name.chars().count() + 2).sum::<usize>() + name.chars().count();
        if length > NAMES && !names.is_empty() {
            break;
        }
        names.push(name);
    }
    let hidden = found.len() - names.len();
    let names = names.join(", ");
    if hidden == 0 { names } else { format!("{names} {}", label!(locale, "road-map-more-people", count = hidden)) }
}

/// How many times those who do a row were reminded of it.
async fn reminded(facts: &mut Facts<'_>, id: OccurrenceId) -> anyhow::Result<usize> {
    let steps = digest_lines::steps(facts.db, id).await?;
    let told = steps.into_iter().filter(|step| {
        let to_who_does_it =
            Mark::from_code(&step.line.mark).is_some_and(|mark| mark.audience() == Audience::Responsible);
        !step.of_old_day
            && step.line.kind == LineKind::Reminder
            && to_who_does_it
            && matches!(step.end, Some((_, LineEnd::Told)))
    });
    Ok(told.map(|step| step.line.mark).collect::<BTreeSet<_>>().len())
}

/// To the curator: whose reminders could not be sent, because they have no chat with the bot. Whoever has one by now,
/// or is to do the row no more, is not named.
async fn unconnected(facts: &mut Facts<'_>, day: &Day) -> anyhow::Result<List> {
    let locale = facts.locale;
    let named: Vec<&Row> = day.of_kind(LineKind::Unconnected).collect();
    let mut list = List { head: tr!(locale, "digest-unconnected"), rows: vec![], count: 0, lines: BTreeSet::new() };
    if named.is_empty() {
        return Ok(list);
    }
    let reachable = accounts::list_reachable(facts.db, day.organisation.id).await?;
    let reachable: BTreeSet<PersonId> = reachable.into_iter().map(|(person, _)| person).collect();
    for (one, row) in named {
        let mut far = owed(day, (one, row));
        far.retain(|person| !reachable.contains(person));
        if far.is_empty() {
            continue;
        }
        list.count += 1;
        list.lines.extend(day.lines_of(LineKind::Unconnected, [one.id.0]));
        if list.count <= SHOWN {
            list.rows.push(tr!(
                locale,
                "digest-unconnected-line",
                names = names(locale, day, &far, FAR_NAMES),
                heading = words::short(&row.heading, words::IN_A_LIST),
                due = words::due_in_words(locale, one.due, day.today),
            ));
        }
    }
    Ok(list)
}

/// Those whom the lines of an occurrence could not reach: who does it, and the directors who were to hear of it.
fn owed(day: &Day, (one, row): (&Occurrence, &Activity)) -> Vec<PersonId> {
    let meant =
        day.lines.iter().filter(|line| line.line.kind == LineKind::Unconnected && line.line.subject == one.id.0);
    let audiences: BTreeSet<Audience> =
        meant.map(|line| Mark::from_code(&line.line.mark).map_or(Audience::Responsible, Mark::audience)).collect();
    let mut people = Vec::new();
    if audiences.contains(&Audience::Responsible) {
        people.extend(day.answerer.doers(one, row));
    }
    if audiences.contains(&Audience::Director) {
        let staff = day.answerer.staff().unwrap_or_default();
        people.extend(staff.iter().filter(|person| person.has(Role::Director)).map(|person| person.id));
    }
    people
}

/// To the curator: which reminders came too late to be sent.
fn missed(locale: Locale, day: &Day) -> List {
    let open: Vec<&Row> = day.of_kind(LineKind::Missed).collect();
    let lines = day.lines_of(LineKind::Missed, open.iter().map(|(one, _)| one.id.0));
    let line = |(one, row): &&Row| {
        let heading = words::short(&row.heading, words::IN_A_LIST);
        tr!(locale, "digest-row-line", heading = heading, due = words::due_in_words(locale, one.due, day.today))
    };
    let rows = open.iter().take(SHOWN).map(line).collect();
    List { head: tr!(locale, "digest-missed", count = lines.len()), rows, count: open.len(), lines }
}
