//! Rows of the road map that wait for something the bot knows close as soon as it has come true.
//!
//! Whoever changes a fact notes it in the same unit of work (`store::facts`); here the rows are looked at. A curator's
//! own press does not wait for this: the conversation looks at once.

use crate::app::App;
use crate::store::{closing, facts, organisations};
use futures::FutureExt;
use std::sync::Arc;

pub(super) async fn run(app: Arc<App>) -> anyhow::Result<()> {
    let now = app.clock.now();
    let changed = facts::list_changed(&mut *app.db.read().await?).await?;
    for id in changed {
        let unit = app.db.write(move |tx| {
            async move {
                let organisation = organisations::get(tx, id).await?;
                closing::settle(tx, &organisation, now).await
            }
            .boxed()
        });
        match unit.await {
            Ok(settled) if settled.closed.is_empty() => {}
            Ok(settled) => tracing::info!(organisation = id.0, rows = settled.closed.len(), "rows closed themselves"),
            // One organisation's trouble must not hold up the others; the next beat tries again.
            Err(error) => {
                tracing::error!(organisation = id.0, error = format!("{error:#}"), "rows could not be looked at");
            }
        }
    }
    Ok(())
}
