//! What people got, read from their chats, against what was owed to them, worked out beside the bot.

use crate::chat::Action;
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::reminder::{Mark, in_quiet_hours};
use crate::sandbox::{ChatId, SeenMessage};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Rows that one digest names with a button; the rest it counts.
const NAMED: usize = 8;

/// A reminder that the policy owes: whose, of what, which of its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Owed {
    pub person: PersonId,
    pub occurrence: OccurrenceId,
    pub mark: Mark,
    /// The day on which it is to be sent.
    pub on: NaiveDate,
    /// A curator's, on behalf of somebody who has no chat with the bot.
    pub for_another: bool,
}

/// The reminders of a year, counted one by one: an occurrence, a person, a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Reminders {
    /// Owed by the policy while the row was open.
    pub due: usize,
    /// Of these, those that reached their person.
    pub sent: usize,
    /// Of these, those that came on a later day than the policy says.
    pub late: usize,
    /// Came without being owed, or once more.
    pub duplicate: usize,
    pub in_quiet_hours: usize,
    /// Owed, and not sent because the row was closed before its message left.
    pub obsolete: usize,
}

/// What was posted to the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Posts {
    pub sent: usize,
    /// The same words once more.
    pub duplicate: usize,
}

/// Everything that was read.
#[derive(Default)]
pub(super) struct Ledger {
    pub zone: Tz,
    reminders: Reminders,
    /// What is owed to a chat and not there yet.
    open: HashMap<ChatId, Vec<Owed>>,
    /// The last message of each chat: ids only grow.
    last: HashMap<ChatId, i64>,
    /// The day of the last digest in each chat.
    last_digest: HashMap<ChatId, NaiveDate>,
    messages: BTreeMap<ChatId, usize>,
    posts: HashMap<String, usize>,
}

impl Ledger {
    /// Notes what a day owes.
    pub(super) fn owe(&mut self, chat: ChatId, owed: Owed) {
        self.reminders.due += 1;
        self.open.entry(chat).or_default().push(owed);
    }

    /// Reads a message that the bot sent or changed.
    pub(super) fn read(&mut self, chat: ChatId, message: &SeenMessage) {
        let last = self.last.entry(chat).or_default();
        if message.id <= *last {
            return;
        }
        *last = message.id;
        *self.messages.entry(chat).or_default() += 1;
        if chat.0 < 0 {
            *self.posts.entry(message.text.clone()).or_default() += 1;
        } else if let Some(rows) = digest(message) {
            self.read_digest(chat, message, &rows);
        }
    }

    fn read_digest(&mut self, chat: ChatId, message: &SeenMessage, rows: &[OccurrenceId]) {
        let day = message.date.with_timezone(&self.zone).date_naive();
        let open = self.open.remove(&chat).unwrap_or_default();
        let has_more = rows.len() >= NAMED;
        let is_told = |owed: &Owed| owed.for_another || has_more || rows.contains(&owed.occurrence);
        let (told, open): (Vec<Owed>, Vec<Owed>) = open.into_iter().partition(is_told);
        self.open.insert(chat, open);
        let owed: HashSet<OccurrenceId> = told.iter().map(|owed| owed.occurrence).collect();
        self.reminders.duplicate += rows.iter().filter(|row| !owed.contains(row)).count();
        // However much there is to say: one message a day.
        if self.last_digest.insert(chat, day) == Some(day) {
            self.reminders.duplicate += 1;
        }
        if in_quiet_hours(message.date, self.zone) {
            self.reminders.in_quiet_hours += told.len().max(1);
        }
        self.reminders.sent += told.len();
        self.reminders.late += told.iter().filter(|owed| owed.on < day).count();
    }

    /// The counts, given the rows that are closed by now.
    pub(super) fn reminders(&self, done: &HashSet<OccurrenceId>) -> Reminders {
        let unpaid = self.open.values().flatten();
        Reminders { obsolete: unpaid.filter(|owed| done.contains(&owed.occurrence)).count(), ..self.reminders }
    }

    pub(super) fn posts(&self) -> Posts {
        let sent = self.posts.values().sum();
        Posts { sent, duplicate: sent - self.posts.len() }
    }

    /// The most new messages that one person got.
    pub(super) fn busiest(&self) -> usize {
        let people = self.messages.iter().filter(|(chat, _)| chat.0 > 0);
        people.map(|(_, count)| *count).max().unwrap_or(0)
    }
}

/// The rows that a digest names with buttons; `None` for any other message.
fn digest(message: &SeenMessage) -> Option<Vec<OccurrenceId>> {
    let buttons = message.buttons.iter().flatten();
    let actions: Vec<Action> = buttons
        .filter_map(|button| Action::decode(button.data.as_deref()?))
        .filter(|(version, _)| *version == 0)
        .map(|(_, action)| action)
        .collect();
    let leads_on = |action: &Action| matches!(action, Action::RoadMap | Action::MyRows { .. });
    actions.iter().any(leads_on).then(|| {
        let row = |action: &Action| match action {
            Action::OccurrenceDone { occurrence, .. } => Some(*occurrence),
            _ => None,
        };
        actions.iter().filter_map(row).collect()
    })
}
