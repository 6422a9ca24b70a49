//! A person's reminders of one day: what is due, in words, with a button for each row.

use super::{Facts, Rendered};
use crate::chat::road_map::{Answerer, words};
use crate::chat::{Action, Screen, button};
use crate::domain::ids::{OccurrenceId, OrganisationId, PersonId};
use crate::domain::people::{Person, Role, short_name};
use crate::domain::reminder::{self, OpenOccurrence, ReminderPolicy};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::next_year;
use crate::domain::school_year::SchoolYear;
use crate::store::occurrences::Occurrence;
use crate::store::organisations::{self, Organisation};
use crate::store::{accounts, activities, calendars, dated_rows, marks, occurrences, people};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Rows that a digest shows with buttons; the rest are one tap away.
const SHOWN: usize = 8;
/// Colleagues without a chat that the curator's digest names.
const NAMED: usize = 10;
/// Stands for everybody in a question about any reader.
const ANYBODY: PersonId = PersonId(0);

type Row = (Occurrence, Activity);

/// Renders the digest from what is still open; `None` when everything was done meanwhile.
pub(super) async fn digest(
    facts: &mut Facts<'_>,
    person: PersonId,
    days: (Option<NaiveDate>, NaiveDate),
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(person) = people::find(facts.db, person).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, person.organisation).await?;
    let answerer = Answerer::load(facts.db, &person, organisation.school_year).await?;
    let marked = marked(facts, &organisation, days).await?;
    let today = organisation.today(facts.now);
    let (mine, others): (Vec<Row>, Vec<Row>) = marked.into_iter().partition(|(_, row)| answerer.answers(row));
    let mut curators_part = Markup::default();
    if let Some(staff) = answerer.staff() {
        let all = mine.iter().chain(&others);
        curators_part = unconnected(facts, all, (staff, &answerer), today).await?;
        if person.has(Role::Curator) {
            curators_part = curators_part.paragraph(&missed(facts, organisation.id, days.1).await?);
        }
    }
    let asks = person.has(Role::Curator) && next_year::is_asked(organisation.school_year, days);
    let next = asks.then(|| SchoolYear(organisation.school_year.0 + 1).to_string());
    if let Some(year) = &next {
        curators_part = curators_part.paragraph(&tr!(locale, "digest-new-year", year = year));
    }
    if mine.is_empty() && curators_part.is_empty() {
        return Ok(None);
    }
    let text = own_part(locale, &mine, today).paragraph(&curators_part);
    let year =
        next.map(|year| button(label!(locale, "button-digest-new-year", year = year), Action::NewYear { page: 0 }));
    let screen = Screen::new(text).grid(2, buttons(locale, &mine)).row(year).row([list_button(locale, &person)]);
    Ok(Some((screen.into_sheet(0), None)))
}

/// The open rows whose mark falls on this day, the earliest due first.
async fn marked(
    facts: &mut Facts<'_>,
    organisation: &Organisation,
    (after, on): (Option<NaiveDate>, NaiveDate),
) -> anyhow::Result<Vec<Row>> {
    let policy = ReminderPolicy::default();
    let span = policy.window(after, on);
    let rows = activities::list_due(facts.db, organisation.id, span).await?;
    let open = occurrences::list_open(facts.db, organisation.id, span).await?;
    let open = dated_rows::with_rows(facts.db, open, &rows).await?;
    let as_open = |(one, row): &Row| OpenOccurrence {
        id: one.id,
        activity: one.activity,
        due: one.due,
        rhythm: row.rhythm(),
        responsible: vec![ANYBODY],
    };
    let asked: Vec<OpenOccurrence> = open.iter().map(as_open).collect();
    let calendar = calendars::of(facts.db, organisation).await?;
    let owed = reminder::reminders(&asked, &policy, after, on, &|day| calendar.is_reminder_day(day));
    let marked: HashSet<OccurrenceId> =
        owed.digests.iter().flat_map(|digest| &digest.lines).map(|line| line.occurrence).collect();
    Ok(open.into_iter().filter(|(one, _)| marked.contains(&one.id)).collect())
}

fn own_part(locale: Locale, mine: &[Row], today: NaiveDate) -> Markup {
    if mine.is_empty() {
        return Markup::default();
    }
    let rows = (1..).zip(mine.iter().take(SHOWN)).map(|(number, (one, row))| (number, one.due, row));
    let mut text = tr!(locale, "digest", count = mine.len()).paragraph(&words::due_list(locale, rows, today));
    if mine.len() > SHOWN {
        text = text.paragraph(&tr!(locale, "digest-more", count = mine.len() - SHOWN));
    }
    text
}

fn buttons(locale: Locale, mine: &[Row]) -> Vec<crate::chat::Button> {
    let done = |(number, (one, _)): (usize, &Row)| {
        let done = Action::OccurrenceDone { occurrence: one.id, version: one.version };
        button(label!(locale, "button-done", number = number), done)
    };
    (1..).zip(mine.iter().take(SHOWN)).map(done).collect()
}

fn list_button(locale: Locale, person: &Person) -> crate::chat::Button {
    let to = if person.has(Role::Curator) { Action::RoadMap } else { Action::MyRows { page: 0 } };
    button(label!(locale, "button-open-list"), to)
}

/// To the curator: whose reminders could not be sent, because they have no chat with the bot.
async fn unconnected(
    facts: &mut Facts<'_>,
    rows: impl Iterator<Item = &Row>,
    (staff, answerer): (&[Person], &Answerer),
    today: NaiveDate,
) -> anyhow::Result<Markup> {
    let locale = facts.locale;
    let organisation = staff.first().map_or(OrganisationId(0), |person| person.organisation);
    let reachable: HashSet<PersonId> =
        accounts::list_reachable(facts.db, organisation).await?.into_iter().map(|(person, _)| person).collect();
    let mut list = Markup::default();
    for (one, row) in rows {
        let far = row.duty.people(staff, answerer.paired());
        let mut names: Vec<String> = far
            .into_iter()
            .filter(|person| !reachable.contains(&person.id))
            .map(|person| short_name(&person.full_name))
            .collect();
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
            due = words::due_in_words(locale, one.due, today),
        ));
    }
    Ok(if list.is_empty() { list } else { tr!(locale, "digest-unconnected").line(&list) })
}

/// To the curator: how many reminders came too late to be sent, because the bot was not at work.
async fn missed(facts: &mut Facts<'_>, organisation: OrganisationId, on: NaiveDate) -> anyhow::Result<Markup> {
    let mark = marks::find(facts.db, marks::MISSED_REMINDERS, organisation).await?.unwrap_or_default();
    let count = mark.strip_prefix(&on.to_string()).and_then(|count| count.trim().parse::<u32>().ok());
    Ok(count.map_or(Markup::default(), |count| tr!(facts.locale, "digest-missed", count = count)))
}
