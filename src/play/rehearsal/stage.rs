//! The stage: the sandbox, the bot, the played clock, and everybody who talks with the bot.

use super::ledger::Ledger;
use crate::app::App;
use crate::clock::{Clock, PlayedClock};
use crate::delivery::Delivery;
use crate::jobs;
use crate::play::actors::{Actor, Move};
use crate::play::{cast, next_due};
use crate::sandbox::{ChatId, Options, Sandbox, SeenMessage, UserId};
use crate::store::outbox;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

/// As the program does it by default.
const MESSAGES_PER_SECOND: u32 = 25;
/// People who come in at the same second.
const DOOR: usize = 20;
/// A talk of all with the bot takes fewer rounds than this, or it goes in circles.
const ROUNDS: usize = 20_000;
/// What waits no longer than this for the messenger's limits belongs to the same talk.
const SOON: TimeDelta = TimeDelta::seconds(90);

/// When the bot means to do something next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    /// Something was done since it was asked.
    Unknown,
    Never,
    At(DateTime<Utc>),
}

/// Everybody and everything that plays.
pub(super) struct Stage {
    pub sandbox: Sandbox,
    pub bot: Arc<Delivery>,
    pub clock: Arc<PlayedClock>,
    pub crowd: HashMap<ChatId, Actor>,
    pub ledger: Ledger,
    /// Whom the script plays at this moment.
    pub led: Option<ChatId>,
    /// Who is about to come in by the link with this code.
    pub arrivals: VecDeque<(UserId, String)>,
    /// Who wrote something and has heard nothing since.
    waiting: HashSet<ChatId>,
    /// How many times somebody heard nothing at all.
    silences: usize,
    due: Due,
}

impl Stage {
    pub(super) async fn set(start: DateTime<Utc>, database: &str) -> anyhow::Result<Self> {
        let clock = Arc::new(PlayedClock::standing(start));
        let shown = clock.clone();
        let sandbox = Sandbox::start(Options::new(Arc::new(move || shown.now()))).await?;
        sandbox.set_ledger(false);
        let bot = cast(&sandbox, &clock, database, MESSAGES_PER_SECOND).await?;
        // From now on the sandbox remembers what is said.
        sandbox.heard();
        Ok(Self {
            sandbox,
            bot,
            clock,
            crowd: HashMap::new(),
            ledger: Ledger::default(),
            led: None,
            arrivals: VecDeque::new(),
            waiting: HashSet::new(),
            silences: 0,
            due: Due::Unknown,
        })
    }

    pub(super) fn app(&self) -> &Arc<App> {
        &self.bot.app
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Lets everybody talk until nobody has anything more to do now.
    pub(super) async fn talk(&mut self) -> anyhow::Result<()> {
        self.due = Due::Unknown;
        for _ in 0..ROUNDS {
            self.bot.settle().await?;
            let steps = self.listen();
            if steps.is_empty() && self.arrivals.is_empty() {
                if self.wait_a_little().await? {
                    continue;
                }
                self.silences += self.waiting.len();
                self.waiting.clear();
                return Ok(());
            }
            self.clock.advance(TimeDelta::seconds(1));
            for (user, step) in steps {
                self.make(user, &step);
            }
            self.open_the_door();
        }
        anyhow::bail!("the talk goes in circles: a simulated person does not understand a screen")
    }

    /// Reads what the bot said; returns what people do about it, one step each.
    fn listen(&mut self) -> Vec<(UserId, Move)> {
        let mut heard: Vec<(ChatId, SeenMessage)> = Vec::new();
        let mut places: HashMap<(ChatId, i64), usize> = HashMap::new();
        for (chat, message) in self.sandbox.heard() {
            // A screen that changed twice is read once, as it is now.
            if places.insert((chat, message.id), heard.len()).is_none() {
                heard.push((chat, message));
            }
        }
        let mut steps: Vec<(UserId, Move)> = Vec::new();
        let mut busy: HashSet<ChatId> = HashSet::new();
        for (chat, message) in heard {
            self.waiting.remove(&chat);
            self.ledger.read(chat, &message);
            let is_led = self.led == Some(chat);
            let Some(actor) = self.crowd.get_mut(&chat).filter(|_| !is_led) else {
                continue;
            };
            if let Some(step) = actor.respond(&message) {
                if busy.insert(chat) {
                    steps.push((UserId(chat.0), step));
                } else {
                    actor.put_off(step);
                }
            }
        }
        steps
    }

    /// What waits for the messenger's limits goes out in a moment; `false` when nothing does.
    async fn wait_a_little(&self) -> anyhow::Result<bool> {
        let now = self.now();
        let due = outbox::next_due(&mut *self.app().db.read().await?).await?;
        let soon = due.filter(|due| *due <= now + SOON);
        if let Some(due) = soon {
            self.clock.advance_to(due.max(now + TimeDelta::seconds(1)));
        }
        Ok(soon.is_some())
    }

    fn open_the_door(&mut self) {
        let coming = self.arrivals.len().min(DOOR);
        for (user, code) in self.arrivals.drain(..coming) {
            self.waiting.insert(user.into());
            self.sandbox.start_link(user, &code);
        }
    }

    /// One step of somebody. Words must bring an answer; the sandbox watches over presses.
    pub(super) fn make(&mut self, user: UserId, step: &Move) {
        if matches!(step, Move::Say(_)) {
            self.waiting.insert(user.into());
        }
        step.make(&self.sandbox, user);
    }

    /// Lets time pass until `target`, stopping wherever the bot has something to do. The clock stays at the last stop.
    pub(super) async fn play_until(&mut self, target: DateTime<Utc>) -> anyhow::Result<()> {
        loop {
            if self.due == Due::Unknown {
                self.due = next_due(self.app()).await?.map_or(Due::Never, Due::At);
            }
            match self.due {
                Due::At(stop) if stop <= target => self.act_at(stop).await?,
                // Nobody talks before that, so it need not be asked again.
                _ => return Ok(()),
            }
        }
    }

    /// The same, and the bot is woken at `target` whether it means to or not.
    pub(super) async fn stop_at(&mut self, target: DateTime<Utc>) -> anyhow::Result<()> {
        self.play_until(target).await?;
        if self.now() < target {
            self.act_at(target).await?;
        }
        Ok(())
    }

    async fn act_at(&mut self, moment: DateTime<Utc>) -> anyhow::Result<()> {
        let soonest = self.now() + TimeDelta::milliseconds(1);
        self.clock.advance_to(moment.max(soonest));
        jobs::run_due(self.app()).await?;
        self.talk().await
    }

    /// Presses and messages that nobody ever answered.
    pub(super) fn unanswered(&self) -> usize {
        self.silences + self.sandbox.unanswered_presses().len()
    }
}
