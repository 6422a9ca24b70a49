//! Sending: the response enters its bank, the person gets the role.

use super::super::{State, Talk, Turn, consents};
use super::FormPlace;
use super::draft::{Draft, role};
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::store::{answers, people, responses};
use crate::text::markup;

pub(super) async fn send(talk: &mut Talk<'_>, draft: Draft) -> anyhow::Result<Turn> {
    let form = draft.form;
    let role = role(form);
    if let Some(consent) = consents::gate(talk, role, &form.code).await? {
        return Ok(Turn::to(consent));
    }
    drop_overtaken(talk, &draft).await?;
    if responses::finish(talk.tx, draft.id, talk.now).await? {
        let mut person = talk.person()?.clone();
        if !person.has(role) {
            person.roles.push(role);
            people::save(talk.tx, &person).await?;
            talk.person = Some(person);
        }
        if draft.walk.standing().choice("urgency") == Some("urgent") {
            call_curators(talk, &draft).await?;
        }
    }
    let sent = FormPlace::Sent { questionnaire: form.code.clone(), page: 0 };
    Ok(Turn::to(State::Form(sent)).with_note(markup(talk.locale, &form.finish_key(), &[])))
}

/// What is kept is what counts: answers that later ones have overtaken go, and options that are no longer offered.
async fn drop_overtaken(talk: &mut Talk<'_>, draft: &Draft) -> anyhow::Result<()> {
    let standing = draft.walk.standing();
    for (question, answer) in draft.stored().iter() {
        match standing.get(question) {
            Some(kept) if kept == answer => {}
            Some(kept) => answers::save(talk.tx, draft.id, (question, kept), talk.now).await?,
            None => answers::delete(talk.tx, draft.id, question).await?,
        }
    }
    Ok(())
}

/// The question promised that the curator hears of it at once.
async fn call_curators(talk: &mut Talk<'_>, draft: &Draft) -> anyhow::Result<()> {
    let (person, organisation) = (talk.person()?.id, talk.organisation()?.id);
    for curator in people::list(talk.tx, organisation).await? {
        if curator.has(Role::Curator) {
            let key = format!("urgent request:{}:{}", draft.id, curator.id);
            talk.notify(curator.id, &key, Notice::UrgentRequest { person }).await?;
        }
    }
    Ok(())
}
