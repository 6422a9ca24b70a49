//! Who was told what about a row, who put it off or gave it away: the latest on its card, all of it one tap further.

use super::binding::own_row;
use super::place::EvidencePlace as Place;
use super::{give, not_yours, own};

use crate::chat::screen::{Button, Pages, back, button};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use crate::domain::people::short_name;
use crate::domain::roadmap::row_steps::{Reached, RowStep, StepKind};
use crate::domain::staff_list::name_key;
use crate::store::{occurrences, people, row_steps};
use crate::text::{self, Locale, Markup, dates};
use crate::{label, tr};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Steps that a card shows, the latest ones.
const SHOWN: usize = 4;

/// Short names of those whom steps concern.
type Names = HashMap<PersonId, String>;

/// A row, or one dated instance of it.
type Of = (ActivityId, Option<OccurrenceId>);

/// The block for a card, and the button to the rest where the card does not say it all; both empty while nothing has
/// happened.
pub(in crate::chat) async fn block(talk: &mut Talk<'_>, of: Of) -> anyhow::Result<(Markup, Option<Button>)> {
    let locale = talk.locale;
    let steps = list(talk, of).await?;
    if steps.is_empty() {
        return Ok((Markup::default(), None));
    }
    let latest = &steps[steps.len().saturating_sub(SHOWN)..];
    let names = names(talk, latest).await?;
    let today = talk.today();
    let lines = latest.iter().fold(tr!(locale, "row-steps"), |text, step| {
        let who = match step.people.as_slice() {
            [one] => name(&names, *one),
            several => label!(locale, "row-step-people", count = several.len()),
        };
        text.line(&line(locale, (step, &who), &names, today))
    });
    let says_all = steps.len() <= SHOWN && steps.iter().all(|step| step.people.len() < 2);
    let all = button(label!(locale, "button-row-steps", count = steps.len()), open(of, 0));
    Ok((lines, (!says_all).then_some(all)))
}

fn open((activity, occurrence): Of, page: u32) -> Action {
    match occurrence {
        Some(occurrence) => Action::OccurrenceSteps { occurrence, page },
        None => Action::RowSteps { activity, page },
    }
}

async fn list(talk: &mut Talk<'_>, (activity, occurrence): Of) -> anyhow::Result<Vec<RowStep>> {
    let zone = talk.organisation()?.zone;
    let ids: Vec<OccurrenceId> = match occurrence {
        Some(one) => vec![one],
        None => occurrences::list_of(talk.tx, activity).await?.into_iter().map(|one| one.id).collect(),
    };
    row_steps::list(talk.tx, (activity, &ids), (zone, talk.now)).await
}

/// Everything, by name, the earliest first.
pub(super) async fn show(talk: &mut Talk<'_>, of: Of, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let heading = match of {
        (_, Some(occurrence)) => own(talk, occurrence).await?.map(|(_, row)| row.heading),
        (activity, None) => own_row(talk, activity).await?.map(|row| row.heading),
    };
    let Some(heading) = heading else {
        return Ok(not_yours(talk));
    };
    let steps = list(talk, of).await?;
    let pages = Pages::new(&steps, page);
    let names = names(talk, pages.shown).await?;
    let today = talk.today();
    let lines = pages.shown.iter().fold(Markup::default(), |text, step| {
        let who: Vec<String> = step.people.iter().map(|one| name(&names, *one)).collect();
        text.line(&line(locale, (step, &sorted(who).join(", ")), &names, today))
    });
    let heading = Markup::plain(&crate::chat::road_map::words::short(&heading, 200)).bold();
    Ok(Screen::new(heading.paragraph(&lines))
        .row(pages.row(|page| open(of, page)))
        .row([back(locale, Action::EvidenceBack)]))
}

/// The way from an occurrence's button: only who may see the row may see its steps.
pub(super) async fn open_of(talk: &mut Talk<'_>, occurrence: OccurrenceId, page: u32) -> anyhow::Result<Turn> {
    Ok(match own(talk, occurrence).await? {
        Some((one, _)) => Turn::to(Place::Steps { activity: one.activity, occurrence: Some(occurrence), page }),
        None => Turn::to(State::Home),
    })
}

/// Back to the card that led here.
pub(super) async fn back_from(talk: &mut Talk<'_>, (activity, occurrence): Of) -> anyhow::Result<Turn> {
    let Some(occurrence) = occurrence else {
        return Ok(Turn::to(crate::chat::road_map::card_of(activity)));
    };
    Ok(match own(talk, occurrence).await? {
        Some((one, _)) if one.is_open() => give::begin(talk, (occurrence, one.version)).await?,
        Some(_) => Turn::to(Place::Card { occurrence }),
        None => Turn::to(State::Home),
    })
}

async fn names(talk: &mut Talk<'_>, steps: &[RowStep]) -> anyhow::Result<Names> {
    let given = |step: &RowStep| match step.kind {
        StepKind::NotTheirs { given_to, .. } => given_to,
        StepKind::Told { .. } | StepKind::PutOff { .. } => None,
    };
    let ids: Vec<PersonId> = steps.iter().flat_map(|step| step.people.iter().copied().chain(given(step))).collect();
    let found = people::list_by_ids(talk.tx, &ids).await?;
    Ok(found.into_iter().map(|one| (one.person.id, short_name(&one.person.full_name))).collect())
}

/// Somebody who has left the staff list keeps their part in the story, without a name.
fn name(names: &Names, person: PersonId) -> String {
    names.get(&person).cloned().unwrap_or_else(|| "—".to_owned())
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort_by_cached_key(|name| name_key(name));
    names
}

/// «16 сентября: напоминание — 2 сотрудника».
fn line(locale: Locale, (step, who): (&RowStep, &str), names: &Names, today: NaiveDate) -> Markup {
    let day = dates::day(locale, step.on, today);
    let what = match step.kind {
        StepKind::Told { word, reached } => {
            let what = text::label(locale, &format!("row-step-{word}"), &[]);
            match reached {
                Reached::Told => what,
                Reached::Waiting => label!(locale, "row-step-waiting", what = what),
                Reached::TooLate => label!(locale, "row-step-too-late", what = what),
                Reached::Unreachable => label!(locale, "row-step-unreachable", what = what),
            }
        }
        StepKind::PutOff { until } => {
            label!(locale, "row-step-put-off", until = dates::day(locale, until, today))
        }
        StepKind::NotTheirs { reason, given_to } => {
            let why = text::label(locale, &format!("handover-why-{reason}"), &[]);
            let said = match given_to {
                None => tr!(locale, "handover-waits", who = who, why = why),
                Some(given) if step.people.contains(&given) => tr!(locale, "handover-returned", who = who, why = why),
                Some(given) => tr!(locale, "handover-given", who = who, why = why, to = name(names, given)),
            };
            return tr!(locale, "row-step-done", day = day, what = said);
        }
    };
    tr!(locale, "row-step", day = day, what = what, who = who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::row_steps::Word;

    #[test]
    fn every_step_has_its_words() {
        for key in Word::ALL.iter().map(|word| format!("row-step-{word}")) {
            for locale in Locale::ALL {
                assert!(text::keys(*locale)(&key), "{key} in {locale}");
            }
        }
    }
}
