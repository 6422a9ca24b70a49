//! What a portion came to: lines that are kept, and a message for each person who has one.

use super::schools::{School, Schools};
use super::staff::Staff;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::notice::{Class, Lane, Notice};
use crate::domain::reminder::{DigestLine, LineKind};
use crate::store::outbox::{self, Envelope};
use crate::store::{Tx, digest_lines};
use crate::text::Letter;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeSet;

/// Lines of today and whom they make a message for.
pub(super) struct Post {
    now: DateTime<Utc>,
    lines: Vec<(OrganisationId, DigestLine, DateTime<Utc>)>,
    people: BTreeSet<(OrganisationId, PersonId)>,
}

impl Post {
    pub(super) fn new(now: DateTime<Utc>) -> Self {
        Self { now, lines: Vec::new(), people: BTreeSet::new() }
    }

    /// Somebody is to be told something today. What does not reach them is looked at again the next morning.
    pub(super) fn tell(
        &mut self,
        school: &School,
        (person, today): (PersonId, NaiveDate),
        (kind, subject, mark): (LineKind, i64, String),
    ) {
        let line = DigestLine { person, kind, subject, mark, owed_on: today };
        self.lines.push((school.organisation.id, line, school.next_opening(self.now)));
        self.remember(school, person);
    }

    /// Somebody has lines already that make a message today.
    pub(super) fn remember(&mut self, school: &School, person: PersonId) {
        self.people.insert((school.organisation.id, person));
    }

    /// Keeps the lines and queues the messages; returns how many messages. A person who had theirs today gets no
    /// second one: the lines wait for the next morning.
    pub(super) async fn send(self, tx: &mut Tx, schools: &Schools, staff: &Staff) -> anyhow::Result<usize> {
        digest_lines::insert_many(tx, &self.lines, self.now).await?;
        let mut owned = Vec::with_capacity(self.people.len());
        for (organisation, person) in self.people {
            let (Some(school), Some(chat)) = (schools.get(organisation), staff.chat(person)) else {
                continue;
            };
            let today = school.organisation.today(self.now);
            let letter = serde_json::to_string(&Letter::Notice(Notice::Digest { person, on: today }))?;
            let key = format!("digest:{organisation}:{person}:{today}");
            owned.push((key, chat, letter, school.closing(today)));
        }
        let envelopes: Vec<Envelope<'_>> = owned
            .iter()
            .map(|(key, chat, letter, closing)| Envelope {
                dedupe_key: key,
                chat,
                lane: Lane::Notice,
                class: Class::Repeatable,
                letter,
                not_before: self.now,
                expires_at: Some(*closing),
            })
            .collect();
        Ok(usize::try_from(outbox::enqueue_many(tx, &envelopes, self.now).await?)?)
    }
}
