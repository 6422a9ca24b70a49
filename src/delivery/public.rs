//! What the end of a public message means for what it published, and who has to know.

use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::notice::{Class, Notice};
use crate::domain::pair::PairState;
use crate::domain::people::Role;
use crate::domain::post::PostState;
use crate::store::outbox::{self, Claimed, End, Postage};
use crate::store::{self, Tx, people, posts};
use crate::text::Letter;
use chrono::{DateTime, TimeDelta, Utc};

/// How long somebody who sent a public message off waits beside the bot for what comes of it.
const WAITED_FOR: TimeDelta = TimeDelta::minutes(15);

/// Whose message it was.
struct Origin {
    organisation: OrganisationId,
    author: Option<PersonId>,
    notice: Notice,
    /// When it was sent off.
    since: DateTime<Utc>,
}

/// Notes how a public message ended where it came from; who may act on trouble is asked to. Belongs into the unit of
/// work that ends the row. Does nothing for messages that are not public.
pub(super) async fn settle(tx: &mut Tx, row: &Claimed, how: End, now: DateTime<Utc>) -> anyhow::Result<()> {
    if row.class != Class::NeverRepeat {
        return Ok(());
    }
    let state = match how {
        End::Sent => PostState::Published,
        End::Unknown => PostState::Unknown,
        End::Obsolete | End::Expired | End::Unreachable | End::Failed => PostState::Failed,
    };
    let Some(origin) = record(tx, row, state, now).await? else {
        return Ok(());
    };
    match (state, origin.notice) {
        (PostState::Published, Notice::PostPublished { post }) => {
            let Some(author) = origin.author else { return Ok(()) };
            tell(tx, author, (&format!("post out:{}", row.id), origin.since, now), Notice::PostOut { post }).await
        }
        (PostState::Published, _) => Ok(()),
        _ => ask(tx, row, (origin.organisation, origin.author), (origin.since, now)).await,
    }
}

/// Keeps the state with the post or the pairs; `None` when they have been taken back meanwhile.
async fn record(tx: &mut Tx, row: &Claimed, state: PostState, now: DateTime<Utc>) -> anyhow::Result<Option<Origin>> {
    let Some(kept) = outbox::find(tx, row.id).await? else {
        return Ok(None);
    };
    let since = kept.created_at();
    let Ok(Letter::Notice(notice)) = serde_json::from_str(&row.letter) else {
        return Ok(None);
    };
    match notice {
        Notice::PostPublished { post } => {
            let on_its_way = posts::find(tx, post)
                .await?
                .filter(|post| post.state == PostState::Scheduled && post.outbox_key() == kept.dedupe_key);
            let Some(post) = on_its_way else {
                return Ok(None);
            };
            posts::record(tx, post.id, state, now).await?;
            let author = Some(post.author);
            Ok(Some(Origin { organisation: post.organisation, author, notice, since }))
        }
        Notice::PairsAnnounced { ref pairs } => {
            let (mut organisation, mut active) = (None, false);
            for pair in pairs {
                if let Some(record) = store::pairs::find(tx, *pair).await? {
                    organisation = Some(record.organisation);
                    active |= record.pair.state() == PairState::Active;
                }
            }
            // Pairs that have ended need no announcement, and nobody is bothered about it.
            let state = if active { state } else { PostState::Dropped };
            store::pairs::record_announcement(tx, &kept.dedupe_key, state).await?;
            Ok(organisation.filter(|_| active).map(|organisation| Origin { organisation, author: None, notice, since }))
        }
        _ => Ok(None),
    }
}

/// Asks every curator and the author what to do, once for each ending of the row.
async fn ask(
    tx: &mut Tx,
    row: &Claimed,
    (organisation, author): (OrganisationId, Option<PersonId>),
    (since, now): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<()> {
    let staff = people::list(tx, organisation).await?;
    let curators = staff.into_iter().filter(|person| person.has(Role::Curator));
    let mut asked: Vec<_> = curators.map(|person| person.id).chain(author).collect();
    asked.sort_unstable();
    asked.dedup();
    for person in asked {
        let key = format!("trouble:{}:{}:{person}", row.id, row.attempts);
        // Of the others nobody is at the bot.
        let since = if author.is_none_or(|author| author == person) { since } else { DateTime::UNIX_EPOCH };
        tell(tx, person, (&key, since, now), Notice::PublicTrouble { outbox: row.id }).await?;
    }
    Ok(())
}

/// Who has sent it off a moment ago, `since`, still waits to hear; anybody else hears by day.
async fn tell(
    tx: &mut Tx,
    person: PersonId,
    (key, since, now): (&str, DateTime<Utc>, DateTime<Utc>),
    notice: Notice,
) -> anyhow::Result<()> {
    let postage = if now - since < WAITED_FOR { Postage::NOTICE } else { Postage::of(&notice) };
    outbox::owe_person(tx, (person, key), &Letter::Notice(notice), postage, now).await.map(drop)
}
