//! The bot at work: opens the house, keeps it running, closes it without losing anything.

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::delivery::{self, Delivery};
use crate::jobs;
use crate::messenger::telegram::Telegram;
use crate::messenger::{Me, Messenger, SendError};
use crate::store::{Db, outbox};
use anyhow::{Context, bail};
use futures::FutureExt;
use secrecy::ExposeSecret;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the messenger is asked who we are before a start without it is given up: about a minute.
const PATIENCE: u32 = 6;

/// Opens the data and the messenger named in the settings.
pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Arc<Delivery>> {
    if config.telegram_token.expose_secret().is_empty() {
        bail!(
            "no token: set NASTAVNIK_TELEGRAM_TOKEN to what @BotFather gave you (to try the bot without one: `nastavnik demo`)"
        );
    }
    let telegram = Telegram::new(&config.telegram_api_url, config.telegram_token.clone())?;
    let me = introduce(&telegram).await?;
    let db = open_database(config).await?;
    let app = App {
        clock,
        db,
        messenger: Arc::new(telegram),
        me,
    };
    Ok(Delivery::new(Arc::new(app), config.messages_per_second))
}

/// Opens the database of the settings, making the data folder where there is none.
pub async fn open_database(config: &Config) -> anyhow::Result<Db> {
    if config.database_url.is_empty() {
        std::fs::create_dir_all(&config.data_dir).with_context(|| {
            format!("cannot make the data folder {}", config.data_dir.display())
        })?;
    }
    Db::open(&config.database()).await
}

/// Asks the messenger who we are; a network that is not up yet is waited for.
async fn introduce(messenger: &dyn Messenger) -> anyhow::Result<Me> {
    let mut pause = Duration::from_secs(1);
    for _ in 0..PATIENCE {
        match messenger.me().await {
            Ok(me) => return Ok(me),
            Err(SendError::Unauthorized) => {
                bail!("the token is not accepted: check telegram_token with @BotFather")
            }
            Err(error) => tracing::warn!(%error, "the messenger does not answer, trying again"),
        }
        tokio::time::sleep(pause).await;
        pause *= 2;
    }
    bail!(
        "the messenger does not answer: check the network, and telegram_api_url if you use a proxy (`nastavnik doctor` tells more)"
    )
}

/// Works until told to stop; then finishes what is in hand and closes the data.
pub async fn work(bot: Arc<Delivery>, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let app = bot.app.clone();
    let now = app.clock.now();
    // We are the only sender on this data: what is marked as being sent was cut off.
    app.db
        .write(move |tx| async move { outbox::release_leases(tx, now).await }.boxed())
        .await?;
    delivery::replay(&bot).await?;
    let metronome = jobs::start_metronome(&app).await?;
    let sending = tokio::spawn(delivery::run_dispatch(bot.clone(), stop.clone()));
    delivery::run_intake(bot.clone(), stop).await;
    jobs::stop_metronome(metronome).await;
    sending.await?;
    app.db.close().await;
    Ok(())
}

/// Ends when the system or the keyboard asks to stop. A second request ends the program at once.
pub async fn asked_to_stop() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    tokio::spawn(async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        std::process::exit(130);
    });
    Ok(())
}
