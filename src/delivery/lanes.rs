//! The same chat in order, different chats in parallel, bounded.

use crate::store::inbox::Waiting;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use tokio::sync::{Notify, Semaphore};

/// Chats handled at once.
const AT_ONCE: usize = 64;
/// Updates of one chat that may wait; more is a flood.
pub(super) const PATIENCE: usize = 30;
/// Updates of all chats that may wait before no more are fetched.
const IN_HAND: usize = 4_000;

/// The chats whose updates are being handled, each with those that wait behind.
pub(super) struct Lanes {
    waiting: Mutex<HashMap<String, VecDeque<Waiting>>>,
    at_once: Semaphore,
    /// Rung when a chat has nothing left.
    quiet: Notify,
}

impl Default for Lanes {
    fn default() -> Self {
        Self { waiting: Mutex::default(), at_once: Semaphore::new(AT_ONCE), quiet: Notify::new() }
    }
}

/// What became of an update that joined its chat's lane.
pub(super) enum Joined {
    /// The lane was empty: somebody has to start handling it.
    First,
    Behind,
    /// Too many wait in this chat already.
    Flood(Waiting),
}

impl Lanes {
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, VecDeque<Waiting>>> {
        // A queue is never left half-changed.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn join(&self, update: Waiting) -> Joined {
        let mut lanes = self.lock();
        match lanes.get_mut(&update.lane) {
            None => {
                lanes.insert(update.lane.clone(), VecDeque::from([update]));
                Joined::First
            }
            Some(lane) if lane.len() >= PATIENCE => Joined::Flood(update),
            Some(lane) => {
                lane.push_back(update);
                Joined::Behind
            }
        }
    }

    /// The next update of a chat; `None` closes its lane.
    pub(super) fn next(&self, lane: &str) -> Option<Waiting> {
        let mut lanes = self.lock();
        let next = lanes.get_mut(lane).and_then(VecDeque::pop_front);
        if next.is_none() {
            lanes.remove(lane);
            drop(lanes);
            self.quiet.notify_waiters();
        }
        next
    }

    /// Waits for a place among those handled at once.
    pub(super) async fn place(&self) -> Option<tokio::sync::SemaphorePermit<'_>> {
        self.at_once.acquire().await.ok()
    }

    /// Waits until every chat has been handled.
    pub(super) async fn idle(&self) {
        self.wait_until(HashMap::is_empty).await;
    }

    /// Waits until there is room for another batch.
    pub(super) async fn room(&self) {
        self.wait_until(|lanes| lanes.values().map(VecDeque::len).sum::<usize>() < IN_HAND).await;
    }

    async fn wait_until(&self, enough: impl Fn(&HashMap<String, VecDeque<Waiting>>) -> bool) {
        loop {
            let rung = self.quiet.notified();
            tokio::pin!(rung);
            rung.as_mut().enable();
            if enough(&self.lock()) {
                return;
            }
            rung.await;
        }
    }
}
