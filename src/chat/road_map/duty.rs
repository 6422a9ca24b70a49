//! Who does a row: posts on the first page, then people of the staff list; a typed name finds its people.

use super::card;
use super::own_row;
use super::place::RoadMapPlace as Place;
use super::review::Former;
use crate::chat::screen::{Button, PAGE, back, button, checked};
use crate::chat::{Action, Screen, Talk, Turn, Typed};
use crate::domain::ids::{ActivityId, PersonId};
use crate::domain::people::{Person, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::CHOICES;
use crate::domain::roadmap::responsible::ResponsibleRole;
use crate::domain::typed_text;
use crate::store::{activities, audit, pairs, people};
use crate::text::Locale;
use crate::{label, tr};

/// The longest name that is looked for, in characters.
const LONGEST_NAME: usize = 60;

pub(super) fn page(place: Place, people: u32) -> Turn {
    match place {
        Place::Row { row, .. } => Turn::to(Place::Duty { row, people, find: Typed::default(), undo: None }),
        Place::Duty { row, find, undo, .. } => Turn::to(Place::Duty { row, people, find, undo }),
        other => Turn::to(other),
    }
}

/// A typed name: only the people whose names hold it.
pub(super) fn find(talk: &Talk<'_>, place: &Place, text: &str) -> Turn {
    let Place::Duty { row, undo, .. } = place.clone() else {
        return Turn::stay();
    };
    match typed_text::clean_line(text, LONGEST_NAME) {
        Ok(find) => Turn::to(Place::Duty { row, people: 1, find: Typed(find), undo }),
        Err(_) => Turn::hint(tr!(talk.locale, "road-map-duty-hint")),
    }
}

pub(super) async fn show(
    talk: &mut Talk<'_>,
    activity: ActivityId,
    (page, find): (u32, &str),
) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(super::words::row_gone(locale));
    };
    let staff = people::list(talk.tx, organisation).await?;
    let paired = pairs::mentors(talk.tx, organisation, year).await?;
    let text = tr!(
        locale,
        "road-map-duty",
        heading = super::words::short(&row.heading, super::words::IN_A_LIST),
        people = super::words::people(locale, &row, &staff, &paired),
    );
    let found: Vec<&Person> = staff.iter().filter(|person| holds(&person.full_name, find)).collect();
    let size = u32::try_from(PAGE).unwrap_or(8);
    let last = u32::try_from(found.len()).unwrap_or(0).div_ceil(size);
    let page = page.min(last);
    let choices = if page == 0 { posts(locale, &row) } else { names(&row, &found, page) };
    let text = if page > 0 && found.is_empty() { text.paragraph(&tr!(locale, "road-map-duty-nobody")) } else { text };
    let before = (page > 0).then(|| {
        let label = if page == 1 { label!(locale, "button-road-map-posts") } else { "←".to_owned() };
        button(label, Action::RoadMapDuty { people: page - 1 })
    });
    let after = (page < last).then(|| {
        let label = if page == 0 { label!(locale, "button-road-map-names") } else { "→".to_owned() };
        button(label, Action::RoadMapDuty { people: page + 1 })
    });
    Ok(Screen::new(text).grid(2, choices).row(before.into_iter().chain(after)).row([back(locale, Action::RoadMapBack)]))
}

fn holds(full_name: &str, find: &str) -> bool {
    full_name.to_lowercase().replace('ё', "е").contains(&find.to_lowercase().replace('ё', "е"))
}

/// Every post that can be chosen, and those of the document that are not among them.
fn posts(locale: Locale, row: &Activity) -> Vec<Button> {
    let others = row.duty.roles.iter().filter(|post| !CHOICES.contains(post));
    let one = |role: &ResponsibleRole| {
        let on = row.duty.roles.contains(role);
        let set = Action::RoadMapDutyRole { role: *role, on: !on };
        button(checked(on, &card::label(locale, role.code())), set)
    };
    CHOICES.iter().chain(others).map(one).collect()
}

fn names(row: &Activity, found: &[&Person], page: u32) -> Vec<Button> {
    let skipped = usize::try_from(page.saturating_sub(1)).unwrap_or(0) * PAGE;
    let one = |person: &&Person| {
        let on = row.duty.persons.contains(&person.id);
        let set = Action::RoadMapDutyPerson { person: person.id, on: !on };
        button(checked(on, &short_name(&person.full_name)), set)
    };
    found.iter().skip(skipped).take(PAGE).map(one).collect()
}

pub(super) async fn set_role(
    talk: &mut Talk<'_>,
    place: &Place,
    (post, on): (ResponsibleRole, bool),
) -> anyhow::Result<Turn> {
    let change = |row: &mut Activity| {
        row.duty.roles.retain(|one| *one != post);
        if on {
            row.duty.roles.push(post);
        }
    };
    set(talk, place, change).await
}

pub(super) async fn set_person(
    talk: &mut Talk<'_>,
    place: &Place,
    (person, on): (PersonId, bool),
) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let own = people::find(talk.tx, person).await?.is_some_and(|person| person.organisation == organisation);
    if !own {
        return Ok(Turn::stay());
    }
    let change = |row: &mut Activity| {
        row.duty.persons.retain(|one| *one != person);
        if on {
            row.duty.persons.push(person);
        }
    };
    set(talk, place, change).await
}

async fn set(talk: &mut Talk<'_>, place: &Place, change: impl Fn(&mut Activity)) -> anyhow::Result<Turn> {
    let Place::Duty { row: listed, people, find, undo } = place.clone() else {
        return Ok(Turn::stay());
    };
    let Some(mut row) = own_row(talk, listed.activity).await? else {
        return Ok(Turn::stay());
    };
    let former = undo.map_or_else(|| Former::before(&row), |former| former.still(&row));
    change(&mut row);
    // The curator has looked at it: whoever the document meant is settled now.
    row.duty.unclear = false;
    if !activities::save(talk.tx, &row).await? {
        return Ok(Turn::hint(tr!(talk.locale, "road-map-row-changed")));
    }
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("responsible changed", &listed.activity.to_string()), talk.now).await?;
    Ok(Turn::to(Place::Duty { row: listed, people, find, undo: Some(former) }))
}
