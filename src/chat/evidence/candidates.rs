//! To whom a row can be given: candidates by post, by how much they have to do already, and whether they can be told.

use crate::chat::road_map::Answerer;
use crate::chat::screen::{Button, button};
use crate::chat::{Action, Talk};
use crate::domain::ids::PersonId;
use crate::domain::people::{Person, short_name};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::duty::roles_of;
use crate::store::{accounts, activities, dated_rows, occurrences, people};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeSet, HashMap};

/// How far ahead rows count as work that somebody has already, in days.
const LOAD_AHEAD: u64 = 45;

/// Somebody who could do a row.
pub(super) struct Candidate {
    person: Person,
    load: usize,
    /// Whether the bot can write to them.
    is_near: bool,
}

/// Those who hold the row's posts first, then whoever has least to do.
pub(super) struct Candidates(pub(super) Vec<Candidate>);

impl Candidates {
    /// Everybody on the staff list but these.
    pub(super) async fn load(talk: &mut Talk<'_>, row: &Activity, but: &[PersonId]) -> anyhow::Result<Self> {
        let loads = loads(talk).await?;
        let staff = people::list(talk.tx, row.organisation).await?;
        let near = accounts::list_reachable(talk.tx, row.organisation).await?;
        let near: BTreeSet<PersonId> = near.into_iter().map(|(person, _)| person).collect();
        let posts = &row.duty.roles;
        let holds = |person: &Person| posts.iter().flat_map(|post| roles_of(*post)).any(|role| person.has(*role));
        let candidate = |person: Person| Candidate {
            load: loads.get(&person.id).copied().unwrap_or(0),
            is_near: near.contains(&person.id),
            person,
        };
        let others = staff.into_iter().filter(|person| !but.contains(&person.id));
        let mut candidates: Vec<Candidate> = others.map(candidate).collect();
        candidates.sort_by_key(|one| (!holds(&one.person), one.load));
        Ok(Self(candidates))
    }

    /// What is asked, and what the signs beside the names mean.
    pub(super) fn ask(&self, locale: Locale) -> Markup {
        let far = self.0.iter().any(|one| !one.is_near);
        let far = if far { tr!(locale, "handover-far") } else { Markup::default() };
        tr!(locale, "handover-ask").line(&far)
    }
}

impl Candidate {
    pub(super) fn button(&self, locale: Locale, give: impl Fn(PersonId) -> Action) -> Button {
        let name = label!(locale, "button-handover-to", name = short_name(&self.person.full_name), load = self.load);
        button(if self.is_near { name } else { format!("⚠ {name}") }, give(self.person.id))
    }
}

/// How many open rows of the next weeks each person has.
async fn loads(talk: &mut Talk<'_>) -> anyhow::Result<HashMap<PersonId, usize>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let curator = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &curator).await?;
    let span: (NaiveDate, NaiveDate) = (year.first_day(), talk.today() + Days::new(LOAD_AHEAD));
    let rows = activities::list_due(talk.tx, organisation, span).await?;
    let open = occurrences::list_open(talk.tx, organisation, span).await?;
    let mut loads: HashMap<PersonId, usize> = HashMap::new();
    for (one, row) in dated_rows::with_rows(talk.tx, open, &rows).await? {
        for person in answerer.doers(&one, &row) {
            *loads.entry(person).or_default() += 1;
        }
    }
    Ok(loads)
}

/// Who does it now; and that they have to be told by word of mouth where the bot cannot write to them.
pub(super) async fn done_in_words(talk: &mut Talk<'_>, to: &Person) -> anyhow::Result<Markup> {
    let near = accounts::list_reachable(talk.tx, to.organisation).await?;
    let done = tr!(talk.locale, "handover-done", name = short_name(&to.full_name));
    let is_near = near.iter().any(|(person, _)| *person == to.id);
    Ok(if is_near { done } else { done.line(&tr!(talk.locale, "handover-done-far")) })
}
