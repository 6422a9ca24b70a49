//! From the messenger to the conversation: stored first, confirmed second, handled third.

use super::Delivery;
use super::handle::{handle, owe};
use super::lanes::Joined;
use crate::domain::notice::Notice;
use crate::messenger::SendError;
use crate::store::inbox::{self, Waiting};
use futures::FutureExt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long one request for updates stays open.
const WAIT: Duration = Duration::from_secs(25);
/// The longest pause after a failed request.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Receives updates until told to stop, then finishes those in hand.
pub async fn run(desk: Arc<Delivery>, mut stop: watch::Receiver<bool>) {
    let mut pause = Duration::from_millis(500);
    let mut offset = None;
    while !*stop.borrow() {
        desk.lanes.room().await;
        let fetched = tokio::select! {
            fetched = fetch(&desk, offset, WAIT) => fetched,
            _ = stop.changed() => break,
        };
        match fetched {
            Ok((next, _)) => {
                offset = next.or(offset);
                pause = Duration::from_millis(500);
            }
            Err(error) => {
                explain(&error);
                tokio::select! { () = tokio::time::sleep(pause) => {}, _ = stop.changed() => break }
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
    // What was taken is confirmed by one last short request; what is in hand is finished.
    if let Some(offset) = offset {
        let _ = desk.app.messenger.fetch(Some(offset), Duration::ZERO).await;
    }
    desk.lanes.idle().await;
}

/// The cause in words an administrator can act upon; never the token, never what people wrote.
fn explain(error: &anyhow::Error) {
    match error.downcast_ref::<SendError>() {
        Some(SendError::Unauthorized) => {
            tracing::error!("the token is not accepted: check telegram_token, then start again");
        }
        Some(SendError::Conflict) => {
            tracing::error!("another program receives this bot's updates: stop the other one, or remove its webhook");
        }
        _ => tracing::warn!(error = format!("{error:#}"), "no updates, trying again"),
    }
}

/// One request: what it brought is stored, confirmed by the next request, and set off.
/// Returns the next offset and how many were new.
async fn fetch(desk: &Arc<Delivery>, offset: Option<i64>, wait: Duration) -> anyhow::Result<(Option<i64>, usize)> {
    let updates = desk.app.messenger.fetch(offset, wait).await?;
    let Some(last) = updates.iter().map(|update| update.update_id).max() else {
        return Ok((None, 0));
    };
    let bot = desk.app.me.key.clone();
    let now = desk.app.clock.now();
    let updates: Vec<_> = updates.into_iter().map(|update| (update.update_id, update.lane, update.raw)).collect();
    let waiting =
        desk.app.db.write(move |tx| async move { inbox::insert_all(tx, &bot, updates, now).await }.boxed()).await?;
    let new = waiting.len();
    for update in waiting {
        set_off(desk, update).await?;
    }
    Ok((Some(last + 1), new))
}

/// Fetches once and confirms; for playing time by hand.
pub(super) async fn fetch_once(desk: &Arc<Delivery>, wait: Duration) -> anyhow::Result<usize> {
    let (offset, new) = fetch(desk, None, wait).await?;
    if let Some(offset) = offset {
        let (_, more) = Box::pin(fetch(desk, Some(offset), wait)).await?;
        return Ok(new + more);
    }
    Ok(new)
}

/// Takes up what an earlier process stored and did not handle.
pub async fn replay(desk: &Arc<Delivery>) -> anyhow::Result<usize> {
    let waiting = inbox::list_waiting(&mut *desk.app.db.read().await?, &desk.app.me.key).await?;
    let count = waiting.len();
    for update in waiting {
        set_off(desk, update).await?;
    }
    Ok(count)
}

async fn set_off(desk: &Arc<Delivery>, update: Waiting) -> anyhow::Result<()> {
    let lane = update.lane.clone();
    match desk.lanes.join(update) {
        Joined::First => {
            let desk = desk.clone();
            tokio::spawn(async move {
                let place = desk.lanes.place().await;
                while let Some(update) = desk.lanes.next(&lane) {
                    handle(&desk, update).await;
                }
                drop(place);
            });
        }
        Joined::Behind => {}
        Joined::Flood(update) => turn_away(desk, update).await?,
    }
    Ok(())
}

/// Too much from one chat: the rest is put aside, with one request to slow down.
async fn turn_away(desk: &Delivery, update: Waiting) -> anyhow::Result<()> {
    let bot = desk.app.me.key.clone();
    let now = desk.app.clock.now();
    let write = desk.app.db.write(move |tx| {
        async move {
            inbox::quarantine(tx, &bot, update.update_id, "flood", now).await?;
            let key = format!("slow down:{}:{}", update.lane, now.timestamp() / 60);
            owe(tx, (&update.lane, &key), Notice::SlowDown, now).await
        }
        .boxed()
    });
    write.await?;
    desk.outbox_bell.notify_one();
    Ok(())
}
