//! Simulated people: each looks at the screen and presses what leads on.

use anyhow::Context;
use nastavnik::chat::Action;
use nastavnik::sandbox::{Sandbox, SeenMessage, UserId};
use std::collections::HashMap;
use std::time::Duration;

/// Nobody waits longer for a screen.
const PATIENCE: Duration = Duration::from_mins(1);

/// The people and the screens that they have before them.
pub(crate) struct Crowd {
    screens: HashMap<UserId, SeenMessage>,
}

impl Crowd {
    /// Leads everybody to the first question.
    pub(crate) async fn seat(sandbox: &Sandbox, users: &[UserId]) -> anyhow::Result<Self> {
        sandbox.heard();
        let mut crowd = Self { screens: HashMap::new() };
        for user in users {
            sandbox.say(*user, "/menu");
        }
        let mut seated = 0;
        while seated < users.len() {
            for user in crowd.listen(sandbox).await? {
                if crowd.is_asked(user) {
                    seated += 1;
                } else {
                    crowd.tap(sandbox, user)?;
                }
            }
        }
        Ok(crowd)
    }

    /// Everybody presses so many times, again as soon as the screen has changed; returns when the last one has.
    pub(crate) async fn tap_together(&mut self, sandbox: &Sandbox, taps: usize) -> anyhow::Result<()> {
        let mut left: HashMap<UserId, usize> = self.screens.keys().map(|user| (*user, taps)).collect();
        for user in self.screens.keys() {
            self.tap(sandbox, *user)?;
        }
        while !left.is_empty() {
            for user in self.listen(sandbox).await? {
                let more = left.get_mut(&user).context("somebody else was answered")?;
                *more -= 1;
                if *more == 0 {
                    left.remove(&user);
                } else {
                    self.tap(sandbox, user)?;
                }
            }
        }
        Ok(())
    }

    /// Whose screens have changed since the last time; waits until somebody's has.
    pub(crate) async fn listen(&mut self, sandbox: &Sandbox) -> anyhow::Result<Vec<UserId>> {
        let heard = sandbox.wait(PATIENCE, |sandbox| {
            let heard = sandbox.heard();
            (!heard.is_empty()).then_some(heard)
        });
        let heard = heard.await?.into_iter().map(|(chat, screen)| (UserId(chat.0), screen));
        let heard: Vec<_> = heard.collect();
        let users = heard.iter().map(|(user, _)| *user).collect();
        self.screens.extend(heard);
        Ok(users)
    }

    /// Presses the button that leads on.
    pub(crate) fn tap(&self, sandbox: &Sandbox, user: UserId) -> anyhow::Result<()> {
        let screen = self.screens.get(&user).context("no screen")?;
        let data = choose(screen, user).context("no button leads on")?;
        sandbox.press(user, screen.id, data);
        Ok(())
    }

    fn is_asked(&self, user: UserId) -> bool {
        self.screens
            .get(&user)
            .is_some_and(|screen| buttons(screen).any(|(_, _, action)| matches!(action, Action::FormSet { .. })))
    }
}

fn buttons(screen: &SeenMessage) -> impl Iterator<Item = (&str, &str, Action)> {
    screen.buttons.iter().flatten().filter_map(|button| {
        let data = button.data.as_deref()?;
        Some((button.text.as_str(), data, Action::decode(data)?.1))
    })
}

/// An answer where there is none yet, then on; a question of a grid or a text is skipped.
fn choose(screen: &SeenMessage, user: UserId) -> Option<&str> {
    let find =
        |wanted: fn(&Action) -> bool| buttons(screen).find(|(_, _, action)| wanted(action)).map(|(_, data, _)| data);
    let options: Vec<&str> = buttons(screen)
        .filter(|(_, _, action)| matches!(action, Action::FormSet { on: true, .. }))
        .map(|(_, data, _)| data)
        .collect();
    let answered = buttons(screen).any(|(text, ..)| text.starts_with('✓'));
    if !options.is_empty() && !answered {
        let number = usize::try_from(user.0).unwrap_or_default() % options.len();
        return options.get(number).copied();
    }
    find(|action| matches!(action, Action::FormNext | Action::FormSkip))
        .or_else(|| find(|action| matches!(action, Action::FormBegin)))
        .or_else(|| find(|action| matches!(action, Action::FormOpen { questionnaire } if questionnaire == "mentor")))
}
