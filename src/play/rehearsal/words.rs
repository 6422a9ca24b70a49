//! A played year in words.

use super::{Entry, Rehearsed, Summary};
use crate::label;
use crate::text::{self, Locale, dates};
use std::fmt::Write as _;

/// People that a line names; the rest are counted.
const NAMED: usize = 4;

/// The list by days, then the summary.
pub fn in_words(locale: Locale, rehearsed: &Rehearsed) -> String {
    let mut words = String::new();
    let mut day = None;
    for entry in &rehearsed.diary {
        if day.replace(entry.on) != Some(entry.on) {
            let _ = writeln!(words, "{}", dates::full(locale, entry.on));
        }
        let _ = writeln!(words, "  {}", line(locale, entry));
    }
    let _ = writeln!(words, "\n{}", summary(locale, &rehearsed.summary));
    words
}

/// «Напоминание о сроках: Иванова М. П. (№ 7, наставник) и ещё 12».
fn line(locale: Locale, entry: &Entry) -> String {
    let what = text::label(locale, &format!("rehearsal-what-{}", entry.what), &[]);
    if entry.to.is_empty() {
        return label!(locale, "rehearsal-to-channel", what = what);
    }
    let people = entry.to.iter().take(NAMED).map(|one| {
        let role = one.role.map_or_else(
            || label!(locale, "rehearsal-no-role"),
            |role| text::label(locale, &format!("role-{role}"), &[]).to_lowercase(),
        );
        let (name, number) = (&one.name, one.number);
        label!(locale, "rehearsal-person", name = name, number = number, role = role)
    });
    let names = people.collect::<Vec<_>>().join(", ");
    match entry.to.len().saturating_sub(NAMED) {
        0 => label!(locale, "rehearsal-to-people", what = what, names = names),
        more => label!(locale, "rehearsal-to-more", what = what, names = names, more = more),
    }
}

fn summary(locale: Locale, summary: &Summary) -> String {
    let reminders = &summary.reminders;
    let lines = [
        label!(
            locale,
            "rehearsal-people",
            people = summary.people,
            responses = summary.responses,
            pairs = summary.pairs
        ),
        label!(
            locale,
            "rehearsal-reminders",
            occurrences = summary.occurrences,
            due = reminders.due,
            sent = reminders.sent,
            obsolete = reminders.obsolete
        ),
        label!(
            locale,
            "rehearsal-faults",
            late = reminders.late,
            duplicate = reminders.duplicate,
            quiet = reminders.in_quiet_hours,
            unanswered = summary.unanswered
        ),
        label!(locale, "rehearsal-posts", sent = summary.posts.sent, duplicate = summary.posts.duplicate),
        label!(locale, "rehearsal-busiest", messages = summary.busiest_person_messages),
        label!(locale, "rehearsal-wall", ms = i64::try_from(summary.wall_ms).unwrap_or(i64::MAX)),
    ];
    lines.join("\n")
}
