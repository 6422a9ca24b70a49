//! One page of a staff list, as the screens want it where somebody is chosen by name.

use super::Talk;
use super::screen::{PAGE, first_on};
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::store::people;
use crate::store::staff_pages::{self, StaffPart};

/// Whether a full name is what somebody looks for.
pub(super) type Matches<'a> = &'a (dyn Fn(&str) -> bool + Send + Sync);

/// The people on a page of those who match, by name, and how many match in all. Only a search reads all names.
pub(super) async fn read(
    talk: &mut Talk<'_>,
    part: StaffPart,
    sought: Option<Matches<'_>>,
    page: u32,
) -> anyhow::Result<(Vec<Person>, usize)> {
    let Some(matches) = sought else {
        let count = staff_pages::count(talk.tx, part).await?;
        return Ok((staff_pages::list(talk.tx, part, (first_on(page, count), PAGE)).await?, count));
    };
    let mut found = staff_pages::names(talk.tx, part).await?;
    found.retain(|(_, name)| matches(name));
    let ids: Vec<PersonId> = found.iter().map(|(id, _)| *id).skip(first_on(page, found.len())).take(PAGE).collect();
    let mut people: Vec<Person> = people::list_by_ids(talk.tx, &ids).await?.into_iter().map(|one| one.person).collect();
    people.sort_by_key(|person| ids.iter().position(|id| *id == person.id));
    people.dedup_by_key(|person| person.id);
    Ok((people, found.len()))
}
