//! Sifting a bank: by level, subject, topic, and by who has no pair.

use super::super::form::questionnaire;
use super::super::{Action, Screen, Talk, back, button, checked};
use super::BankPlace;
use crate::domain::ids::PersonId;
use crate::domain::questionnaire::{Answers, Bank, Question, Questionnaire};
use crate::store::responses;
use crate::text::{label, markup};
use crate::{label, tr};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who is shown: all conditions hold at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filter {
    /// By question: the option that must have been chosen.
    pub options: BTreeMap<String, String>,
    pub unpaired: bool,
}

impl Filter {
    pub(super) fn is_empty(&self) -> bool {
        self.options.is_empty() && !self.unpaired
    }

    pub(super) fn admits(&self, person: PersonId, answers: &Answers, paired: &[PersonId]) -> bool {
        self.options.iter().all(|(question, option)| answers.chose(question, option))
            && !(self.unpaired && paired.contains(&person))
    }
}

/// The questions by which a bank is sifted: level, subject, topic.
pub(super) fn sieves(form: &Questionnaire) -> impl Iterator<Item = &Question> {
    let topic = match form.bank {
        Bank::Mentors => "helps_with",
        Bank::Mentees => "difficulties",
    };
    ["levels", "subjects", topic].into_iter().filter_map(|code| form.question(code))
}

/// The options that somebody in the bank chose, with how many did.
pub(super) async fn show(talk: &mut Talk<'_>, place: &BankPlace, question: &str) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let form = questionnaire(&place.questionnaire)?;
    let to_list = back(locale, Action::BankList);
    let Some(question) = sieves(form).find(|sieve| sieve.code == question) else {
        return Ok(Screen::new(tr!(locale, "bank-sieve-gone")).row([to_list]));
    };
    let (organisation, year) = (talk.organisation()?.id, place.year(talk)?);
    let bank = responses::list_finished(talk.tx, organisation, year, &form.code).await?;
    let chosen = place.filter.options.get(&question.code);
    let options = question.options().iter().filter_map(|option| {
        let count = bank.iter().filter(|(_, answers)| answers.chose(&question.code, &option.code)).count();
        let on = chosen == Some(&option.code);
        let text = format!("{} · {count}", label(locale, &option.text_key, &[]));
        (count > 0 || on).then(|| button(checked(on, &text), Action::BankSift { option: option.code.clone() }))
    });
    let title = markup(locale, &form.label_key(question), &[]);
    Ok(Screen::new(tr!(locale, "bank-sieve", title = title))
        .grid(2, options)
        .row([to_list, button(label!(locale, "button-bank-any"), Action::BankAll)]))
}
