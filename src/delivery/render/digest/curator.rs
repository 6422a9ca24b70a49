//! What those have to know who answer for others: the curator and the director.

use super::rows::more;
use super::{Day, Facts, Row, SHOWN};
use crate::chat::road_map::words;
use crate::domain::people::{Person, Role, short_name};
use crate::domain::reminder::{Audience, LineEnd, LineKind, Mark};
use crate::domain::roadmap::duty::PairedMentors;
use crate::store::{accounts, digest_lines, pairs, people};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use std::collections::BTreeSet;

/// Colleagues without a chat whom one line names.
const NAMED: usize = 10;

/// The staff, read once for all parts.
struct Staff {
    people: Vec<Person>,
    paired: PairedMentors,
}

pub(super) async fn parts(facts: &mut Facts<'_>, day: &Day) -> anyhow::Result<Markup> {
    let kinds = [
        LineKind::LateForCurator,
        LineKind::LateForDirector,
        LineKind::Unconnected,
        LineKind::Missed,
        LineKind::Reminder,
    ];
    let says_something = kinds.iter().any(|kind| day.of_kind(*kind).next().is_some());
    let manages = day.person.has(Role::Curator) || day.person.has(Role::Director);
    if !(says_something && manages) {
        return Ok(Markup::default());
    }
    let staff = match day.answerer.staff() {
        Some(people) => {
            Staff { people: people.to_vec(), paired: day.answerer.paired(day.organisation.school_year).clone() }
        }
        None => Staff {
            people: people::list(facts.db, day.organisation.id).await?,
            paired: pairs::mentors(facts.db, day.organisation.id, day.organisation.school_year).await?,
        },
    };
    let mut text = Markup::default();
    for kind in [LineKind::LateForCurator, LineKind::LateForDirector] {
        text = text.paragraph(&late(facts, day, kind, &staff).await?);
    }
    Ok(text.paragraph(&unconnected(facts, day, &staff).await?).paragraph(&missed(facts.locale, day)))
}

/// Rows that are late although those who do them were reminded.
async fn late(facts: &mut Facts<'_>, day: &Day, kind: LineKind, staff: &Staff) -> anyhow::Result<Markup> {
    let locale = facts.locale;
    let rows: Vec<&Row> = day.of_kind(kind).collect();
    if rows.is_empty() {
        return Ok(Markup::default());
    }
    let mut text = match kind {
        LineKind::LateForDirector => tr!(locale, "digest-late-director"),
        _ => tr!(locale, "digest-late-curator"),
    };
    for (one, row) in rows.iter().take(SHOWN) {
        let doers = day.answerer.doers_among((&staff.people, &staff.paired), one, row);
        let names: Vec<String> = doers.into_iter().take(3).map(|person| short_name(&person.full_name)).collect();
        text = text.line(&tr!(
            locale,
            "digest-late-line",
            heading = words::short(&row.heading, words::IN_A_LIST),
            due = words::due_in_words(locale, one.due, day.today),
            people = names.len(),
            names = names.join(", "),
            count = reminded(facts, one.id).await?,
        ));
    }
    Ok(text.line(&more(locale, rows.len())))
}

/// How many times those who do a row were reminded of it.
async fn reminded(facts: &mut Facts<'_>, id: crate::domain::ids::OccurrenceId) -> anyhow::Result<usize> {
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

/// To the curator: whose reminders could not be sent, because they have no chat with the bot.
async fn unconnected(facts: &mut Facts<'_>, day: &Day, staff: &Staff) -> anyhow::Result<Markup> {
    let locale = facts.locale;
    if !day.person.has(Role::Curator) {
        return Ok(Markup::default());
    }
    let reachable = accounts::list_reachable(facts.db, day.organisation.id).await?;
    let reachable: BTreeSet<_> = reachable.into_iter().map(|(person, _)| person).collect();
    let mut list = Markup::default();
    for (one, row) in day.of_kind(LineKind::Unconnected).take(SHOWN) {
        let people = day.answerer.doers_among((&staff.people, &staff.paired), one, row);
        let far = people.into_iter().filter(|person| !reachable.contains(&person.id));
        let mut names: Vec<String> = far.map(|person| short_name(&person.full_name)).collect();
        if names.is_empty() {
            continue;
        }
        let hidden = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        if hidden > 0 {
            names.push(label!(locale, "road-map-more-people", count = hidden));
        }
        list = list.line(&tr!(
            locale,
            "digest-unconnected-line",
            names = names.join(", "),
            heading = words::short(&row.heading, words::IN_A_LIST),
            due = words::due_in_words(locale, one.due, day.today),
        ));
    }
    Ok(if list.is_empty() { list } else { tr!(locale, "digest-unconnected").line(&list) })
}

/// To the curator: which reminders came too late to be sent, because the bot was not at work.
fn missed(locale: Locale, day: &Day) -> Markup {
    let open: Vec<&Row> = day.of_kind(LineKind::Missed).collect();
    if open.is_empty() {
        return Markup::default();
    }
    let ids: BTreeSet<i64> = open.iter().map(|(one, _)| one.id.0).collect();
    let count =
        day.lines.iter().filter(|one| one.line.kind == LineKind::Missed && ids.contains(&one.line.subject)).count();
    let line = |row: &Row| {
        let heading = words::short(&row.1.heading, words::IN_A_LIST);
        tr!(locale, "digest-row-line", heading = heading, due = words::due_in_words(locale, row.0.due, day.today))
    };
    let list =
        open.iter().take(SHOWN).fold(tr!(locale, "digest-missed", count = count), |list, row| list.line(&line(row)));
    list.line(&more(locale, open.len()))
}
