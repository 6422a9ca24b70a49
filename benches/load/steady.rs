//! People who press at a pace of their own.

use crate::crowd::Crowd;
use nastavnik::sandbox::{Sandbox, UserId};
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// Gaps as between people who know nothing of each other (a Poisson process), the same in every run.
struct Gaps {
    state: u64,
    mean: f64,
}

impl Gaps {
    fn next(&mut self) -> Duration {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        let part = f64::from(u32::try_from(self.state >> 32).unwrap_or(0)) / f64::from(u32::MAX);
        Duration::from_secs_f64(self.mean * -part.max(1e-9).ln())
    }
}

/// The people press in turn, so many times each, at `per_second` taps in all whether or not the bot keeps up; returns how
/// long each waited for the new screen.
pub(crate) async fn tap(
    sandbox: &Sandbox,
    crowd: &mut Crowd,
    (users, taps): (&[UserId], usize),
    per_second: f64,
) -> anyhow::Result<Vec<Duration>> {
    let mut gaps = Gaps { state: 0x9e37_79b9_7f4a_7c15, mean: 1.0 / per_second };
    let mut due = tokio::time::Instant::now();
    let mut pressed: HashMap<UserId, Instant> = HashMap::new();
    let mut waits = Vec::with_capacity(users.len() * taps);
    let mut turns = users.iter().cycle().take(users.len() * taps).peekable();
    while turns.peek().is_some() || !pressed.is_empty() {
        tokio::select! {
            heard = crowd.listen(sandbox), if !pressed.is_empty() => {
                let now = Instant::now();
                let known = heard?.into_iter().filter_map(|user| pressed.remove(&user));
                waits.extend(known.map(|at| now - at));
            }
            () = tokio::time::sleep_until(due), if turns.peek().is_some() => {
                if let Some(user) = turns.next() {
                    pressed.insert(*user, Instant::now());
                    crowd.tap(sandbox, *user)?;
                }
                due += gaps.next();
            }
        }
    }
    Ok(waits)
}
