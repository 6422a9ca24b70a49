//! One person's answers, as the curator reads them. Each look is noted.

use super::super::form::{lines, questionnaire};
use super::super::{Action, Screen, State, Talk, Turn, back, button};
use super::{BankPlace, BankView};
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::domain::questionnaire::{Answer, Answers, Question, Questionnaire};
use crate::store::{audit, people, responses};
use crate::text::{Locale, Markup, Names};
use crate::{label, tr};

/// Notes that the curator looks at somebody's data.
pub(crate) async fn note_look(talk: &mut Talk<'_>, act: &str, person: PersonId) -> anyhow::Result<()> {
    let curator = talk.person()?.id;
    audit::insert(talk.tx, Some(curator), (act, &person.to_string()), talk.now).await
}

/// The person and the answers, while both are in this bank of the curator's own organisation.
async fn find(talk: &mut Talk<'_>, place: &BankPlace, person: PersonId) -> anyhow::Result<Option<(Person, Answers)>> {
    let (organisation, year) = (talk.organisation()?.id, place.year(talk)?);
    let found = responses::find_finished(talk.tx, (organisation, year), (person, &place.questionnaire)).await?;
    Ok(match (people::find(talk.tx, person).await?, found) {
        (Some(person), Some(answers)) => Some((person, answers)),
        _ => None,
    })
}

pub(super) async fn open(talk: &mut Talk<'_>, place: BankPlace, person: PersonId) -> anyhow::Result<Turn> {
    if find(talk, &place, person).await?.is_none() {
        return Ok(Turn::stay().with_toast(label!(talk.locale, "toast-not-in-bank")));
    }
    note_look(talk, "card looked at", person).await?;
    Ok(Turn::to(State::Bank(BankPlace { view: BankView::Card { person }, ..place })))
}

pub(super) async fn show(talk: &mut Talk<'_>, place: &BankPlace, person: PersonId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let to_list = back(locale, Action::BankList);
    let Some((person, answers)) = find(talk, place, person).await? else {
        return Ok(Screen::new(tr!(locale, "toast-not-in-bank")).row([to_list]));
    };
    let form = questionnaire(&place.questionnaire)?;
    let names = lines::names(talk, [&answers]).await?;
    let shown = Markup::plain(&person.full_name)
        .bold()
        .line(&Markup::plain(&person.position))
        .paragraph(&groups(locale, form, &answers, &names));
    let papers = button(label!(locale, "button-card-consents"), Action::Papers { person: person.id });
    Ok(Screen::new(shown).row([to_list, papers]))
}

/// What everybody answers, what some add, and what only the curator sees.
fn groups(locale: Locale, form: &Questionnaire, answers: &Answers, names: &Names) -> Markup {
    let standing = form.standing(answers);
    let answered = |question: &&Question| standing.get(&question.code).is_some_and(|answer| *answer != Answer::Skipped);
    let group = |of: fn(&Question) -> bool| -> Vec<&Question> {
        form.questions.iter().filter(|question| of(question)).filter(answered).collect()
    };
    let main = group(|question| !question.private && !question.optional);
    let more = group(|question| !question.private && question.optional);
    let private = group(|question| question.private);
    [(tr!(locale, "card-main"), main), (tr!(locale, "card-more"), more), (tr!(locale, "card-private"), private)]
        .into_iter()
        .filter(|(_, questions)| !questions.is_empty())
        .map(|(title, questions)| title.bold().line(&lines::answers(locale, form, &questions, &standing, names)))
        .fold(Markup::default(), |all, group| all.paragraph(&group))
}
