//! Banks as tables, what is kept about a person as a document, and what the curator must know about answers.

use super::{Facts, Rendered, is_curators};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::Person;
use crate::domain::questionnaire::{Answers, Bank, Questionnaire, Questionnaires};
use crate::domain::school_year::SchoolYear;
use crate::files::{bank::write_bank, safe_name};
use crate::messenger::Attachment;
use crate::store::{organisations, people, responses};
use crate::text::{Locale, Names, Sheet, answer_in_words, dates, label};
use crate::{label, tr};
use anyhow::anyhow;

fn questionnaire(code: &str) -> anyhow::Result<Option<&'static Questionnaire>> {
    let all = Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?;
    Ok(all.get(code))
}

/// A bank as an XLSX document, all answers included, for the curator only.
pub(super) async fn table(
    facts: &mut Facts<'_>,
    organisation: OrganisationId,
    (code, before): (&str, u8),
) -> anyhow::Result<Rendered> {
    let (Some(form), true) = (questionnaire(code)?, is_curators(facts, organisation).await?) else {
        return Ok(None);
    };
    let locale = facts.locale;
    let organisation = organisations::get(facts.db, organisation).await?;
    let staff = people::list(facts.db, organisation.id).await?;
    let year = SchoolYear(organisation.school_year.0 - i32::from(before));
    let bank = responses::list_finished(facts.db, organisation.id, year, code).await?;
    let count = bank.len();
    let title = title(locale, form, year);
    let made = dates::full(locale, organisation.today(facts.now));
    let generated = label!(locale, "bank-table-made", organisation = &organisation.name, day = made, count = count);
    let columns = columns(locale, form);
    let rows = rows(locale, form, &staff, &bank);
    let name = safe_name(&title, "xlsx");
    // Making the file keeps the processor busy.
    let written = tokio::task::spawn_blocking(move || write_bank(&title, &generated, &columns, &rows));
    let bytes = written.await??;
    let text = tr!(locale, "bank-table", count = count);
    Ok(Some((Sheet { text, ..Sheet::default() }, Some(Attachment::Document { name, bytes }))))
}

fn title(locale: Locale, form: &Questionnaire, year: SchoolYear) -> String {
    let bank = match form.bank {
        Bank::Mentors => label!(locale, "bank-mentors"),
        Bank::Mentees => label!(locale, "bank-mentees"),
    };
    format!("{bank} {year}")
}

fn columns(locale: Locale, form: &Questionnaire) -> Vec<String> {
    let who = [label!(locale, "bank-column-name"), label!(locale, "bank-column-position")];
    let questions = form.questions.iter().map(|question| label(locale, &form.label_key(question), &[]));
    who.into_iter().chain(questions).collect()
}

fn rows(locale: Locale, form: &Questionnaire, staff: &[Person], bank: &[(PersonId, Answers)]) -> Vec<Vec<String>> {
    if bank.is_empty() {
        return vec![vec![label!(locale, "bank-table-empty")]];
    }
    let names = Names::of(staff);
    let row = |(id, answers): &(PersonId, Answers)| {
        let person = staff.iter().find(|person| person.id == *id)?;
        let standing = form.standing(answers);
        let cells = form.questions.iter().map(|question| {
            let answer = standing.get(&question.code);
            answer.map(|answer| answer_in_words(locale, question, answer, &names)).unwrap_or_default()
        });
        Some([person.full_name.clone(), person.position.clone()].into_iter().chain(cells).collect())
    };
    bank.iter().filter_map(row).collect()
}
