//! A list that was read and waits: kept in the database, so that it survives restarts.

use crate::chat::Talk;
use crate::domain::staff_list::StaffReading;
use crate::domain::staff_update::{Listed, StaffUpdate, compare, given_by_list};
use crate::store::{people, staff_drafts};
use serde::{Deserialize, Serialize};

/// A list that waits for the curator's word; kept as JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct Draft {
    pub(super) people: Vec<Listed>,
    /// Rows of the file taken for titles and sections.
    pub(super) notes: Vec<usize>,
    /// Rows of the file whose role was not understood.
    pub(super) unread: Vec<usize>,
    /// Rows of the file that name a role which no list gives.
    pub(super) withheld: Vec<usize>,
}

impl From<&StaffReading> for Draft {
    fn from(reading: &StaffReading) -> Self {
        let withheld = reading.people.iter().filter(|line| !line.roles.iter().all(|role| given_by_list(*role)));
        let unread = reading.people.iter().filter(|line| !line.unread_role.is_empty());
        Self {
            people: reading.people.iter().map(Listed::from).collect(),
            notes: reading.notes.clone(),
            withheld: withheld.map(|line| line.row).collect(),
            unread: unread.map(|line| line.row).collect(),
        }
    }
}

/// The draft and what it would change now; `None` when nothing waits.
pub(super) async fn waiting(talk: &mut Talk<'_>) -> anyhow::Result<Option<(Draft, StaffUpdate)>> {
    let me = talk.person()?.clone();
    let Some(content) = staff_drafts::find(talk.tx, me.id).await? else {
        return Ok(None);
    };
    let draft: Draft = serde_json::from_str(&content)?;
    let staff = people::list(talk.tx, me.organisation).await?;
    let update = compare(&staff, &draft.people);
    Ok(Some((draft, update)))
}
