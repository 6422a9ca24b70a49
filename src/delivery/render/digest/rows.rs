//! The rows that a person does: with a day, and without.

use super::part::{Gap, Part, SHOWN};
use super::{Day, Row};
use crate::chat::road_map::words;
use crate::chat::{Action, Button, button};
use crate::domain::reminder::{LineKind, ReminderKind};
use crate::domain::roadmap::activity::Activity;
use crate::text::{Locale, Markup};
use crate::{label, tr};

/// «Напоминаю: за вами 3 мероприятия», each under its due day.
pub(super) fn own(locale: Locale, day: &Day, mine: &[&Row]) -> Option<Part> {
    if mine.is_empty() {
        return None;
    }
    let numbered = (1..).zip(mine.iter().take(SHOWN)).map(|(number, (one, row))| (number, one.due, row));
    let rows = words::due_lines(locale, numbered, day.today);
    let rows = rows.into_iter().map(|(opens, line)| (if opens { Gap::Paragraph } else { Gap::Line }, line)).collect();
    let more = |locale: Locale, count: usize| (Gap::Paragraph, tr!(locale, "digest-more", count = count));
    let lines = day.lines_of(LineKind::Reminder, mine.iter().map(|(one, _)| one.id.0));
    Some(Part { head: tr!(locale, "digest", count = mine.len()), rows, count: mine.len(), more, lines })
}

/// «Готово: 1», one for each row that the message names.
pub(super) fn buttons(locale: Locale, mine: &[&Row], named: usize) -> Vec<Button> {
    let done = |(number, (one, _)): (usize, &&Row)| {
        let done = Action::OccurrenceDone { occurrence: one.id, version: one.version };
        button(label!(locale, "button-done", number = number), done)
    };
    (1..).zip(mine.iter().take(named)).map(done).collect()
}

/// The two other answers to a message about one row; of several it is said on a screen of its own.
pub(super) fn other_answers(locale: Locale, mine: &[&Row], named: usize) -> Vec<Button> {
    match (mine, named) {
        ([(one, _)], 1) => vec![
            button(label!(locale, "button-remind-later"), Action::Later { occurrence: one.id }),
            button(label!(locale, "button-not-mine"), Action::NotMine { occurrence: one.id }),
        ],
        _ => Vec::new(),
    }
}

/// Rows without a day of their own, then those whose day stands in somebody else's plan.
pub(super) fn standing(locale: Locale, day: &Day) -> [Option<Part>; 2] {
    let of = |wanted: fn(ReminderKind) -> bool| -> Vec<&Activity> {
        day.standing.iter().filter(|(kind, _)| wanted(*kind)).map(|(_, row)| row).collect()
    };
    let going = of(|kind| kind != ReminderKind::ExternalPlan);
    let asked = of(|kind| kind == ReminderKind::ExternalPlan);
    let part = |head: Markup, rows: &[&Activity]| {
        if rows.is_empty() {
            return None;
        }
        let line = |row: &&Activity| tr!(locale, "digest-line", heading = words::short(&row.heading, words::IN_A_LIST));
        let lines = day.lines_of(LineKind::Standing, rows.iter().map(|row| row.id.0));
        let named = rows.iter().take(SHOWN).map(|row| (Gap::Line, line(row))).collect();
        Some(Part { head, rows: named, count: rows.len(), more, lines })
    };
    [part(tr!(locale, "digest-standing"), &going), part(tr!(locale, "digest-external"), &asked)]
}

/// «И ещё 3 мероприятия — в списке».
pub(super) fn more(locale: Locale, count: usize) -> (Gap, Markup) {
    (Gap::Line, tr!(locale, "digest-more", count = count))
}
