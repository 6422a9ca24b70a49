//! The demo: the real bot, a sandbox in the browser, a clock to move.

use super::{cast, next_due, next_stop};
use crate::clock::{Clock, PlayedClock};
use crate::delivery::Delivery;
use crate::jobs;
use crate::run;
use crate::sandbox::{ClockControl, Options, Sandbox, Step};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::sync::{Arc, OnceLock};
use tokio::sync::watch;

/// How the demo starts.
pub struct DemoOptions {
    /// 0 takes any free port.
    pub port: u16,
    /// A staff of 24 in the middle of September; otherwise an empty school.
    pub filled: bool,
    pub start: DateTime<Utc>,
    /// Where the demo keeps its data.
    pub database: String,
}

/// A running demo.
pub struct Demo {
    sandbox: Sandbox,
    bot: Arc<Delivery>,
}

/// The hand on the clock. The bot comes into being after the page that shows the clock.
struct Hand {
    clock: Arc<PlayedClock>,
    bot: OnceLock<Arc<Delivery>>,
}

#[async_trait]
impl ClockControl for Hand {
    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    fn zone(&self) -> Tz {
        chrono_tz::Europe::Moscow
    }

    fn zone_label(&self) -> String {
        "московское время".to_owned()
    }

    async fn advance(&self, step: Step) -> anyhow::Result<String> {
        let Some(bot) = self.bot.get() else {
            return Ok("Бот ещё запускается.".to_owned());
        };
        let now = self.clock.now();
        let target = match step {
            Step::Hour => now + TimeDelta::hours(1),
            Step::Day => now + TimeDelta::days(1),
            Step::Week => now + TimeDelta::weeks(1),
            Step::Next => match next_due(&bot.app).await? {
                Some(due) => due,
                None => return Ok("Впереди пока ничего не назначено.".to_owned()),
            },
        };
        let sent = play_until(bot, &self.clock, target).await?;
        Ok(if sent == 0 {
            "За это время ничего не отправлено.".to_owned()
        } else {
            format!("Отправлено сообщений: {sent}.")
        })
    }
}

/// Lets time pass, stopping wherever something is due; returns how many messages went out.
async fn play_until(
    bot: &Arc<Delivery>,
    clock: &PlayedClock,
    target: DateTime<Utc>,
) -> anyhow::Result<usize> {
    let mut sent = 0;
    while clock.now() < target {
        clock.advance_to(next_stop(&bot.app, target).await?);
        jobs::run_due(&bot.app).await?;
        sent += bot.drain().await?;
    }
    Ok(sent)
}

impl Demo {
    /// Starts the page and the bot behind it.
    pub async fn start(options: DemoOptions) -> anyhow::Result<Self> {
        let clock = Arc::new(PlayedClock::running(options.start));
        let hand = Arc::new(Hand {
            clock: clock.clone(),
            bot: OnceLock::new(),
        });
        let shown = clock.clone();
        let sandbox = Sandbox::start(Options {
            port: options.port,
            clock_control: Some(hand.clone()),
            ..Options::new(Arc::new(move || shown.now()))
        })
        .await?;
        let bot = cast(&sandbox, &clock, &options.database, 25).await?;
        let _ = hand.bot.set(bot.clone());
        Ok(Self { sandbox, bot })
    }

    pub fn page_url(&self) -> String {
        self.sandbox.page_url()
    }

    /// Works until told to stop.
    pub async fn work(self, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
        run::work(self.bot, stop).await
    }
}
