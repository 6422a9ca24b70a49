//! The demo: the real bot, a sandbox in the browser, a clock to move.

use super::said::said;
use super::{cast, fill, next_due, next_stop};
use crate::clock::{Clock, PlayedClock};
use crate::delivery::Delivery;
use crate::domain::school_year::SchoolYear;
use crate::jobs;
use crate::run;
use crate::sandbox::{ClockControl, Options, Rights, Sandbox, Step};
use crate::store::invitations::{self, Invitation};
use crate::store::outbox;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use futures::FutureExt;
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
        play_until(bot, &self.clock, target).await?;
        let ended = outbox::count_ended(&mut *bot.app.db.read().await?, (now, self.clock.now())).await?;
        Ok(said(&ended))
    }
}

/// Lets time pass, stopping wherever something is due.
async fn play_until(bot: &Arc<Delivery>, clock: &PlayedClock, target: DateTime<Utc>) -> anyhow::Result<()> {
    while clock.now() < target {
        clock.advance_to(next_stop(&bot.app, target).await?);
        jobs::run_due(&bot.app).await?;
        bot.drain().await?;
    }
    Ok(())
}

/// A school that does not exist yet: a curator with an invitation, some colleagues, a channel.
async fn empty(sandbox: &Sandbox, bot: &Arc<Delivery>) -> anyhow::Result<()> {
    let now = bot.app.clock.now();
    let issue =
        bot.app.db.write(move |tx| async move { invitations::issue(tx, Invitation::Curator, now).await }.boxed());
    let curator = sandbox.add_user("Куратор");
    sandbox.invite(curator, &issue.await?.code);
    for name in ["Директор", "Учитель физики", "Учитель истории", "Воспитатель"]
    {
        sandbox.add_user(name);
    }
    let channel = sandbox.add_channel("Новости школы", Some("school_news"));
    sandbox.set_bot_rights(channel, Rights { is_admin: true, can_post: true });
    sandbox.set_hints(vec![
        "Начните с чата «Куратор»: нажмите «Запустить».".to_owned(),
        "Канал школы уже есть: @school_news, бот в нём администратор.".to_owned(),
    ]);
    Ok(())
}

impl Demo {
    /// Tuesday of the second week of this school year's September, 10:00 in Moscow: there is something to do.
    pub fn usual_start(today: DateTime<Utc>) -> DateTime<Utc> {
        let year = SchoolYear::containing(today.date_naive()).0;
        let tuesday = NaiveDate::from_weekday_of_month_opt(year, 9, Weekday::Tue, 2);
        let moment = tuesday.and_then(|day| day.and_hms_opt(7, 0, 0));
        moment.map_or(today, |moment| moment.and_utc())
    }

    /// Starts the page and the bot behind it.
    pub async fn start(options: DemoOptions) -> anyhow::Result<Self> {
        let clock = Arc::new(PlayedClock::running(options.start));
        let hand = Arc::new(Hand { clock: clock.clone(), bot: OnceLock::new() });
        let shown = clock.clone();
        let sandbox = Sandbox::start(Options {
            port: options.port,
            clock_control: Some(hand.clone()),
            ..Options::new(Arc::new(move || shown.now()))
        })
        .await?;
        let bot = cast(&sandbox, &clock, &options.database, 25).await?;
        let _ = hand.bot.set(bot.clone());
        if options.filled {
            // Everybody's first weeks pass in a moment: the messenger's pace is not kept for them.
            fill::fill(&sandbox, &Delivery::new(bot.app.clone(), 0)).await?;
        } else {
            empty(&sandbox, &bot).await?;
        }
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
