//! Choosing colleagues by name: pages, and a search by typing.

use super::super::staff_page::{self, Matches};
use super::super::{Action, Button, Pages, Screen, Talk, button, checked};
use super::Asked;
use super::typed::folded;
use crate::domain::ids::PersonId;
use crate::domain::people::{Person, short_name};
use crate::domain::questionnaire::Answer;
use crate::store::people;
use crate::store::staff_pages::{self, StaffPart};
use crate::text::Names;
use crate::{label, tr};
use std::collections::{BTreeSet, HashMap};

/// Whether somebody is a colleague who may be named: on the same staff list, and not the asker.
pub(super) async fn may_be_named(talk: &mut Talk<'_>, person: PersonId) -> anyhow::Result<bool> {
    let (me, organisation) = (talk.person()?.id, talk.organisation()?.id);
    let found = people::find(talk.tx, person).await?;
    Ok(found.is_some_and(|found| found.organisation == organisation && found.id != me))
}

/// Puts the colleagues under the question, those chosen already marked and named in the text.
pub(super) async fn list(
    talk: &mut Talk<'_>,
    screen: Screen,
    asked: &Asked,
    answer: Option<&Answer>,
) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (me, organisation) = (talk.person()?.id, talk.organisation()?.id);
    let colleagues = StaffPart::ColleaguesOf(organisation, me);
    let typed = folded(&asked.search.0);
    let begins = |name: &str| matches(name, &typed);
    let sought = (!typed.is_empty()).then_some(&begins as Matches<'_>);
    let (shown, count) = staff_page::read(talk, colleagues, sought, asked.page).await?;
    let chosen: &[PersonId] = match answer {
        Some(Answer::Person(people)) => people,
        _ => &[],
    };
    let marked: Vec<Person> = people::list_by_ids(talk.tx, chosen).await?.into_iter().map(|one| one.person).collect();
    let names = Names::of(&marked);
    let labels = labels(talk, colleagues, &shown).await?;
    let pages = Pages::part(&shown, count, asked.page);
    let choices = pages.shown.iter().map(|person| choice(person, &labels, chosen));
    let everybody = (!typed.is_empty()).then(|| button(label!(locale, "button-form-everybody"), Action::FormEverybody));
    let screen = match (typed.is_empty(), count) {
        (true, 0) => screen.below(&tr!(locale, "form-no-colleagues")),
        (true, _) => screen.below(&tr!(locale, "form-search-by-name")),
        (false, 0) => screen.below(&tr!(locale, "form-found-nobody", name = &asked.search.0)),
        (false, count) => screen.below(&tr!(locale, "form-found", name = &asked.search.0, count = count)),
    };
    let screen = match chosen {
        [] => screen,
        chosen => screen.below(&tr!(locale, "form-chosen", names = names.list(locale, chosen))),
    };
    Ok(screen.grid(1, choices).row(pages.row(|page| Action::FormColleagues { page })).row(everybody))
}

fn choice(person: &Person, labels: &HashMap<PersonId, String>, chosen: &[PersonId]) -> Button {
    let on = chosen.contains(&person.id);
    let name = labels.get(&person.id).map_or(person.full_name.as_str(), String::as_str);
    button(checked(on, name), Action::FormColleague { person: person.id, on: !on })
}

/// Short names, and full ones where two short ones of the whole list are the same.
async fn labels(
    talk: &mut Talk<'_>,
    colleagues: StaffPart,
    shown: &[Person],
) -> anyhow::Result<HashMap<PersonId, String>> {
    let surname = |person: &Person| person.full_name.split_whitespace().next().unwrap_or_default().to_owned();
    let mut times: HashMap<String, usize> = HashMap::new();
    let surnames: Vec<String> = shown.iter().map(surname).collect::<BTreeSet<_>>().into_iter().collect();
    for full_name in staff_pages::namesakes(talk.tx, colleagues, &surnames).await? {
        *times.entry(short_name(&full_name)).or_default() += 1;
    }
    let label = |person: &Person| {
        let short = short_name(&person.full_name);
        if times.get(&short) == Some(&1) { short } else { person.full_name.clone() }
    };
    Ok(shown.iter().map(|person| (person.id, label(person))).collect())
}

/// Whether each word that was typed begins a word of the name.
fn matches(name: &str, sought: &str) -> bool {
    let name = folded(name);
    sought.split(' ').all(|word| name.split(' ').any(|part| part.starts_with(word)))
}
