//! Forgets stored updates and sent messages when they are not needed any more.

use crate::app::App;
use crate::store::{inbox, outbox};
use futures::FutureExt;
use std::sync::Arc;

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let write = app.db.write(move |tx| {
        async move {
            let updates = inbox::forget_handled(tx, now).await?;
            let messages = outbox::forget_ended(tx, now).await?;
            Ok((updates, messages))
        }
        .boxed()
    });
    let (updates, messages) = write.await?;
    if updates + messages > 0 {
        tracing::debug!(updates, messages, "forgotten");
    }
    Ok(())
}
