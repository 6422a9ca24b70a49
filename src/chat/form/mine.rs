//! What one has sent: to look at, to correct or to take back, until a pair is made.

use super::super::{Action, Button, Pages, Screen, State, Talk, Turn, back, button, menu};
use super::draft::{questionnaire, role};
use super::{FormPlace, lines};
use crate::domain::questionnaire::Questionnaire;
use crate::store::responses::{self, Response, ResponseState};
use crate::store::{answers, people};
use crate::text::{Markup, dates, markup};
use crate::{label, tr};

/// The asker's own finished response.
async fn finished(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Option<Response>> {
    let (person, year) = (talk.person()?.id, talk.organisation()?.school_year);
    let mine = responses::list_of(talk.tx, person, year).await?;
    Ok(mine.into_iter().find(|response| response.questionnaire == code && response.state == ResponseState::Finished))
}

/// Whether a pair stands in the way of changing anything.
async fn paired(talk: &mut Talk<'_>) -> anyhow::Result<bool> {
    let (person, year) = (talk.person()?.id, talk.organisation()?.school_year);
    responses::is_paired(talk.tx, person, year).await
}

pub(super) async fn show(talk: &mut Talk<'_>, code: &str, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(response) = finished(talk, code).await? else {
        return Ok(super::gone(talk));
    };
    let form = questionnaire(code)?;
    let names = lines::names(talk, [&response.answers]).await?;
    let asked = form.asked(&response.answers);
    let pages = Pages::new(&asked, page);
    let paired = paired(talk).await?;
    let shown = heading(talk, form, &response)
        .paragraph(&lines::answers(locale, form, pages.shown, &response.answers, &names))
        .paragraph(&if paired { tr!(locale, "form-sent-paired") } else { tr!(locale, "form-sent-change") });
    let turn_page = |page| Action::FormSent { questionnaire: code.to_owned(), page };
    let change: Vec<Button> = if paired {
        Vec::new()
    } else {
        vec![
            button(label!(locale, "button-form-withdraw"), Action::FormWithdraw),
            button(label!(locale, "button-form-correct"), Action::FormCorrect),
        ]
    };
    Ok(Screen::new(shown).row(pages.row(turn_page)).row(change).row([menu(locale)]))
}

fn heading(talk: &Talk<'_>, form: &Questionnaire, response: &Response) -> Markup {
    let locale = talk.locale;
    let day = response.finished_at.map(|sent| dates::day(locale, talk.day_of(sent), talk.today()));
    tr!(locale, "form-sent", title = markup(locale, &form.title_key(), &[]), day = day.unwrap_or_default())
}

/// Opens what was sent once more; until it is sent again the curator does not see it.
pub(super) async fn correct(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Turn> {
    let Some(response) = finished(talk, code).await? else {
        return Ok(Turn::stay());
    };
    if paired(talk).await? {
        return Ok(Turn::stay());
    }
    let owner = (talk.organisation()?.id, talk.organisation()?.school_year);
    let now = talk.now;
    let response = responses::open(talk.tx, owner, (response.person, code), now).await?;
    Ok(Turn::to(State::Form(FormPlace::Review { response, page: 0 })).with_note(tr!(talk.locale, "form-opened-again")))
}

pub(super) fn show_withdraw(talk: &Talk<'_>, code: &str) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let title = markup(locale, &questionnaire(code)?.title_key(), &[]);
    let stay = Action::FormSent { questionnaire: code.to_owned(), page: 0 };
    Ok(Screen::new(tr!(locale, "form-withdraw", title = title))
        .row([back(locale, stay), button(label!(locale, "button-form-withdraw-sure"), Action::FormWithdrawn)]))
}

pub(super) async fn withdraw(talk: &mut Talk<'_>, code: &str) -> anyhow::Result<Turn> {
    let Some(response) = finished(talk, code).await? else {
        return Ok(Turn::stay());
    };
    if paired(talk).await? {
        return Ok(Turn::to(State::Form(FormPlace::Sent { questionnaire: code.to_owned(), page: 0 })));
    }
    take_out(talk, &response).await?;
    Ok(Turn::to(State::Home).with_note(tr!(talk.locale, "form-withdrawn")))
}

/// Out of the bank, the answers deleted, the role gone unless a pair holds it.
async fn take_out(talk: &mut Talk<'_>, response: &Response) -> anyhow::Result<()> {
    responses::withdraw(talk.tx, response.id, talk.now).await?;
    answers::delete_all(talk.tx, response.id).await?;
    let role = role(questionnaire(&response.questionnaire)?);
    let mut person = talk.person()?.clone();
    if person.has(role) && !paired(talk).await? {
        person.roles.retain(|held| *held != role);
        people::save(talk.tx, &person).await?;
        talk.person = Some(person);
    }
    Ok(())
}

/// Takes back everything the asker has ever answered.
pub(crate) async fn forget(talk: &mut Talk<'_>) -> anyhow::Result<()> {
    let person = talk.person()?.id;
    for response in responses::list_all(talk.tx, person).await? {
        take_out(talk, &response).await?;
    }
    Ok(())
}
