//! Who hears of what happened to a pair.

use crate::chat::Talk;
use crate::domain::matching::Factor;
use crate::domain::notice::Notice;
use crate::domain::pair::{Pair, Side};
use crate::domain::people::Role;
use crate::store::{pairs, people};

/// Keeps a new pair and asks both sides; `false` when the mentee is in an open pair already.
pub(in crate::chat) async fn put_to_both(talk: &mut Talk<'_>, pair: &Pair, factors: &[Factor]) -> anyhow::Result<bool> {
    let organisation = talk.organisation()?;
    let scope = (organisation.id, organisation.school_year);
    if !pairs::insert(talk.tx, scope, (pair, factors), talk.now).await? {
        return Ok(false);
    }
    for side in Side::ALL.iter().copied() {
        let key = format!("pair asked:{}:{side}", pair.id);
        let notice = Notice::PairAsked { pair: pair.id, side };
        talk.notify(pair.person(side), &key, notice).await?;
    }
    Ok(true)
}

/// Tells every curator of the organisation something about a pair, once.
pub(super) async fn tell_curators(talk: &mut Talk<'_>, what: &str, notice: &Notice) -> anyhow::Result<()> {
    let organisation = talk.organisation()?.id;
    let staff = people::list(talk.tx, organisation).await?;
    for curator in staff.into_iter().filter(|person| person.has(Role::Curator)) {
        let key = format!("{what}:{}", curator.id);
        talk.notify(curator.id, &key, notice.clone()).await?;
    }
    Ok(())
}

/// Tells one side that nothing comes of the pair, or that it has ended.
pub(super) async fn tell_over(talk: &mut Talk<'_>, pair: &Pair, side: Side) -> anyhow::Result<()> {
    let key = format!("pair over:{}:{side}", pair.id);
    talk.notify(pair.person(side), &key, Notice::PairOver { pair: pair.id, side }).await
}
