//! One row: what it says, how it was understood, who does it.

use super::review::undo;
use super::{own_row, words};
use crate::chat::evidence::{binding_summary, steps_block};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::ActivityId;
use crate::domain::people::Person;
use crate::domain::roadmap::activity::{Activity, Question, TermChoice};
use crate::domain::roadmap::binding;
use crate::domain::roadmap::changes::{Cells, Original, Part};
use crate::domain::roadmap::duty::PairedMentors;
use crate::domain::roadmap::pair_end;
use crate::store::occurrences::Occurrence;
use crate::store::{bindings, occurrences, originals, pairs, people};
use crate::text::{Locale, Markup, dates, row_question};
use crate::{label, tr};
use chrono::NaiveDate;

/// Occurrences that a card lists one by one.
const LISTED: usize = 12;

/// `can_undo` after a change that can be taken back.
pub(super) async fn show(talk: &mut Talk<'_>, activity: ActivityId, can_undo: bool) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(words::row_gone(locale));
    };
    let staff = people::list(talk.tx, organisation).await?;
    let paired = pairs::mentors(talk.tx, organisation, year).await?;
    let existing = occurrences::list_of(talk.tx, activity).await?;
    let chosen = bindings::list_of(talk.tx, activity).await?;
    let waits = binding_summary(locale, &row, &row.bound(&chosen, binding::shipped()));
    let calendar = &talk.calendar().await?;
    let original = originals::find(talk.tx, activity).await?;
    let text = text(locale, (&row, calendar), original.as_ref(), (&staff, &paired))
        .paragraph(&original_words(locale, &row, original.as_ref()))
        .paragraph(&states(locale, &existing, talk.today()))
        .line(&waits)
        .paragraph(&programmes(talk, &row).await?);
    let (steps, all_steps) = steps_block(talk, (activity, None)).await?;
    let text = text.paragraph(&steps);
    let mut screen = Screen::new(text).row(can_undo.then(|| undo(locale)));
    if let Some(Question::Term(_)) = row.term_question(calendar)
        && understood_despite_doubt(&row, calendar)
    {
        let confirm = Action::RoadMapTermConfirm { activity, version: row.version };
        screen = screen.row([button(label!(locale, "button-road-map-confirm"), confirm)]);
    }
    screen = screen.row([
        button(label!(locale, "button-road-map-term"), Action::RoadMapTerm),
        button(label!(locale, "button-road-map-duty"), Action::RoadMapDuty { people: 0 }),
    ]);
    let without = (row.term_choice != TermChoice::Without).then(|| {
        let without = Action::RoadMapTermWithout { activity, version: row.version };
        button(label!(locale, "button-road-map-without"), without)
    });
    let edit = button(label!(locale, "button-review-edit"), Action::RoadMapEdit);
    let itself = button(label!(locale, "button-binding"), Action::BindingOpen { activity, item: 0 });
    Ok(screen.row([edit].into_iter().chain(without)).row(all_steps).row([back(locale, Action::RoadMapBack), itself]))
}

/// What the document said in the parts that were rewritten since.
fn original_words(locale: Locale, row: &Activity, original: Option<&Original>) -> Markup {
    let Some(original) = original else {
        return Markup::default();
    };
    if original.is_by_hand() {
        return tr!(locale, "review-row-by-hand");
    }
    let (said, now) = (&original.cells, Cells::of(row));
    let rewritten = |part: &Part| *part != Part::Term && said.get(*part) != now.get(*part);
    Part::ALL.iter().copied().filter(rewritten).fold(Markup::default(), |text, part| {
        let name = crate::text::label(locale, &format!("review-column-{part}"), &[]);
        let written = or_dash(&said.get(part).replace('\n', " "));
        text.line(&tr!(locale, "review-row-original", part = name, written = written))
    })
}

/// «Пары работают с 2 сентября по 31 мая», on a row that goes on as long as their programmes.
async fn programmes(talk: &mut Talk<'_>, row: &Activity) -> anyhow::Result<Markup> {
    if !row.spans_programmes() {
        return Ok(Markup::default());
    }
    let all = pairs::list(talk.tx, row.organisation, row.school_year).await?;
    let span = pair_end::span(all.iter().map(|record| &record.pair), row.school_year);
    let day = |day| dates::day(talk.locale, day, talk.today());
    Ok(span.map_or_else(Markup::default, |span| {
        tr!(talk.locale, "road-map-card-programmes", first = day(span.first), last = day(span.last))
    }))
}

/// Whether there are days to say yes to.
pub(super) fn understood_despite_doubt(row: &Activity, calendar: &WorkingDays) -> bool {
    let settled = Activity { term_choice: TermChoice::Confirmed, ..row.clone() };
    settled.term_question(calendar).is_none() && !settled.planned(calendar).is_empty()
}

/// The whole row in words.
pub(super) fn text(
    locale: Locale,
    (row, calendar): (&Activity, &WorkingDays),
    original: Option<&Original>,
    (staff, paired): (&[Person], &PairedMentors),
) -> Markup {
    let asked = row.question(calendar);
    let people_asked = asked == Some(Question::Responsible);
    let mut text = words::row_text(row);
    text = text.paragraph(&term(locale, row, calendar));
    let (written, people) = (or_dash(&row.responsible_text), words::people(locale, row, staff, paired));
    let is_documents = original.is_none_or(|original| original.cells.responsible == row.responsible_text);
    text = text.paragraph(&if is_documents {
        tr!(locale, "road-map-card-people", written = written, people = people)
    } else {
        tr!(locale, "review-card-people", written = written, people = people)
    });
    if people_asked {
        text = text.line(&tr!(locale, "road-map-question-responsible"));
    }
    for post in row.duty.vacant(&row.responsible_text, staff) {
        let post = label(locale, post.code());
        text = text.line(&tr!(locale, "road-map-vacant", post = post));
    }
    if row.result.is_empty() {
        text
    } else {
        text.paragraph(&tr!(locale, "road-map-card-result", result = words::short(&row.result, 400)))
    }
}

/// The name of a post: «директор».
pub(super) fn label(locale: Locale, post: &str) -> String {
    crate::text::label(locale, &format!("responsible-role-{post}"), &[])
}

fn term(locale: Locale, row: &Activity, calendar: &WorkingDays) -> Markup {
    let written = tr!(locale, "road-map-card-term", written = or_dash(&row.term_text));
    let own =
        if row.term_own.is_empty() { Markup::default() } else { tr!(locale, "road-map-card-own", own = &row.term_own) };
    let understood = match row.term_question(calendar) {
        Some(question) => tr!(locale, "road-map-card-asked", question = row_question(locale, question)),
        None if row.term_choice == TermChoice::Without => tr!(locale, "road-map-card-without"),
        None => tr!(locale, "road-map-card-understood", understood = words::understood(locale, row, calendar)),
    };
    let proposed = match row.term_question(calendar) {
        Some(Question::Term(_)) if understood_despite_doubt(row, calendar) => {
            let settled = Activity { term_choice: TermChoice::Confirmed, ..row.clone() };
            tr!(locale, "road-map-card-proposed", understood = words::understood(locale, &settled, calendar))
        }
        _ => Markup::default(),
    };
    written.line(&own).line(&understood).line(&proposed)
}

fn or_dash(text: &str) -> String {
    if text.trim().is_empty() { "—".to_owned() } else { words::verbatim(text, 300) }
}

/// What became of the row's days: «✓ 30 сентября, ○ 30 октября».
fn states(locale: Locale, existing: &[Occurrence], today: NaiveDate) -> Markup {
    if existing.is_empty() {
        return Markup::default();
    }
    let sign = |one: &Occurrence| match (one.is_open(), one.is_late(today)) {
        (false, _) => "✓",
        (true, true) => "❗",
        (true, false) => "○",
    };
    let day = |one: &Occurrence| format!("{} {}", sign(one), dates::day(locale, one.due, today));
    let mut days: Vec<String> = existing.iter().take(LISTED).map(day).collect();
    if existing.len() > LISTED {
        days.push("…".to_owned());
    }
    Markup::plain(&days.join(", "))
}
