//! A list that was read, before it is applied: who comes, what changes, who is named no more.

use super::draft::{Draft, waiting};
use crate::chat::{Action, Screen, State, Talk, Turn, Typed, back, button};
use crate::domain::people::{Person, Role, short_name};
use crate::domain::staff_update::{Listed, StaffUpdate};
use crate::store::{audit, organisations, people, staff_drafts};
use crate::text::{self, Locale, Markup};
use crate::{label, tr};

/// People that are shown by name.
const SHOWN: usize = 5;

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, update)) = waiting(talk).await? else {
        return Ok(Screen::new(tr!(locale, "preview-none")).row([back(locale, Action::StaffList { page: 0 })]));
    };
    let count = draft.people.len();
    let text = tr!(locale, "preview", count = count).bold();
    let text = text
        .paragraph(&changes(locale, &update))
        .paragraph(&first_lines(locale, &draft.people))
        .paragraph(&roles(locale, &draft.people))
        .paragraph(&rows(locale, &draft));
    let drop = back(locale, Action::StaffDrop);
    let nothing = update.added.is_empty() && update.changed.is_empty();
    Ok(if nothing {
        Screen::new(text.paragraph(&tr!(locale, "preview-nothing"))).row([drop])
    } else {
        let load = button(label!(locale, "preview-load", count = count), Action::StaffLoad);
        Screen::new(text.paragraph(&tr!(locale, "preview-sure"))).row([drop, load])
    })
}

/// «Новых — 2, изменится — 1, без изменений — 20. В этом файле нет 1 человека из вашего списка: …»
fn changes(locale: Locale, update: &StaffUpdate) -> Markup {
    let changes =
        tr!(locale, "preview-changes", added = update.added.len(), changed = update.changed.len(), same = update.same);
    if update.missing.is_empty() {
        return changes;
    }
    let names = update.missing.iter().take(SHOWN).map(|person: &Person| short_name(&person.full_name));
    let names = names.collect::<Vec<_>>().join(", ");
    changes.line(&tr!(locale, "preview-missing", count = update.missing.len(), names = names))
}

fn first_lines(locale: Locale, people: &[Listed]) -> Markup {
    let line = |listed: &Listed| {
        let roles: Vec<_> = listed.roles.iter().map(|role| role_name(locale, *role)).collect();
        let parts = [listed.full_name.clone(), listed.position.clone(), roles.join(", ")];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Markup::plain(&parts.join(" · "))
    };
    let lines = people.iter().take(SHOWN).map(line).fold(Markup::default(), |all, line| all.line(&line));
    match people.len().saturating_sub(SHOWN) {
        0 => lines,
        more => lines.line(&tr!(locale, "preview-more", count = more)),
    }
}

/// «Роли: Куратор — 1, Наставник — 9».
fn roles(locale: Locale, people: &[Listed]) -> Markup {
    let counted = Role::ALL.iter().filter_map(|role| {
        let count = people.iter().filter(|listed| listed.roles.contains(role)).count();
        (count > 0).then(|| format!("{} — {count}", role_name(locale, *role)))
    });
    let counted: Vec<_> = counted.collect();
    if counted.is_empty() {
        tr!(locale, "preview-no-roles")
    } else {
        tr!(locale, "preview-roles", roles = counted.join(", "))
    }
}

fn role_name(locale: Locale, role: Role) -> String {
    text::label(locale, &format!("role-{role}"), &[])
}

/// Rows that are not people, and rows whose role says nothing: nothing is dropped silently.
fn rows(locale: Locale, draft: &Draft) -> Markup {
    let mut text = Markup::default();
    if !draft.notes.is_empty() {
        text = text.line(&tr!(locale, "preview-notes", count = draft.notes.len(), rows = numbers(&draft.notes)));
    }
    if !draft.unread.is_empty() {
        text = text.line(&tr!(locale, "preview-unread", count = draft.unread.len(), rows = numbers(&draft.unread)));
    }
    if !draft.withheld.is_empty() {
        text =
            text.line(&tr!(locale, "preview-withheld", count = draft.withheld.len(), rows = numbers(&draft.withheld)));
    }
    text
}

/// «3, 7, 12»; a long row of numbers ends in «…».
fn numbers(rows: &[usize]) -> String {
    let shown: Vec<_> = rows.iter().take(2 * SHOWN).map(ToString::to_string).collect();
    let rest = if rows.len() > shown.len() { ", …" } else { "" };
    format!("{}{rest}", shown.join(", "))
}

/// Applies the draft, all of it, to the staff as it is now.
pub(super) async fn load(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let me = talk.person()?.clone();
    organisations::lock(talk.tx, me.organisation).await?;
    let Some((_, update)) = waiting(talk).await? else {
        return Ok(Turn::to(State::Staff { page: 0, find: Typed::default() }));
    };
    for listed in &update.added {
        let person = Person {
            id: talk.tx.next_id(talk.now).into(),
            organisation: me.organisation,
            full_name: listed.full_name.clone(),
            position: listed.position.clone(),
            roles: listed.roles.clone(),
        };
        people::insert(talk.tx, &person, talk.now).await?;
    }
    for person in &update.changed {
        people::save(talk.tx, person).await?;
    }
    staff_drafts::delete(talk.tx, me.id).await?;
    audit::insert(talk.tx, Some(me.id), ("staff list loaded", &me.organisation.to_string()), talk.now).await?;
    let note = tr!(talk.locale, "preview-loaded", added = update.added.len(), changed = update.changed.len());
    Ok(Turn::to(State::Staff { page: 0, find: Typed::default() }).with_note(note))
}

/// Forgets the draft.
pub(super) async fn discard(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let me = talk.person()?.id;
    staff_drafts::delete(talk.tx, me).await?;
    Ok(Turn::to(State::StaffFile))
}
