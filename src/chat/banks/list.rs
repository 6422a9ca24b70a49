//! A bank as a list: how full it is, and who is in it.

use super::super::form::questionnaire;
use super::super::{Action, Button, Pages, Screen, Talk, button, checked, menu};
use super::{BankPlace, filter};
use crate::domain::ids::PersonId;
use crate::domain::people::short_name;
use crate::domain::questionnaire::{Bank, Question, Questionnaire};
use crate::domain::school_year::SchoolYear;
use crate::store::banks::{self, BankCount};
use crate::store::{closed_banks, people, responses};
use crate::text::{Locale, Markup, dates, label};
use crate::{label, tr};

pub(super) async fn show(talk: &mut Talk<'_>, place: &BankPlace) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let form = questionnaire(&place.questionnaire)?;
    let (organisation, year) = (talk.organisation()?.id, place.year(talk)?);
    let count = banks::count(talk.tx, organisation, year, &form.code).await?;
    let heading = heading(locale, form, count);
    let (heading, done) = match place.before {
        0 => gathered(talk, heading, form).await?,
        _ => (tr!(locale, "bank-of-year", year = year.to_string()).line(&heading), None),
    };
    let years = years(talk, place).await?;
    if count.finished == 0 {
        return Ok(Screen::new(heading.paragraph(&empty(locale, form))).row(years).row([menu(locale)]));
    }
    let found = found(talk, place).await?;
    let pages = Pages::new(&found, place.page);
    let note = match (place.filter.is_empty(), found.len()) {
        (true, _) => Markup::default(),
        (false, 0) => tr!(locale, "bank-nobody-found"),
        (false, count) => tr!(locale, "bank-found", count = count),
    };
    let people = pages.shown.iter().map(|(person, name)| button(name, Action::BankCard { person: *person }));
    Ok(Screen::new(heading.paragraph(&note))
        .grid(2, people)
        .row(pages.row(|page| Action::BankPage { page }))
        .grid(2, sieves(locale, form, place))
        .row(done)
        .row(years)
        .row([menu(locale), button(label!(locale, "button-bank-table"), Action::BankTable)]))
}

/// Whether the bank of this year is complete, and the button that says so or takes it back.
async fn gathered(
    talk: &mut Talk<'_>,
    heading: Markup,
    form: &Questionnaire,
) -> anyhow::Result<(Markup, Option<Button>)> {
    let locale = talk.locale;
    let bank = (talk.organisation()?.id, talk.organisation()?.school_year, form.code.as_str());
    Ok(match closed_banks::find(talk.tx, bank).await? {
        Some(at) => {
            let day = dates::day(locale, talk.day_of(at), talk.today());
            let on = button(label!(locale, "button-bank-on"), Action::BankDone { on: false });
            (heading.line(&tr!(locale, "bank-complete", day = day)), Some(on))
        }
        None => (heading, Some(button(label!(locale, "button-bank-complete"), Action::BankDone { on: true }))),
    })
}

/// The way to the year before, where somebody answered then, and back.
async fn years(talk: &mut Talk<'_>, place: &BankPlace) -> anyhow::Result<Vec<Button>> {
    let (organisation, year) = (talk.organisation()?.id, place.year(talk)?);
    let (earlier, later) = (SchoolYear(year.0 - 1), SchoolYear(year.0 + 1));
    let count = banks::count(talk.tx, organisation, earlier, &place.questionnaire).await?;
    let earlier = (count.finished > 0)
        .then(|| button(format!("← {earlier}"), Action::BankYear { before: place.before.saturating_add(1) }));
    let later = (place.before > 0).then(|| button(format!("{later} →"), Action::BankYear { before: place.before - 1 }));
    Ok(earlier.into_iter().chain(later).collect())
}

fn heading(locale: Locale, form: &Questionnaire, count: BankCount) -> Markup {
    let title = match form.bank {
        Bank::Mentors => tr!(locale, "bank-mentors"),
        Bank::Mentees => tr!(locale, "bank-mentees"),
    };
    let counts = tr!(locale, "bank-count", finished = count.finished, staff = count.staff, drafts = count.drafts);
    title.bold().line(&counts)
}

/// An empty bank says what to do.
fn empty(locale: Locale, form: &Questionnaire) -> Markup {
    match form.bank {
        Bank::Mentors => tr!(locale, "bank-mentors-empty"),
        Bank::Mentees => tr!(locale, "bank-mentees-empty"),
    }
}

/// Whom the filter lets through, by name.
async fn found(talk: &mut Talk<'_>, place: &BankPlace) -> anyhow::Result<Vec<(PersonId, String)>> {
    let (organisation, year) = (talk.organisation()?.id, place.year(talk)?);
    let bank = responses::list_finished(talk.tx, organisation, year, &place.questionnaire).await?;
    let paired =
        if place.filter.unpaired { banks::list_paired(talk.tx, organisation, year).await? } else { Vec::new() };
    let staff = people::list(talk.tx, organisation).await?;
    let admitted = bank
        .iter()
        .filter(|(person, answers)| place.filter.admits(*person, answers, &paired))
        .filter_map(|(person, _)| staff.iter().find(|one| one.id == *person));
    Ok(admitted.map(|person| (person.id, short_name(&person.full_name))).collect())
}

/// «Уровень: 5–9 классы», «Предмет», «Без пары».
fn sieves(locale: Locale, form: &Questionnaire, place: &BankPlace) -> Vec<Button> {
    let sieve = |question: &Question| {
        let name = label(locale, &form.label_key(question), &[]);
        let chosen = place.filter.options.get(&question.code);
        let option = chosen.and_then(|code| question.options().iter().find(|option| option.code == *code));
        let text =
            option.map_or_else(|| format!("{name} ▾"), |option| checked(true, &label(locale, &option.text_key, &[])));
        button(text, Action::BankSieve { question: question.code.clone() })
    };
    let unpaired = place.filter.unpaired;
    let pairs =
        button(checked(unpaired, &label!(locale, "button-bank-unpaired")), Action::BankUnpaired { on: !unpaired });
    filter::sieves(form).map(sieve).chain([pairs]).collect()
}
