//! Server-sent events: «something changed, ask for it».

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::Stream;
use futures::stream::unfold;
use tokio::sync::watch::Receiver;

use super::super::Inner;

/// Changes closer together than this reach the page as one.
const GATHER: Duration = Duration::from_millis(40);

struct Watch {
    inner: Arc<Inner>,
    changes: Receiver<()>,
    told: u64,
}

pub(super) async fn stream(State(inner): State<Arc<Inner>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = inner.changes.subscribe();
    let events = unfold(Watch { inner, changes, told: 0 }, |mut watch| async move {
        loop {
            watch.changes.mark_unchanged();
            let revision = watch.inner.look(|state| state.revision);
            if revision != watch.told {
                watch.told = revision;
                return Some((Ok(Event::default().data(revision.to_string())), watch));
            }
            watch.changes.changed().await.ok()?;
            tokio::time::sleep(GATHER).await;
        }
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
