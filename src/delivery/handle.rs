//! One update to its end: an answer, or after some tries an apology with an incident number.

use super::{Delivery, dispatch};
use crate::chat::{self, Attached, Visit};
use crate::domain::notice::Notice;
use crate::files::document::{DocumentProblem, MAX_BYTES};
use crate::files::kind::FileKind;
use crate::messenger::{ChannelSeen, Content, Incoming, IncomingFile};
use crate::store::Tx;
use crate::store::inbox::{self, Waiting};
use crate::store::outbox::{self, Claimed, Postage};
use crate::text::Letter;
use anyhow::Context;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use std::sync::Arc;
use std::time::Duration;

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// What was read in a file.
type ReadFile = Option<Arc<Result<Attached, DocumentProblem>>>;

/// Handles one update to its end: an answer, or after some tries an apology with an incident number.
pub(super) async fn handle(desk: &Arc<Delivery>, update: Waiting) {
    let mut incoming = desk.app.messenger.read(&update.raw);
    let document = complete(desk, &mut incoming).await;
    let mut pause = Duration::from_millis(50);
    loop {
        let error = match attempt(desk, &update, (incoming.clone(), document.clone())).await {
            Ok((answer, queued)) => {
                if queued {
                    desk.outbox_bell.notify_one();
                }
                if let Some(answer) = answer {
                    dispatch::deliver_answer(desk, answer).await;
                }
                return;
            }
            Err(error) => error,
        };
        tracing::error!(update_id = update.update_id, error = format!("{error:#}"), "an update failed");
        match give_up(desk, &update).await {
            Ok(true) => return,
            Ok(false) => {}
            // The database itself does not answer: that is no fault of this update.
            Err(error) => tracing::error!(error = format!("{error:#}"), "the database does not answer, waiting"),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// One try: the answer, and whether anything else was queued to be sent.
async fn attempt(
    desk: &Delivery,
    update: &Waiting,
    (incoming, document): (Incoming, ReadFile),
) -> anyhow::Result<(Option<Claimed>, bool)> {
    let bot = desk.app.me.key.clone();
    let update_id = update.update_id;
    let now = desk.app.clock.now();
    let key = format!("answer:{bot}:{}", update.seq);
    let visit = Visit { incoming, key, now, start_link: desk.app.start_link(), document };
    let write = desk.app.db.write(move |tx| {
        async move {
            if !inbox::finish(tx, &bot, update_id, now).await? {
                return Ok((None, false));
            }
            let before = tx.queued();
            let answer = chat::receive(tx, &visit).await?;
            Ok((answer, tx.queued() != before))
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
                owe(tx, (&lane, &format!("apology:{seq}")), Notice::Apology { incident }, now).await?;
            }
            Ok(true)
        }
        .boxed()
    });
    let gave_up = write.await?;
    desk.outbox_bell.notify_one();
    Ok(gave_up)
}

/// Fetches and reads what the conversation will need, because within a unit of work nobody calls the messenger and
/// nothing takes long: a file that is waited for, and what the bot may do in a channel that was shown.
async fn complete(desk: &Delivery, incoming: &mut Incoming) -> ReadFile {
    let wanted = wants_file(desk, incoming).await.unwrap_or_else(|error| {
        tracing::warn!(error = format!("{error:#}"), "cannot tell whether a file is wanted");
        false
    });
    match &mut incoming.content {
        // A larger one is not fetched; the conversation says so.
        Content::File(file) if wanted && usize::try_from(file.size).is_ok_and(|size| size <= MAX_BYTES) => {
            return fetch_file(desk, file).await;
        }
        Content::Channel(channel) if !channel.name.is_empty() => {
            if let Ok(rights) = desk.app.messenger.channel(&channel.name).await {
                channel.rights = Some(rights);
            }
        }
        Content::Text(text) if is_channel_name(text) => {
            let name = text.trim().to_owned();
            if let Ok(rights) = desk.app.messenger.channel(&name).await {
                let seen = ChannelSeen { name, rights: Some(rights) };
                incoming.content = Content::Channel(seen);
            }
        }
        _ => {}
    }
    None
}

/// Fetches a file and reads it as a document: also where a staff list is waited for, a road map may come.
async fn fetch_file(desk: &Delivery, file: &mut IncomingFile) -> ReadFile {
    let _room = desk.reading_room.acquire().await.ok()?;
    file.content = desk.app.messenger.download(&file.file, MAX_BYTES).await.ok();
    let (name, bytes) = (file.name.clone(), file.content.clone()?);
    let read = tokio::task::spawn_blocking(move || Attached::read(&name, &bytes)).await;
    // A panic of the reader is the file's fault, and no reason to lose the conversation.
    Some(Arc::new(read.unwrap_or(Err(DocumentProblem::Broken { found: FileKind::Unknown }))))
}

async fn wants_file(desk: &Delivery, incoming: &Incoming) -> anyhow::Result<bool> {
    if !matches!(incoming.content, Content::File(_)) {
        return Ok(false);
    }
    let mut reader = desk.app.db.read().await.context("reading the chat's place")?;
    chat::wants_file(&mut reader, incoming).await
}

/// `@school_news`: five to thirty-two letters, digits and underscores.
fn is_channel_name(text: &str) -> bool {
    let name = text.trim().strip_prefix('@').unwrap_or_default();
    (5..=32).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Owes a chat a notice at once.
pub(super) async fn owe(
    tx: &mut Tx,
    (chat, key): (&str, &str),
    notice: Notice,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    outbox::owe(tx, (chat, key), &Letter::Notice(notice), Postage::ANSWER, now).await.map(drop)
}
