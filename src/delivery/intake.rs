//! From the messenger to the conversation: stored first, confirmed second, handled third.

use super::Delivery;
use super::dispatch;
use super::lanes::Joined;
use crate::chat::{self, Visit};
use crate::domain::notice::{Class, Lane, Notice};
use crate::messenger::{Content, Incoming, RawUpdate, SendError};
use crate::store::Tx;
use crate::store::inbox::{self, Waiting};
use crate::store::outbox::{self, Claimed};
use crate::text::Letter;
use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How long one request for updates stays open.
const WAIT: Duration = Duration::from_secs(25);
/// The longest pause after a failed request.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// Files larger than this are not fetched; the conversation says so. In bytes.
const FILE_LIMIT: u64 = 2 * 1024 * 1024;

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
            tracing::error!(
                "another program receives this bot's updates: stop the other one, or remove its webhook"
            );
        }
        _ => tracing::warn!(error = format!("{error:#}"), "no updates, trying again"),
    }
}

/// One request: what it brought is stored, confirmed by the next request, and set off.
/// Returns the next offset and how many were new.
async fn fetch(
    desk: &Arc<Delivery>,
    offset: Option<i64>,
    wait: Duration,
) -> anyhow::Result<(Option<i64>, usize)> {
    let updates = desk.app.messenger.fetch(offset, wait).await?;
    let Some(last) = updates.iter().map(|update| update.update_id).max() else {
        return Ok((None, 0));
    };
    let bot = desk.app.me.key.clone();
    let now = desk.app.clock.now();
    let waiting = desk
        .app
        .db
        .write(move |tx| async move { keep(tx, &bot, updates, now).await }.boxed())
        .await?;
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

async fn keep(
    tx: &mut Tx,
    bot: &str,
    updates: Vec<RawUpdate>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Waiting>> {
    let mut waiting = Vec::with_capacity(updates.len());
    for RawUpdate {
        update_id,
        lane,
        raw,
    } in updates
    {
        if let Some(seq) = inbox::insert(tx, bot, (update_id, &lane, &raw), now).await? {
            waiting.push(Waiting {
                update_id,
                seq,
                lane,
                raw,
                attempts: 0,
            });
        }
    }
    Ok(waiting)
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

/// Queues a notice for a chat.
async fn owe(
    tx: &mut Tx,
    (chat, key): (&str, &str),
    notice: Notice,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let letter = serde_json::to_string(&Letter::Notice(notice))?;
    let envelope = outbox::Envelope {
        dedupe_key: key,
        chat,
        lane: Lane::Answer,
        class: Class::Repeatable,
        letter: &letter,
        not_before: now,
        expires_at: None,
    };
    outbox::enqueue(tx, &envelope, now).await?;
    Ok(())
}

/// Handles one update to its end: an answer, or after some tries an apology with an incident number.
async fn handle(desk: &Arc<Delivery>, update: Waiting) {
    let mut incoming = desk.app.messenger.read(&update.raw);
    complete(desk, &mut incoming).await;
    let mut pause = Duration::from_millis(50);
    loop {
        let error = match attempt(desk, &update, incoming.clone()).await {
            Ok(answer) => {
                if let Some(answer) = answer {
                    dispatch::deliver_answer(desk, answer).await;
                }
                desk.outbox_bell.notify_one();
                return;
            }
            Err(error) => error,
        };
        tracing::error!(
            update_id = update.update_id,
            error = format!("{error:#}"),
            "an update failed"
        );
        match give_up(desk, &update).await {
            Ok(true) => return,
            Ok(false) => {}
            // The database itself does not answer: that is no fault of this update.
            Err(error) => tracing::error!(
                error = format!("{error:#}"),
                "the database does not answer, waiting"
            ),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

async fn attempt(
    desk: &Delivery,
    update: &Waiting,
    incoming: Incoming,
) -> anyhow::Result<Option<Claimed>> {
    let bot = desk.app.me.key.clone();
    let update_id = update.update_id;
    let now = desk.app.clock.now();
    let visit = Visit {
        incoming,
        key: format!("answer:{bot}:{}", update.seq),
        now,
        start_link: desk.app.start_link(),
    };
    let write = desk.app.db.write(move |tx| {
        async move {
            if !inbox::finish(tx, &bot, update_id, now).await? {
                return Ok(None);
            }
            chat::receive(tx, &visit).await
        }
        .boxed()
    });
    write.await
}

/// Counts the failure; after the last try the update is put aside and the person gets an apology.
async fn give_up(desk: &Delivery, update: &Waiting) -> anyhow::Result<bool> {
    let bot = desk.app.me.key.clone();
    let (update_id, seq, lane) = (update.update_id, update.seq, update.lane.clone());
    let now = desk.app.clock.now();
    let write = desk.app.db.write(move |tx| {
        async move {
            if inbox::count_attempt(tx, &bot, update_id).await? < inbox::ATTEMPTS {
                return Ok(false);
            }
            let incident = format!("{:05}", seq.rem_euclid(100_000));
            inbox::quarantine(tx, &bot, update_id, &incident, now).await?;
            tracing::error!(update_id, incident, "an update was put aside");
            if !lane.is_empty() {
                owe(
                    tx,
                    (&lane, &format!("apology:{seq}")),
                    Notice::Apology { incident },
                    now,
                )
                .await?;
            }
            Ok(true)
        }
        .boxed()
    });
    let gave_up = write.await?;
    desk.outbox_bell.notify_one();
    Ok(gave_up)
}

/// Fetches what the conversation will need, because within a unit of work nobody calls the messenger:
/// a file that is waited for, and what the bot may do in a channel that was shown.
async fn complete(desk: &Delivery, incoming: &mut Incoming) {
    let wanted = match wants_file(desk, incoming).await {
        Ok(wanted) => wanted,
        Err(error) => {
            tracing::warn!(
                error = format!("{error:#}"),
                "cannot tell whether a file is wanted"
            );
            false
        }
    };
    match &mut incoming.content {
        Content::File(file) if wanted && file.size <= FILE_LIMIT => {
            let limit = usize::try_from(FILE_LIMIT).unwrap_or(usize::MAX);
            file.content = desk.app.messenger.download(&file.file, limit).await.ok();
        }
        Content::Channel(channel) if !channel.name.is_empty() => {
            if let Ok(rights) = desk.app.messenger.channel(&channel.name).await {
                channel.rights = Some(rights);
            }
        }
        Content::Text(text) if is_channel_name(text) => {
            let name = text.trim().to_owned();
            if let Ok(rights) = desk.app.messenger.channel(&name).await {
                let seen = crate::messenger::ChannelSeen {
                    name,
                    rights: Some(rights),
                };
                incoming.content = Content::Channel(seen);
            }
        }
        _ => {}
    }
}

async fn wants_file(desk: &Delivery, incoming: &Incoming) -> anyhow::Result<bool> {
    if !matches!(incoming.content, Content::File(_)) {
        return Ok(false);
    }
    let mut reader = desk
        .app
        .db
        .read()
        .await
        .context("reading the chat's place")?;
    chat::wants_file(&mut reader, incoming).await
}

/// «@school_news»: five to thirty-two letters, digits and underscores.
fn is_channel_name(text: &str) -> bool {
    let name = text.trim().strip_prefix('@').unwrap_or_default();
    (5..=32).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
