//! Who was told what about a row, step by step: those who do it, then the curator, then the director.

use super::Talk;
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::people::short_name;
use crate::domain::reminder::{Audience, LineEnd, LineKind, Mark};
use crate::store::digest_lines::{self, Step};
use crate::store::people;
use crate::text::{self, Locale, Markup, dates};
use crate::{label, tr};
use std::collections::HashMap;

/// Steps that a card shows, the latest ones.
const SHOWN: usize = 10;

/// The block for a row's card; empty while nothing was said.
pub(in crate::chat) async fn block(talk: &mut Talk<'_>, occurrence: OccurrenceId) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let steps = digest_lines::steps(talk.tx, occurrence).await?;
    if steps.is_empty() {
        return Ok(Markup::default());
    }
    let latest = &steps[steps.len().saturating_sub(SHOWN)..];
    let ids: Vec<PersonId> = latest.iter().map(|step| step.line.person).collect();
    let people = people::list_by_ids(talk.tx, &ids).await?;
    let names: HashMap<PersonId, String> =
        people.into_iter().map(|one| (one.person.id, short_name(&one.person.full_name))).collect();
    let mut list = tr!(locale, "reminder-steps");
    for step in latest {
        let day = step.end.map_or(step.line.owed_on, |(at, _)| talk.day_of(at));
        let name = names.get(&step.line.person).cloned().unwrap_or_else(|| "—".to_owned());
        let day = dates::day(locale, day, talk.today());
        list = list.line(&tr!(locale, "reminder-step", day = day, name = name, what = what(locale, step)));
    }
    Ok(list)
}

fn what(locale: Locale, step: &Step) -> String {
    let mark = Mark::from_code(&step.line.mark);
    let audience = mark.map(Mark::audience);
    let word = match step.line.kind {
        LineKind::Reminder => match mark {
            Some(Mark::Start) => "start",
            Some(Mark::Today) => "today",
            Some(mark) if mark.is_after() => "overdue",
            _ => "before",
        },
        LineKind::Unconnected if audience == Some(Audience::Director) => "unconnected_director",
        other => other.code(),
    };
    let what = text::label(locale, &format!("reminder-step-{word}"), &[]);
    match step.end {
        None => label!(locale, "reminder-step-waiting", what = what),
        Some((_, LineEnd::Told)) => what,
        Some(_) => label!(locale, "reminder-step-unsaid", what = what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_its_words() {
        let kinds = LineKind::ALL.iter().filter(|kind| kind.is_of_occurrence() && **kind != LineKind::Reminder);
        let words =
            kinds.map(|kind| kind.code()).chain(["start", "before", "today", "overdue", "unconnected_director"]);
        for key in words.map(|word| format!("reminder-step-{word}")) {
            for locale in Locale::ALL {
                assert!(text::keys(*locale)(&key), "{key} in {locale}");
            }
        }
    }
}
