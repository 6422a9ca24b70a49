//! A strict local Telegram Bot API server with a chat page: for trying out, tests, rehearsals and benchmarks.
//!
//! The bot talks to it over HTTP exactly as to Telegram and cannot tell the difference; this module knows
//! nothing of the bot. It listens on 127.0.0.1 only. To play one more method, see [`methods`].
//!
//! Reading order: `state` (all the server knows) · `chat`, `message`, `press`, `queue` (its parts) · `methods`
//! (what the bot can call) · `http`, `polling`, `params` (how a call arrives) · `people`, `acting`, `odd`
//! (who there is and what they do) · `seen` (looking) · `page` (the same in a browser).

mod acting;
mod body;
mod chat;
mod entity;
mod fault;
mod files;
mod html;
mod http;
mod keyboard;
mod ledger;
mod limits;
mod line;
mod message;
pub mod methods;
mod odd;
mod page;
mod params;
mod people;
mod polling;
mod press;
mod queue;
mod refusal;
mod seen;
mod state;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context as _;
use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;

use self::line::{Door, Scissors};
use self::state::State;

pub use self::chat::{ChatId, Membership, Rights, UserId};
pub use self::entity::Entity;
pub use self::fault::{Fault, FaultKind};
pub use self::ledger::Call;
pub use self::odd::Odd;
pub use self::page::clock::{ClockControl, Step};
pub use self::press::{PressId, Toast};
pub use self::seen::{SeenButton, SeenFile, SeenMessage};
pub use self::state::Now;

/// How to start a sandbox.
pub struct Options {
    /// 0 takes any free port.
    pub port: u16,
    pub bot_username: String,
    /// What the bot signs its calls with: `<digits>:<secret>`.
    pub token: String,
    /// Dates the messages and drives the limits.
    pub now: Now,
    /// The clock bar of the page; none hides it.
    pub clock_control: Option<Arc<dyn ClockControl>>,
    /// Plain sentences shown above the chats.
    pub hints: Vec<String>,
}

impl Options {
    /// Any free port, a made-up bot, no clock bar, no hints.
    pub fn new(now: Now) -> Self {
        let (bot_username, token) = ("nastavnik_sandbox_bot".to_owned(), "100200300:sandbox-only".to_owned());
        Self { port: 0, bot_username, token, now, clock_control: None, hints: Vec::new() }
    }
}

/// A running server; clones are the same one. It lives as long as the runtime that started it.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    token: String,
    address: SocketAddr,
    state: Mutex<State>,
    /// Wakes long polls.
    news: watch::Sender<()>,
    /// Wakes whoever looks: tests and pages.
    changes: watch::Sender<()>,
    clock_control: Option<Arc<dyn ClockControl>>,
}

impl Inner {
    /// Reads or writes the state without telling anybody.
    fn look<T>(&self, read: impl FnOnce(&mut State) -> T) -> T {
        read(&mut self.lock())
    }

    /// Changes the state and wakes those who wait for it.
    fn change<T>(&self, write: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.lock();
        let before = state.queue.pushed();
        let result = write(&mut state);
        let has_news = state.queue.pushed() != before;
        drop(state);
        if has_news {
            self.news.send_replace(());
        }
        self.changes.send_replace(());
        result
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sandbox {
    /// Binds 127.0.0.1 and serves until the runtime ends.
    pub async fn start(options: Options) -> anyhow::Result<Self> {
        let bot_id = options.token.split_once(':').and_then(|(id, _)| id.parse().ok());
        let bot_id = bot_id.context("a token is <digits>:<secret>")?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await;
        let listener = listener.with_context(|| format!("port {} is not free", options.port))?;
        let address = listener.local_addr()?;
        let state = Mutex::new(State::new(bot_id, options.bot_username, options.hints, options.now));
        let (news, changes) = (watch::Sender::new(()), watch::Sender::new(()));
        let (token, clock_control) = (options.token, options.clock_control);
        let inner = Arc::new(Inner { token, address, state, news, changes, clock_control });
        let routes: Router = page::routes().fallback(http::serve).with_state(Arc::clone(&inner));
        let service = routes.into_make_service_with_connect_info::<Scissors>();
        tokio::spawn(async move { axum::serve(Door(listener), service).await });
        Ok(Self(inner))
    }

    /// What the bot takes for `https://api.telegram.org`, without a slash at the end.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// The page for a person's browser.
    pub fn page_url(&self) -> String {
        format!("http://{}/", self.0.address)
    }

    /// The only token that the server accepts.
    pub fn token(&self) -> &str {
        &self.0.token
    }

    /// Orders a fault for calls to come.
    pub fn fail_next(&self, fault: Fault) {
        self.0.look(|state| state.faults.add(fault));
    }

    /// Turns Telegram's flood limits on or off; off at the start.
    pub fn set_limits(&self, is_on: bool) {
        self.0.look(|state| state.limits.is_on = is_on);
    }

    /// Turns the ledger of calls on or off; on at the start, off for benchmarks.
    pub fn set_ledger(&self, is_on: bool) {
        self.0.look(|state| state.ledger.is_on = is_on);
    }

    /// Replaces the hints above the chats.
    pub fn set_hints(&self, hints: Vec<String>) {
        self.0.change(|state| {
            state.hints = hints;
            state.revision += 1;
        });
    }
}
