//! The rows that a person does: with a day, and without.

use super::{Day, Row, SHOWN};
use crate::chat::road_map::words;
use crate::chat::{Action, Button, button};
use crate::domain::reminder::ReminderKind;
use crate::domain::roadmap::activity::Activity;
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;

/// «Напоминаю: 3 мероприятия», each under its due day.
pub(super) fn own(locale: Locale, mine: &[&Row], today: NaiveDate) -> Markup {
    if mine.is_empty() {
        return Markup::default();
    }
    let rows = (1..).zip(mine.iter().take(SHOWN)).map(|(number, (one, row))| (number, one.due, row));
    let text = tr!(locale, "digest", count = mine.len()).paragraph(&words::due_list(locale, rows, today));
    text.paragraph(&more(locale, mine.len()))
}

/// «Готово: 1», one for each row.
pub(super) fn buttons(locale: Locale, mine: &[&Row]) -> Vec<Button> {
    let done = |(number, (one, _)): (usize, &&Row)| {
        let done = Action::OccurrenceDone { occurrence: one.id, version: one.version };
        button(label!(locale, "button-done", number = number), done)
    };
    (1..).zip(mine.iter().take(SHOWN)).map(done).collect()
}

/// Rows without a day of their own, and those whose day stands in somebody else's plan.
pub(super) fn standing(locale: Locale, day: &Day) -> Markup {
    let mut rows: Vec<&Activity> = day.standing.iter().collect();
    rows.sort_by_key(|row| row.position);
    let asks = |row: &&Activity| row.reminder_kind(crate::domain::calendar::russia()) == ReminderKind::ExternalPlan;
    let (asked, going): (Vec<&Activity>, Vec<&Activity>) = rows.into_iter().partition(asks);
    let list = |head: Markup, rows: &[&Activity]| {
        if rows.is_empty() {
            return Markup::default();
        }
        let line = |row: &&Activity| tr!(locale, "digest-line", heading = words::short(&row.heading, words::IN_A_LIST));
        let lines = rows.iter().take(SHOWN).fold(head, |list, row| list.line(&line(row)));
        lines.line(&more(locale, rows.len()))
    };
    list(tr!(locale, "digest-standing"), &going).paragraph(&list(tr!(locale, "digest-external"), &asked))
}

/// «И ещё 3 — в списке».
pub(super) fn more(locale: Locale, count: usize) -> Markup {
    if count > SHOWN { tr!(locale, "digest-more", count = count - SHOWN) } else { Markup::default() }
}
