//! The bot at work: opens the house, keeps it running, closes it without losing anything.

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::delivery::{self, Delivery};
use crate::domain::consent_texts::ConsentTexts;
use crate::domain::questionnaire::Questionnaires;
use crate::jobs;
use crate::messenger::telegram::Telegram;
use crate::messenger::{Me, Messenger, SendError};
use crate::store::invitations::{self, Invitation, Issued};
use crate::store::{Db, organisations, outbox};
use anyhow::{Context, anyhow, bail};
use chrono::{DateTime, Utc};
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
    check_presets()?;
    let telegram = Telegram::new(&config.telegram_api_url, config.telegram_token.clone())?;
    let me = introduce(&telegram).await?;
    let db = open_database(config).await?;
    let app = App { clock, db, messenger: Arc::new(telegram), me };
    Ok(Delivery::new(Arc::new(app), config.messages_per_second))
}

/// A preset with a fault ends the start with its file and place, not a conversation in the middle.
fn check_presets() -> anyhow::Result<()> {
    Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?;
    ConsentTexts::builtin().map_err(|error| anyhow!("{error}"))?;
    Ok(())
}

/// Opens the database of the settings, making the data folder where there is none.
pub async fn open_database(config: &Config) -> anyhow::Result<Db> {
    if config.database_url.is_empty() {
        std::fs::create_dir_all(&config.data_dir)
            .with_context(|| format!("cannot make the data folder {}", config.data_dir.display()))?;
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

/// The way in for a new organisation's curator.
#[derive(serde::Serialize)]
pub struct CuratorInvitation {
    pub code: String,
    /// `None` when there is no token to ask the messenger whose link it is.
    pub link: Option<String>,
    pub expires_at: DateTime<Utc>,
}

async fn issue(db: &Db, now: DateTime<Utc>) -> anyhow::Result<Issued> {
    let write = db.write(move |tx| async move { invitations::issue(tx, Invitation::Curator, now).await }.boxed());
    write.await
}

/// Makes a one-time link for a curator; earlier ones that were not used end.
pub async fn invite_curator(config: &Config, clock: &dyn Clock) -> anyhow::Result<CuratorInvitation> {
    let db = open_database(config).await?;
    let Issued { code, expires_at } = issue(&db, clock.now()).await?;
    db.close().await;
    let mut link = None;
    if !config.telegram_token.expose_secret().is_empty() {
        let telegram = Telegram::new(&config.telegram_api_url, config.telegram_token.clone())?;
        let me = introduce(&telegram).await?;
        link = Some(telegram.start_link(&me, &code));
    }
    Ok(CuratorInvitation { code, link, expires_at })
}

/// At the first start, while there is no organisation: the way in for its curator.
pub async fn first_invitation(app: &App) -> anyhow::Result<Option<CuratorInvitation>> {
    if !organisations::list(&mut *app.db.read().await?).await?.is_empty() {
        return Ok(None);
    }
    let Issued { code, expires_at } = issue(&app.db, app.clock.now()).await?;
    let link = Some(app.messenger.start_link(&app.me, &code));
    Ok(Some(CuratorInvitation { code, link, expires_at }))
}

/// Works until told to stop; then finishes what is in hand and closes the data.
pub async fn work(bot: Arc<Delivery>, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let app = bot.app.clone();
    let now = app.clock.now();
    // We are the only sender on this data: what is marked as being sent was cut off.
    app.db.write(move |tx| async move { outbox::release_leases(tx, now).await }.boxed()).await?;
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
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    tokio::spawn(async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        std::process::exit(130);
    });
    Ok(())
}
