//! What went to whom without being asked for, day by day: from the outbox, before it forgets.

use super::debts::chat_of;
use super::stage::Stage;
use crate::domain::fictional_staff::FictionalPerson;
use crate::domain::notice::Notice;
use crate::domain::people::{Role, short_name};
use crate::sandbox::ChatId;
use crate::store::outbox;
use crate::text::Letter;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, HashMap};

coded_enum! {
    /// What a message is about.
    pub enum What {
        Digest = "digest",
        PairAsked = "pair_asked",
        PairNudged = "pair_nudged",
        PairOver = "pair_over",
        PairOfficial = "pair_official",
        /// To the curator: how the answers of a pair stand.
        PairNews = "pair_news",
        PairsAnnounced = "pairs_announced",
        Post = "post",
        /// To the author: the news is out.
        PostOut = "post_out",
        /// Files that somebody asked for, and what went wrong.
        Other = "other",
    }
}

impl What {
    fn of(notice: &Notice) -> Self {
        match notice {
            Notice::Digest { .. } => Self::Digest,
            Notice::PairAsked { .. } => Self::PairAsked,
            Notice::PairNudged { .. } => Self::PairNudged,
            Notice::PairOver { .. } => Self::PairOver,
            Notice::PairOfficial { .. } => Self::PairOfficial,
            Notice::PairAgreed { .. } | Notice::PairDeclined { .. } | Notice::PairSilent { .. } => Self::PairNews,
            Notice::PairsAnnounced { .. } => Self::PairsAnnounced,
            Notice::PostPublished { .. } => Self::Post,
            Notice::PostOut { .. } => Self::PostOut,
            _ => Self::Other,
        }
    }
}

/// Who got something: a line of the staff list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Place in the staff list, from 1.
    pub number: i64,
    /// «Иванова М. П.», who does not exist.
    pub name: String,
    pub role: Option<Role>,
}

/// One kind of message on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub on: NaiveDate,
    pub what: What,
    /// Nobody for what went to the channel.
    pub to: Vec<Recipient>,
}

/// The year's messages, as they are collected.
pub(super) struct Diary {
    zone: Tz,
    people: HashMap<ChatId, usize>,
    sent: BTreeMap<(NaiveDate, What), Vec<ChatId>>,
    /// Up to when the outbox was read.
    until: DateTime<Utc>,
}

impl Diary {
    pub(super) fn new(zone: Tz) -> Self {
        Self { zone, people: HashMap::new(), sent: BTreeMap::new(), until: DateTime::UNIX_EPOCH }
    }

    /// Tells whose chat it is, by the place in the staff list from 0.
    pub(super) fn know(&mut self, chat: ChatId, index: usize) {
        self.people.insert(chat, index);
    }

    /// Reads what was sent since the last time.
    pub(super) async fn keep_up(&mut self, stage: &Stage) -> anyhow::Result<()> {
        let now = stage.now();
        let mut db = stage.app().db.read().await?;
        for row in outbox::list_sent_notices(&mut db, (self.until, now)).await? {
            let Letter::Notice(notice) = serde_json::from_str(&row.letter)? else {
                continue;
            };
            let at = row.ended_at.and_then(DateTime::from_timestamp_millis).unwrap_or(now);
            let on = at.with_timezone(&self.zone).date_naive();
            if let Some(chat) = chat_of(&row.chat) {
                self.sent.entry((on, What::of(&notice))).or_default().push(chat);
            }
        }
        self.until = now;
        Ok(())
    }

    /// The list, with names.
    pub(super) fn entries(self, staff: &[FictionalPerson]) -> Vec<Entry> {
        let recipient = |chat: &ChatId| {
            let person = staff.get(*self.people.get(chat)?)?;
            Some(Recipient { number: person.number, name: short_name(&person.full_name), role: role(person) })
        };
        let entry = |((on, what), chats): (&(NaiveDate, What), &Vec<ChatId>)| Entry {
            on: *on,
            what: *what,
            to: chats.iter().filter_map(recipient).collect(),
        };
        self.sent.iter().map(entry).collect()
    }
}

fn role(person: &FictionalPerson) -> Option<Role> {
    let by_form = [(person.mentor.is_some(), Role::Mentor), (person.mentee.is_some(), Role::Mentee)];
    let by_form = by_form.into_iter().find(|(is_it, _)| *is_it);
    person.roles.first().copied().or(by_form.map(|(_, role)| role))
}
