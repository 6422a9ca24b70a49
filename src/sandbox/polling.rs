//! `getUpdates`: long polling with Telegram's offsets and its 409.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::Inner;
use super::params::Params;
use super::refusal::{self, Refusal};

/// Telegram waits no longer, whatever is asked.
const MAX_WAIT: u64 = 50;
const MAX_UPDATES: usize = 100;

/// The whole JSON answer, at once or when there is something to tell.
pub(super) async fn updates(inner: &Arc<Inner>, params: &Params) -> Result<String, Refusal> {
    let limit = params.integer("limit").and_then(|limit| usize::try_from(limit).ok());
    let limit = limit.filter(|limit| (1..=MAX_UPDATES).contains(limit)).unwrap_or(MAX_UPDATES);
    let seconds = params.integer("timeout").and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(0).min(MAX_WAIT);
    let mut news = inner.news.subscribe();
    let own = inner.look(|state| {
        let queue = &mut state.queue;
        if let Some(kinds) = params.value("allowed_updates").and_then(Value::as_array) {
            queue.allow(kinds.iter().filter_map(|kind| Some(kind.as_str()?.to_owned())).collect());
        }
        queue.confirm(params.integer("offset").unwrap_or(0));
        queue.poll += 1;
        queue.poll
    });
    // Wakes the poll that was here before, so that it finds itself replaced.
    inner.news.send_replace(());
    let give_up = tokio::time::sleep(Duration::from_secs(seconds));
    tokio::pin!(give_up);
    loop {
        news.mark_unchanged();
        let ready = inner.look(|state| {
            let queue = &state.queue;
            if queue.poll != own {
                return Some(Err(refusal::CONFLICT));
            }
            (seconds == 0 || !queue.is_empty()).then(|| Ok(queue.answer(limit)))
        });
        if let Some(answer) = ready {
            return answer;
        }
        tokio::select! {
            _ = news.changed() => {}
            () = &mut give_up => return inner.look(|state| Ok(state.queue.answer(limit))),
        }
    }
}
