//! Pairs: the question to both sides, what became of it, the announcement.

mod channel;
mod curator;
mod sides;

pub(super) use channel::announced;
pub(super) use curator::{agreed, declined, news, silent, waiting_for_order};
pub(super) use sides::{asked, official, over};

use super::Facts;
use crate::domain::ids::PairId;
use crate::domain::pair::Side;
use crate::domain::people::{Person, short_name};
use crate::store::organisations::{self, Organisation};
use crate::store::pairs::{self, PairRecord};
use crate::store::people;

/// A pair with everything its notices name.
struct Known {
    record: PairRecord,
    organisation: Organisation,
    mentor: Option<Person>,
    mentee: Option<Person>,
}

impl Known {
    /// «Иванова Мария Петровна, учитель физики».
    fn full(person: Option<&Person>) -> String {
        match person {
            Some(person) if person.position.is_empty() => person.full_name.clone(),
            Some(person) => format!("{}, {}", person.full_name, person.position),
            None => "—".to_owned(),
        }
    }

    /// The other one, as the one on `side` may know them.
    fn partner(&self, side: Side) -> String {
        match side {
            Side::Mentor => Self::full(self.mentee.as_ref()),
            Side::Mentee => Self::full(self.mentor.as_ref()),
        }
    }

    /// Those who have not answered yet, by short names.
    fn silent(&self) -> String {
        let pair = &self.record.pair;
        let awaited: Vec<_> = pair.awaited().into_iter().map(|side| pair.person(side)).collect();
        let both = [&self.mentor, &self.mentee].into_iter().flatten();
        let silent = both.filter(|person| awaited.contains(&person.id));
        silent.map(|person| short_name(&person.full_name)).collect::<Vec<_>>().join(", ")
    }

    fn couple(&self) -> String {
        let short = |person: &Option<Person>| {
            person.as_ref().map_or_else(|| "—".to_owned(), |person| short_name(&person.full_name))
        };
        format!("{} → {}", short(&self.mentor), short(&self.mentee))
    }
}

async fn know(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Option<Known>> {
    let Some(record) = pairs::find(facts.db, id).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, record.organisation).await?;
    let mentor = people::find(facts.db, record.pair.mentor).await?;
    let mentee = people::find(facts.db, record.pair.mentee).await?;
    Ok(Some(Known { record, organisation, mentor, mentee }))
}
