//! «Выполнено»: what kind of evidence, the evidence, a look at it, done.

use super::place::EvidencePlace as Place;
use super::place::EvidenceStep;
use super::{already_done, evidence_in_words, list_with, not_yours, own};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, State, Talk, Turn};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::ids::OccurrenceId;
use crate::store::{self, occurrences};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;

/// Starts on the row, unless it is closed already.
pub(super) async fn begin(talk: &mut Talk<'_>, (id, version): (OccurrenceId, i64)) -> anyhow::Result<Turn> {
    let Some((occurrence, _)) = own(talk, id).await? else {
        return Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-unknown-button")));
    };
    if !occurrence.is_open() {
        let toast = already_done(talk, &occurrence)?;
        return Ok(Turn::to(Place::Card { occurrence: id }).with_toast(toast));
    }
    if occurrence.version != version {
        return Ok(Turn::to(Place::Card { occurrence: id }));
    }
    Ok(Turn::to(Place::Give { occurrence: id, version, step: EvidenceStep::Choose }))
}

pub(super) async fn show(talk: &mut Talk<'_>, id: OccurrenceId, step: EvidenceStep) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((occurrence, row)) = own(talk, id).await? else {
        return Ok(not_yours(talk));
    };
    let back = back(locale, Action::EvidenceBack);
    let heading = Markup::plain(&words::short(&row.heading, 200)).bold();
    let ask = |sentence: Markup| Screen::new(heading.clone().paragraph(&sentence));
    Ok(match step {
        EvidenceStep::Choose => {
            let due = words::due_in_words(locale, occurrence.due, talk.today());
            let mut text = words::row_text(&row).paragraph(&tr!(locale, "occurrence-due", due = due));
            if !row.result.is_empty() {
                text = text.line(&tr!(locale, "road-map-card-result", result = words::short(&row.result, 400)));
            }
            Screen::new(text.paragraph(&tr!(locale, "evidence-choose"))).grid(2, kinds(locale)).row([back])
        }
        EvidenceStep::Order => ask(tr!(locale, "evidence-ask-order")).row([back]),
        EvidenceStep::OrderDay { number } => {
            let today = talk.today();
            let yesterday = today.pred_opt().unwrap_or(today);
            ask(tr!(locale, "evidence-ask-day", number = &number.0))
                .row([
                    button(label!(locale, "button-yesterday"), Action::EvidenceDay { day: yesterday }),
                    button(label!(locale, "button-today"), Action::EvidenceDay { day: today }),
                ])
                .row([back])
        }
        EvidenceStep::File => ask(tr!(locale, "evidence-ask-file")).row([back]),
        EvidenceStep::Link => ask(tr!(locale, "evidence-ask-link")).row([back]),
        EvidenceStep::Text => ask(tr!(locale, "evidence-ask-text")).row([back]),
        EvidenceStep::Check { evidence } => {
            let shown = heading.paragraph(&evidence_in_words(locale, &evidence));
            Screen::new(shown.paragraph(&tr!(locale, "evidence-check")))
                .row([back, button(label!(locale, "button-evidence-save"), Action::EvidenceSave)])
        }
    })
}

/// The four ways to show that a row is done; a photo is taken wherever a file is.
const CHOICES: [EvidenceKind; 4] = [EvidenceKind::Order, EvidenceKind::File, EvidenceKind::Link, EvidenceKind::Text];

fn kinds(locale: Locale) -> impl Iterator<Item = crate::chat::Button> {
    CHOICES.into_iter().map(move |kind| {
        let label = crate::text::label(locale, &format!("button-give-{kind}"), &[]);
        button(label, Action::EvidenceGive { kind })
    })
}

pub(super) fn choose(place: &Place, kind: EvidenceKind) -> Turn {
    let Place::Give { occurrence, version, .. } = *place else {
        return Turn::stay();
    };
    let step = match kind {
        EvidenceKind::Order => EvidenceStep::Order,
        EvidenceKind::File | EvidenceKind::Photo => EvidenceStep::File,
        EvidenceKind::Link => EvidenceStep::Link,
        EvidenceKind::Text => EvidenceStep::Text,
    };
    Turn::to(Place::Give { occurrence, version, step })
}

/// The order's day, by a button.
pub(super) fn dated(place: Place, day: NaiveDate) -> Turn {
    match place {
        Place::Give { occurrence, version, step: EvidenceStep::OrderDay { number } } => {
            let number = number.0;
            check((occurrence, version), Evidence::order(number, day))
        }
        other => Turn::to(other),
    }
}

pub(super) fn check((occurrence, version): (OccurrenceId, i64), evidence: Evidence) -> Turn {
    Turn::to(Place::Give { occurrence, version, step: EvidenceStep::Check { evidence } })
}

/// Closes the row; of two devices the first one does, the second is told.
pub(super) async fn save(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    let Place::Give { occurrence: id, version, step: EvidenceStep::Check { evidence } } = place else {
        return Ok(Turn::stay());
    };
    let by = talk.person()?.id;
    let Some((occurrence, _)) = own(talk, id).await? else {
        return Ok(Turn::to(State::Home));
    };
    if !occurrences::close(talk.tx, (id, version), by, talk.now).await? {
        let next = Turn::to(Place::Card { occurrence: id });
        return Ok(if occurrence.is_open() { next } else { next.with_toast(already_done(talk, &occurrence)?) });
    }
    store::evidence::insert(talk.tx, id, &evidence, by, talk.now).await?;
    let note = tr!(talk.locale, "evidence-saved");
    Ok(list_with(talk, id).await?.with_note(note))
}
