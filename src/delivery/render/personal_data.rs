//! What is kept about a person as a document, and what the curator must hear about a person's answers.

use super::{Facts, Rendered};
use crate::chat::{Action, Screen, button};
use crate::domain::consent::ConsentKind;
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::domain::questionnaire::Questionnaires;
use crate::files::safe_name;
use crate::messenger::Attachment;
use crate::store::consents::{self, Consent};
use crate::store::organisations::{self, Organisation};
use crate::store::responses::{self, Response, ResponseState};
use crate::store::{accounts, banks, people};
use crate::text::{Locale, Names, Sheet, answer_in_words, dates, label};
use crate::{label, tr};
use anyhow::anyhow;
use std::fmt::Write;

/// Everything kept about the person behind this chat, as a text that anybody can open.
pub(super) async fn document(facts: &mut Facts<'_>, person: PersonId) -> anyhow::Result<Rendered> {
    let account = accounts::find(facts.db, facts.chat).await?;
    let own = account.and_then(|account| account.person) == Some(person.0);
    let (true, Some(person)) = (own, people::find(facts.db, person).await?) else {
        return Ok(None);
    };
    let locale = facts.locale;
    let organisation = organisations::get(facts.db, person.organisation).await?;
    let names = Names::of(&people::list(facts.db, organisation.id).await?);
    let mut text = about(locale, &person, &organisation);
    for consent in consents::list(facts.db, person.id).await? {
        writeln!(text, "{}", consent_line(locale, &consent, &organisation))?;
    }
    for response in responses::list_all(facts.db, person.id).await? {
        write!(text, "\n{}", response_lines(locale, &response, &names)?)?;
    }
    for (year, partner) in banks::list_partners(facts.db, person.id).await? {
        let partner = names.list(locale, &[partner]);
        writeln!(text, "\n{}", label!(locale, "my-data-pair", year = year.to_string(), name = partner))?;
    }
    let name = safe_name(&label!(locale, "my-data-file"), "txt");
    // The mark at the start makes old Windows programs read Cyrillic.
    let bytes = format!("\u{feff}{text}").replace('\n', "\r\n").into_bytes();
    let sheet = Sheet { text: tr!(locale, "my-data-document"), ..Sheet::default() };
    Ok(Some((sheet, Some(Attachment::Document { name, bytes }))))
}

fn about(locale: Locale, person: &Person, organisation: &Organisation) -> String {
    let roles: Vec<_> = person.roles.iter().map(|role| label(locale, &format!("role-{role}"), &[])).collect();
    let lines = [
        label!(locale, "my-data-name", name = &person.full_name),
        label!(locale, "my-data-position", position = &person.position),
        label!(locale, "my-data-roles", roles = roles.join(", ")),
        label!(locale, "my-data-organisation", organisation = &organisation.name),
    ];
    format!("{}\n\n{}\n", lines.join("\n"), label!(locale, "my-data-consents-heading"))
}

fn consent_line(locale: Locale, consent: &Consent, organisation: &Organisation) -> String {
    let title = label(locale, &format!("consent-{}-title", consent.record.kind), &[]);
    let day = dates::short(consent.record.at.with_timezone(&organisation.zone).date_naive());
    let decision = label(locale, &format!("consent-decision-{}", consent.record.decision), &[]);
    format!("{day} · {title} ({}) · {decision}", consent.record.version)
}

fn response_lines(locale: Locale, response: &Response, names: &Names) -> anyhow::Result<String> {
    let all = Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?;
    let Some(form) = all.get(&response.questionnaire) else {
        return Ok(String::new());
    };
    let state = match response.state {
        ResponseState::Draft => label!(locale, "my-data-state-draft"),
        ResponseState::Finished => label!(locale, "my-data-state-finished"),
        ResponseState::Withdrawn => label!(locale, "my-data-state-withdrawn"),
    };
    let mut text = format!("{} · {state}\n", label(locale, &form.title_key(), &[]));
    for question in &form.questions {
        let answer = response.answers.get(&question.code);
        let words = answer.map(|answer| answer_in_words(locale, question, answer, names));
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            writeln!(text, "{}: {words}", label(locale, &form.label_key(question), &[]))?;
        }
    }
    Ok(text)
}

/// To the curator: a consent was taken back; obsolete when it was given again meanwhile.
pub(super) async fn withdrawn(facts: &mut Facts<'_>, person: PersonId, kind: ConsentKind) -> anyhow::Result<Rendered> {
    let latest = consents::find_latest(facts.db, person, kind).await?;
    let Some(person) = people::find(facts.db, person).await?.filter(|_| latest.is_some_and(|c| !c.is_given())) else {
        return Ok(None);
    };
    let locale = facts.locale;
    let title = label(locale, &format!("consent-{kind}-title"), &[]);
    let effect = label(locale, &format!("consent-{kind}-curator"), &[]);
    let text = tr!(locale, "notice-consent-withdrawn", name = &person.full_name, title = title, effect = effect);
    Ok(Some((Sheet { text, ..Sheet::default() }, None)))
}

/// To the curator: a mentee needs help now; obsolete when the request was taken back or is no longer urgent.
pub(super) async fn urgent(facts: &mut Facts<'_>, person: PersonId) -> anyhow::Result<Rendered> {
    let Some(person) = people::find(facts.db, person).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, person.organisation).await?;
    let year = organisation.school_year;
    let found = responses::find_finished(facts.db, (organisation.id, year), (person.id, "mentee")).await?;
    let urgent = found.is_some_and(|answers| answers.choice("urgency") == Some("urgent"));
    if !urgent {
        return Ok(None);
    }
    let locale = facts.locale;
    let open = button(label!(locale, "button-bank-mentees"), Action::BankOpen { questionnaire: "mentee".to_owned() });
    let text = tr!(locale, "notice-urgent-request", name = &person.full_name);
    Ok(Some((Screen::new(text).row([open]).into_sheet(0), None)))
}
