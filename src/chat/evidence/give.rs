//! «Выполнено»: what kind of evidence, the evidence, a look at it, done.

use super::place::EvidencePlace as Place;
use super::place::EvidenceStep;
use super::{already_done, evidence_in_words, list_with, not_yours, own};
use crate::chat::road_map::words;
use crate::chat::screen::{back, button};
use crate::chat::{Action, Input, Screen, State, Talk, Turn, Typed};
use crate::domain::evidence::{self, Evidence, EvidenceKind, EvidenceProblem};
use crate::domain::ids::OccurrenceId;
use crate::domain::typed_text::{self, TextProblem};
use crate::store::{self, occurrences};
use crate::text::{Locale, Markup, markup};
use crate::{label, tr};
use chrono::NaiveDate;

/// The longest evidence in words, in characters.
const LONGEST_TEXT: usize = 1_000;
/// The longest link, in characters.
const LONGEST_LINK: usize = 500;

/// Starts on the row, unless it is closed already.
pub(super) async fn begin(
    talk: &mut Talk<'_>,
    (id, version): (OccurrenceId, i64),
) -> anyhow::Result<Turn> {
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
    Ok(Turn::to(Place::Give {
        occurrence: id,
        version,
        step: EvidenceStep::Choose,
    }))
}

pub(super) async fn show(
    talk: &mut Talk<'_>,
    id: OccurrenceId,
    step: EvidenceStep,
) -> anyhow::Result<Screen> {
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
            let mut text =
                words::row_text(&row).paragraph(&tr!(locale, "occurrence-due", due = due));
            if !row.result.is_empty() {
                text = text.line(&tr!(
                    locale,
                    "road-map-card-result",
                    result = words::short(&row.result, 400)
                ));
            }
            Screen::new(text.paragraph(&tr!(locale, "evidence-choose")))
                .grid(2, kinds(locale))
                .row([back])
        }
        EvidenceStep::Order => ask(tr!(locale, "evidence-ask-order")).row([back]),
        EvidenceStep::OrderDay { number } => {
            let today = talk.today();
            let yesterday = today.pred_opt().unwrap_or(today);
            ask(tr!(locale, "evidence-ask-day", number = &number.0))
                .row([
                    button(
                        label!(locale, "button-yesterday"),
                        Action::EvidenceDay { day: yesterday },
                    ),
                    button(
                        label!(locale, "button-today"),
                        Action::EvidenceDay { day: today },
                    ),
                ])
                .row([back])
        }
        EvidenceStep::File => ask(tr!(locale, "evidence-ask-file")).row([back]),
        EvidenceStep::Link => ask(tr!(locale, "evidence-ask-link")).row([back]),
        EvidenceStep::Text => ask(tr!(locale, "evidence-ask-text")).row([back]),
        EvidenceStep::Check { evidence } => {
            let shown = heading.paragraph(&evidence_in_words(locale, &evidence));
            Screen::new(shown.paragraph(&tr!(locale, "evidence-check"))).row([
                back,
                button(label!(locale, "button-evidence-save"), Action::EvidenceSave),
            ])
        }
    })
}

/// The four ways to show that a row is done; a photo is taken wherever a file is.
const CHOICES: [EvidenceKind; 4] = [
    EvidenceKind::Order,
    EvidenceKind::File,
    EvidenceKind::Link,
    EvidenceKind::Text,
];

fn kinds(locale: Locale) -> impl Iterator<Item = crate::chat::Button> {
    CHOICES.into_iter().map(move |kind| {
        let label = crate::text::label(locale, &format!("button-give-{kind}"), &[]);
        button(label, Action::EvidenceGive { kind })
    })
}

pub(super) fn choose(place: Place, kind: EvidenceKind) -> Turn {
    let Place::Give {
        occurrence,
        version,
        ..
    } = place
    else {
        return Turn::stay();
    };
    let step = match kind {
        EvidenceKind::Order => EvidenceStep::Order,
        EvidenceKind::File | EvidenceKind::Photo => EvidenceStep::File,
        EvidenceKind::Link => EvidenceStep::Link,
        EvidenceKind::Text => EvidenceStep::Text,
    };
    Turn::to(Place::Give {
        occurrence,
        version,
        step,
    })
}

/// The order's day, by a button.
pub(super) fn dated(place: Place, day: NaiveDate) -> Turn {
    match place {
        Place::Give {
            occurrence,
            version,
            step: EvidenceStep::OrderDay { number },
        } => {
            let number = number.0;
            check((occurrence, version), order(number, day))
        }
        other => Turn::to(other),
    }
}

fn order(number: String, day: NaiveDate) -> Evidence {
    Evidence {
        kind: EvidenceKind::Order,
        content: number,
        dated: Some(day),
        file: String::new(),
    }
}

fn check((occurrence, version): (OccurrenceId, i64), evidence: Evidence) -> Turn {
    Turn::to(Place::Give {
        occurrence,
        version,
        step: EvidenceStep::Check { evidence },
    })
}

/// What is typed or sent while evidence is given.
pub(super) async fn typed(talk: &mut Talk<'_>, place: Place, input: Input) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Place::Give {
        occurrence,
        version,
        step,
    } = place
    else {
        return Ok(Turn::hint(tr!(locale, "hint-use-buttons")));
    };
    let place = (occurrence, version);
    let text = match input {
        Input::File(file) => {
            let name =
                typed_text::clean_line(&file.name, 100).unwrap_or_else(|_| "file".to_owned());
            return Ok(check(
                place,
                Evidence {
                    kind: EvidenceKind::File,
                    content: name,
                    dated: None,
                    file: file.file,
                },
            ));
        }
        Input::Photo { file, .. } => {
            let photo = Evidence {
                kind: EvidenceKind::Photo,
                content: String::new(),
                dated: None,
                file,
            };
            return Ok(check(place, photo));
        }
        Input::Text(text) => text,
        Input::Press(_) => return Ok(Turn::stay()),
    };
    Ok(match read(&step, &text, talk.today()) {
        Some(Ok(step)) => Turn::to(Place::Give {
            occurrence,
            version,
            step,
        }),
        Some(Err(refusal)) => Turn::hint(refusal.in_words(locale)),
        None => Turn::hint(tr!(locale, "hint-use-buttons")),
    })
}

/// Why a typed evidence is not taken.
enum Refusal {
    Text(TextProblem),
    Evidence(EvidenceProblem),
}

impl Refusal {
    fn in_words(&self, locale: Locale) -> Markup {
        match self {
            Self::Evidence(problem) => markup(locale, &format!("evidence-problem-{problem}"), &[]),
            Self::Text(TextProblem::TooLong { max, .. }) => {
                tr!(locale, "evidence-too-long", limit = *max)
            }
            Self::Text(_) => tr!(locale, "evidence-empty"),
        }
    }
}

/// The next step that a typed answer leads to; `None` where words are not wanted.
fn read(
    step: &EvidenceStep,
    text: &str,
    today: NaiveDate,
) -> Option<Result<EvidenceStep, Refusal>> {
    let line = |limit| typed_text::clean_line(text, limit).map_err(Refusal::Text);
    let checked = |evidence| EvidenceStep::Check { evidence };
    Some(match step {
        EvidenceStep::Order => {
            line(LONGEST_LINK).and_then(|line| match evidence::order(&line, today) {
                Ok((number, Some(day))) => Ok(checked(order(number, day))),
                Ok((number, None)) => Ok(EvidenceStep::OrderDay {
                    number: Typed(number),
                }),
                Err(problem) => Err(Refusal::Evidence(problem)),
            })
        }
        EvidenceStep::OrderDay { number } => line(LONGEST_LINK).and_then(|line| {
            let day = evidence::day(&line, today).map_err(Refusal::Evidence)?;
            Ok(checked(order(number.0.clone(), day)))
        }),
        EvidenceStep::Link => line(LONGEST_LINK).and_then(|line| {
            let content = evidence::link(&line).map_err(Refusal::Evidence)?;
            Ok(checked(Evidence {
                kind: EvidenceKind::Link,
                content,
                dated: None,
                file: String::new(),
            }))
        }),
        EvidenceStep::Text => typed_text::clean(text, LONGEST_TEXT)
            .map_err(Refusal::Text)
            .map(|content| {
                checked(Evidence {
                    kind: EvidenceKind::Text,
                    content,
                    dated: None,
                    file: String::new(),
                })
            }),
        EvidenceStep::Choose | EvidenceStep::File | EvidenceStep::Check { .. } => return None,
    })
}

/// Closes the row; of two devices the first one does, the second is told.
pub(super) async fn save(talk: &mut Talk<'_>, place: Place) -> anyhow::Result<Turn> {
    let Place::Give {
        occurrence: id,
        version,
        step: EvidenceStep::Check { evidence },
    } = place
    else {
        return Ok(Turn::stay());
    };
    let by = talk.person()?.id;
    let Some((occurrence, _)) = own(talk, id).await? else {
        return Ok(Turn::to(State::Home));
    };
    if !occurrences::close(talk.tx, (id, version), by, talk.now).await? {
        let next = Turn::to(Place::Card { occurrence: id });
        return Ok(if occurrence.is_open() {
            next
        } else {
            next.with_toast(already_done(talk, &occurrence)?)
        });
    }
    store::evidence::insert(talk.tx, id, &evidence, by, talk.now).await?;
    let note = tr!(talk.locale, "evidence-saved");
    Ok(list_with(talk, id).await?.with_note(note))
}
