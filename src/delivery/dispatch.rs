//! From the outbox to the messenger: lanes, limits, outcomes.

use super::Delivery;
use super::outcome::{Outcome, judge};
use super::public;
use super::record::Shown;
use super::render::{self, Facts, Lines};
use crate::domain::notice::{Class, Lane, Notice};
use crate::domain::reminder::LineEnd;
use crate::messenger::{Attachment, SendError};
use crate::store::outbox::{self, Claimed, End, Sent};
use crate::store::{accounts, digest_lines};
use crate::text::{Letter, Place, Sheet};
use chrono::TimeDelta;
use futures::{FutureExt, StreamExt};
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// Rows taken for sending at once.
const BATCH: i64 = 50;
/// Calls under way at once.
const AT_ONCE: usize = 8;
/// How often the outbox is looked at when nobody rings.
const LOOK: Duration = Duration::from_millis(500);

/// Sends what is due until told to stop.
pub async fn run(desk: Arc<Delivery>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match dispatch_due(&desk).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(error = format!("{error:#}"), "the outbox cannot be read, trying again"),
        }
        tokio::select! {
            () = desk.outbox_bell.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Sends one batch of what is due now; returns how many rows were taken. Of notices and broadcasts only so many are taken as
/// may leave at this moment: what is taken only to be put back is work for nothing, again and again.
pub async fn dispatch_due(desk: &Arc<Delivery>) -> anyhow::Result<usize> {
    let now = desk.app.clock.now();
    let room = desk.budget.lock().unwrap_or_else(PoisonError::into_inner).room(Lane::Notice, now);
    let others = room.map_or(BATCH, |room| i64::try_from(room).unwrap_or(BATCH).min(BATCH));
    let claim = desk.app.db.write(move |tx| {
        async move {
            let mut rows = outbox::claim_interrupted(tx, now).await?;
            rows.extend(outbox::claim_due(tx, (BATCH, others), now).await?);
            Ok(rows)
        }
        .boxed()
    });
    let rows = claim.await?;
    let taken = rows.len();
    futures::stream::iter(rows)
        .for_each_concurrent(AT_ONCE, |row| async move {
            if let Err(error) = deliver(desk, &row).await {
                // The lease runs out and the row is taken again.
                tracing::error!(outbox = row.id.0, error = format!("{error:#}"), "a row could not be dealt with");
            }
        })
        .await;
    Ok(taken)
}

/// Sends the answer to an update as soon as it is committed.
pub(super) async fn deliver_answer(desk: &Delivery, row: Claimed) {
    if let Err(error) = deliver(desk, &row).await {
        tracing::error!(outbox = row.id.0, error = format!("{error:#}"), "an answer could not be dealt with");
    }
}

/// What sending came to.
struct Delivered {
    message: String,
    /// The session version whose screen was sent.
    screen: Option<i64>,
    /// What becomes of the lines of somebody's day.
    lines: Lines,
}

enum Step {
    Done(Result<Delivered, SendError>),
    Obsolete(&'static str),
    Wait(chrono::DateTime<chrono::Utc>),
}

async fn deliver(desk: &Delivery, row: &Claimed) -> anyhow::Result<()> {
    let now = desk.app.clock.now();
    if row.interrupted && row.class == Class::NeverRepeat {
        return end(desk, row, End::Unknown, "the program stopped in the middle of sending").await;
    }
    if row.expires_at.is_some_and(|expires_at| expires_at <= now) {
        return end(desk, row, End::Expired, "too late to be of use").await;
    }
    let step = match serde_json::from_str::<Letter>(&row.letter)? {
        Letter::Screen { sheet, place, version, press, toast } => {
            send_screen(desk, row, (sheet, place, version), (press, toast)).await
        }
        Letter::Notice(notice) => send_notice(desk, row, &notice).await?,
    };
    match step {
        Step::Obsolete(why) => end(desk, row, End::Obsolete, why).await,
        Step::Wait(until) => postpone(desk, row, until, (false, "waiting for its turn")).await,
        Step::Done(Ok(delivered)) => sent(desk, row, delivered).await,
        Step::Done(Err(error)) => failed(desk, row, &error).await,
    }
}

/// Asks the budget; `Some` is when to come back.
fn must_wait(desk: &Delivery, lane: Lane, chat: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    let now = desk.app.clock.now();
    desk.budget.lock().unwrap_or_else(PoisonError::into_inner).take(lane, chat, now).err()
}

async fn send_screen(
    desk: &Delivery,
    row: &Claimed,
    (sheet, place, version): (Option<Sheet>, Place, i64),
    (press, toast): (Option<String>, Option<String>),
) -> Step {
    let answering = async {
        if let Some(press) = press {
            // The screen is the answer that counts; a toast that got lost is not worth an error.
            let _ = desk.app.messenger.answer(&press, toast.as_deref()).await;
        }
    };
    let showing = async {
        let Some(sheet) = sheet else {
            return Step::Done(Ok(Delivered { message: String::new(), screen: None, lines: Lines::default() }));
        };
        show(desk, row, &sheet, (place, version)).await
    };
    futures::join!(answering, showing).1
}

async fn show(desk: &Delivery, row: &Claimed, sheet: &Sheet, (place, version): (Place, i64)) -> Step {
    let gone = match place {
        Place::Edit(message) => match desk.app.messenger.edit(&message, sheet).await {
            Ok(()) => {
                return Step::Done(Ok(Delivered { message, screen: None, lines: Lines::default() }));
            }
            Err(SendError::MessageGone(_) | SendError::Refused(_)) => Some(message),
            Err(error) => return Step::Done(Err(error)),
        },
        Place::New { previous } => previous,
    };
    if let Some(until) = must_wait(desk, Lane::Answer, &row.chat) {
        return Step::Wait(until);
    }
    let new = send(desk, &row.chat, sheet, None).await;
    if let (Ok(_), Some(previous)) = (&new, gone) {
        // Old buttons are refused anyway; taking them away is a kindness.
        let _ = desk.app.messenger.drop_keyboard(&previous).await;
    }
    Step::Done(new.map(|message| Delivered { message, screen: Some(version), lines: Lines::default() }))
}

/// Sends a new message; markup that is refused goes out as plain text once (F46).
async fn send(desk: &Delivery, chat: &str, sheet: &Sheet, file: Option<&Attachment>) -> Result<String, SendError> {
    match desk.app.messenger.send(chat, sheet, file).await {
        Err(SendError::BadMarkup(_)) => {
            tracing::error!("a message's markup was refused, sending it as plain text");
            let plain = Sheet { text: sheet.text.without_tags(), ..sheet.clone() };
            desk.app.messenger.send(chat, &plain, file).await
        }
        other => other,
    }
}

async fn send_notice(desk: &Delivery, row: &Claimed, notice: &Notice) -> anyhow::Result<Step> {
    let mut db = desk.app.db.read().await?;
    let locale = render::locale_of(&mut db, &row.chat).await?;
    let now = desk.app.clock.now();
    let mut facts = Facts { db: &mut db, chat: &row.chat, locale, now, lines: Lines::default() };
    let rendered = render::render(&mut facts, notice).await?;
    let lines = std::mem::take(&mut facts.lines);
    drop(db);
    let Some((sheet, file)) = rendered else {
        settle_lines(desk, lines.settled).await?;
        return Ok(Step::Obsolete("settled meanwhile"));
    };
    if let Some(until) = must_wait(desk, Lane::Notice, &row.chat) {
        return Ok(Step::Wait(until));
    }
    let sent = send(desk, &row.chat, &sheet, file.as_ref()).await;
    Ok(Step::Done(sent.map(|message| Delivered { message, screen: None, lines })))
}

/// Nothing is left to say about these lines of somebody's day.
async fn settle_lines(desk: &Delivery, lines: Vec<i64>) -> anyhow::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let now = desk.app.clock.now();
    let end =
        desk.app.db.write(move |tx| async move { digest_lines::end(tx, &lines, LineEnd::Settled, now).await }.boxed());
    end.await
}

/// Records what was sent. A public message settles its post or pairs in the same unit of work; the rest is
/// recorded together with whatever else was sent meanwhile.
async fn sent(desk: &Delivery, row: &Claimed, delivered: Delivered) -> anyhow::Result<()> {
    let now = desk.app.clock.now();
    if row.class == Class::NeverRepeat {
        let row = row.clone();
        let write = desk.app.db.write(move |tx| {
            async move {
                outbox::record(tx, row.id, End::Sent, (&delivered.message, ""), now).await?;
                public::settle(tx, &row, End::Sent, now).await
            }
            .boxed()
        });
        return write.await;
    }
    let screen = delivered.screen;
    let shown = Shown {
        sent: Sent { id: row.id, message: delivered.message },
        screen: screen.map(|version| (row.chat.clone(), version)),
        lines: delivered.lines,
    };
    desk.record.keep(&desk.app.db, shown, now).await
}

async fn failed(desk: &Delivery, row: &Claimed, error: &SendError) -> anyhow::Result<()> {
    let now = desk.app.clock.now();
    if let SendError::RetryAfter(wait) = error {
        let until = now + TimeDelta::from_std(*wait).unwrap_or(TimeDelta::minutes(1));
        desk.budget.lock().unwrap_or_else(PoisonError::into_inner).pause(&row.chat, until, now);
    }
    match judge(error, row.class, row.attempts) {
        Outcome::Later(wait, counts) => postpone(desk, row, now + wait, (counts, &error.to_string())).await,
        Outcome::End(how, why) => end(desk, row, how, &why).await,
    }
}

async fn postpone(
    desk: &Delivery,
    row: &Claimed,
    until: chrono::DateTime<chrono::Utc>,
    (counts, why): (bool, &str),
) -> anyhow::Result<()> {
    let (id, why) = (row.id, why.to_owned());
    desk.app.db.write(move |tx| async move { outbox::postpone(tx, id, (until, counts), &why).await }.boxed()).await
}

/// Ends a row that was not sent, and tells whom it concerns.
async fn end(desk: &Delivery, row: &Claimed, how: End, why: &str) -> anyhow::Result<()> {
    let now = desk.app.clock.now();
    let (row, why) = (row.clone(), why.to_owned());
    tracing::info!(outbox = row.id.0, outcome = ?how, why, "a message was not sent");
    let write = desk.app.db.write(move |tx| {
        async move {
            outbox::record(tx, row.id, how, ("", &why), now).await?;
            if how == End::Unreachable {
                accounts::mark_unreachable(tx, &row.chat, &why, now).await?;
            }
            public::settle(tx, &row, how, now).await
        }
        .boxed()
    });
    write.await
}
