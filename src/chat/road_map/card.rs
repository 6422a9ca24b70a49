//! One row: what it says, how it was understood, who does it.

use super::{own_row, words};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::ActivityId;
use crate::domain::people::Person;
use crate::domain::roadmap::activity::{Activity, Question, TermChoice};
use crate::domain::roadmap::duty::PairedMentors;
use crate::store::occurrences::Occurrence;
use crate::store::{occurrences, pairs, people};
use crate::text::{Locale, Markup, dates};
use crate::{label, tr};
use chrono::NaiveDate;

/// Occurrences that a card lists one by one.
const LISTED: usize = 12;

pub(super) async fn show(talk: &mut Talk<'_>, activity: ActivityId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(row) = own_row(talk, activity).await? else {
        return Ok(Screen::new(tr!(locale, "road-map-row-gone")).row([back(locale, Action::RoadMapBack)]));
    };
    let staff = people::list(talk.tx, organisation).await?;
    let paired = pairs::mentors(talk.tx, organisation, year).await?;
    let existing = occurrences::list_of(talk.tx, activity).await?;
    let calendar = &talk.calendar().await?;
    let text = text(locale, (&row, calendar), (&staff, &paired)).paragraph(&states(locale, &existing, talk.today()));
    let mut screen = Screen::new(text);
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
    Ok(screen.row([back(locale, Action::RoadMapBack)].into_iter().chain(without)))
}

/// Whether there are days to say yes to.
fn understood_despite_doubt(row: &Activity, calendar: &WorkingDays) -> bool {
    let settled = Activity { term_choice: TermChoice::Confirmed, ..row.clone() };
    settled.term_question(calendar).is_none() && !settled.planned(calendar).is_empty()
}

/// The whole row in words.
pub(super) fn text(
    locale: Locale,
    (row, calendar): (&Activity, &WorkingDays),
    (staff, paired): (&[Person], &PairedMentors),
) -> Markup {
    let asked = row.question(calendar);
    let people_asked = asked == Some(Question::Responsible);
    let mut text = words::row_text(row);
    text = text.paragraph(&term(locale, row, calendar));
    text = text.paragraph(&tr!(
        locale,
        "road-map-card-people",
        written = or_dash(&row.responsible_text),
        people = words::people(locale, row, staff, paired),
    ));
    if people_asked {
        text = text.line(&tr!(locale, "road-map-question-responsible"));
    }
    for post in row.duty.vacant(staff) {
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
        Some(question) => tr!(locale, "road-map-card-asked", question = words::question(locale, question)),
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
    if text.trim().is_empty() { "—".to_owned() } else { words::short(text, 300) }
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
