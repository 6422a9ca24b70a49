//! Vacations: all of them, and one that is asked.

use super::home::days;
use super::{Place, change, settings};
use crate::chat::{Action, Screen, Talk, Turn, back, button};
use crate::domain::calendar::{CalendarSettings, Span, VacationKind, offered, read_span};
use crate::text::{self, Locale, Markup};
use crate::{label, tr};

pub(super) async fn list(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year;
    let (settings, _) = settings(talk).await?;
    let title = tr!(locale, "calendar-vacations-title", year = year.to_string()).bold();
    let lines = VacationKind::ALL.iter().fold(Markup::default(), |lines, kind| {
        lines.line(&match settings.vacations.of(year, *kind) {
            Some(span) => tr!(locale, "calendar-vacation-line", name = name(locale, *kind), days = days(locale, span)),
            None => tr!(locale, "calendar-vacation-line-none", name = name(locale, *kind)),
        })
    });
    let text = title.paragraph(&lines).paragraph(&tr!(locale, "calendar-vacations-hint"));
    let kinds =
        VacationKind::ALL.iter().map(|kind| button(name(locale, *kind), Action::CalendarVacation { kind: *kind }));
    Ok(Screen::new(text).grid(2, kinds).row([back(locale, Action::CalendarBack)]))
}

fn name(locale: Locale, kind: VacationKind) -> String {
    text::label(locale, &format!("vacation-{kind}"), &[])
}

pub(super) async fn ask(talk: &mut Talk<'_>, kind: VacationKind) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year;
    let (settings, _) = settings(talk).await?;
    let now = settings.vacations.of(year, kind);
    let offer = offered(year, kind).filter(|(span, _)| Some(*span) != now);
    let mut text = text::markup(locale, &format!("calendar-vacation-ask-{kind}"), &[]).bold();
    if let Some(span) = now {
        text = text.paragraph(&tr!(locale, "calendar-vacation-now", days = days(locale, span)));
    }
    if let Some((span, published)) = offer {
        let days = days(locale, span);
        text = text.paragraph(&if published {
            tr!(locale, "calendar-vacation-published", days = days)
        } else {
            tr!(locale, "calendar-vacation-usual", days = days)
        });
    }
    text = text.paragraph(&tr!(locale, "calendar-vacation-how", example = example(talk, kind)));
    let take = offer.map(|(span, _)| {
        button(label!(locale, "button-calendar-take", days = days(locale, span)), Action::CalendarOffered { kind })
    });
    let forget = now.map(|_| button(label!(locale, "button-calendar-forget"), Action::CalendarForget { kind }));
    Ok(Screen::new(text).row(take).row([back(locale, Action::CalendarBack)].into_iter().chain(forget)))
}

/// How the days can be written: «с 25 октября по 2 ноября».
fn example(talk: &Talk<'_>, kind: VacationKind) -> String {
    let year = talk.organisation.as_ref().map(|organisation| organisation.school_year);
    let span = year.and_then(|year| offered(year, kind)).map(|(span, _)| span);
    span.map(|span| days(talk.locale, span)).unwrap_or_default()
}

pub(super) async fn take(talk: &mut Talk<'_>, kind: VacationKind, text: &str) -> anyhow::Result<Turn> {
    let year = talk.organisation()?.school_year;
    match read_span(text, year) {
        Some(span) => set(talk, kind, span).await,
        None => Ok(Turn::hint(tr!(talk.locale, "calendar-vacation-bad", example = example(talk, kind)))),
    }
}

pub(super) async fn take_offered(talk: &mut Talk<'_>, kind: VacationKind) -> anyhow::Result<Turn> {
    let year = talk.organisation()?.school_year;
    match offered(year, kind) {
        Some((span, _)) => set(talk, kind, span).await,
        None => Ok(Turn::stay()),
    }
}

async fn set(talk: &mut Talk<'_>, kind: VacationKind, span: Span) -> anyhow::Result<Turn> {
    let year = talk.organisation()?.school_year;
    let (mut settings, seen) = settings(talk).await?;
    if let Err(problem) = settings.vacations.set(year, kind, span) {
        let key = format!("calendar-vacation-problem-{problem}");
        return Ok(Turn::hint(text::markup(talk.locale, &key, &[("year", year.to_string().into())])));
    }
    keep(talk, (settings, seen)).await
}

pub(super) async fn forget(talk: &mut Talk<'_>, kind: VacationKind) -> anyhow::Result<Turn> {
    let year = talk.organisation()?.school_year;
    let (mut settings, seen) = settings(talk).await?;
    settings.vacations.remove(year, kind);
    keep(talk, (settings, seen)).await
}

async fn keep(talk: &mut Talk<'_>, settings: (CalendarSettings, i64)) -> anyhow::Result<Turn> {
    change::propose(talk, Place::Vacations, settings).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{SchoolWeek, Summer, VacationProblem};

    #[test]
    fn every_computed_sentence_exists() {
        let computed = (VacationKind::ALL.iter().map(|one| format!("vacation-{one}")))
            .chain(VacationKind::ALL.iter().map(|one| format!("calendar-vacation-ask-{one}")))
            .chain(VacationProblem::ALL.iter().map(|one| format!("calendar-vacation-problem-{one}")))
            .chain(SchoolWeek::ALL.iter().map(|one| format!("calendar-week-{one}")))
            .chain(Summer::ALL.iter().map(|one| format!("calendar-summer-{one}")))
            .chain(["on", "off"].map(|one| format!("calendar-quiet-{one}")))
            .chain((1..=7).map(|day| format!("weekday-name-{day}")));
        for key in computed {
            for locale in Locale::ALL {
                assert!(crate::text::keys(*locale)(&key), "{key} in {locale}");
            }
        }
    }
}
