//! To the channel: the pairs of one order.

use super::super::{Facts, Rendered};
use crate::domain::ids::PairId;
use crate::domain::pair::PairState;
use crate::store::{consents, organisations, pairs, people};
use crate::text::Sheet;
use crate::text::publishing::{self, PublicPair};

/// To the channel: the pairs of one order, named as their consents allow at this moment.
pub(in crate::delivery::render) async fn announced(facts: &mut Facts<'_>, ids: &[PairId]) -> anyhow::Result<Rendered> {
    let mut active = Vec::new();
    for id in ids {
        // A pair that was dissolved meanwhile is not announced any more.
        let record = pairs::find(facts.db, *id).await?;
        active.extend(record.filter(|record| record.pair.state() == PairState::Active));
    }
    let Some(first) = active.first() else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, first.organisation).await?;
    if organisation.channel != facts.chat {
        return Ok(None);
    }
    let staff = people::list(facts.db, organisation.id).await?;
    let consents = consents::list_staff(facts.db, organisation.id).await?;
    let public = PublicPair::of_all(&staff, &consents, active.iter().map(|record| &record.pair));
    let year = first.year.to_string();
    let text = publishing::pairs(facts.locale, (&organisation.name, &year), &public);
    Ok(Some((Sheet { text, ..Sheet::default() }, None)))
}
