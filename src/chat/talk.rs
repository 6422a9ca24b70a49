//! One turn of a conversation: who speaks, what is known, what happens next.

use super::{Attached, Screen, State};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::PersonId;
use crate::domain::notice::Notice;
use crate::domain::people::{Person, Role};
use crate::files::document::DocumentProblem;
use crate::messenger::Sender;
use crate::store::organisations::{self, Organisation};
use crate::store::outbox::{self, Postage};
use crate::store::{Tx, calendars, digest_lines, people, quiet};
use crate::text::{Letter, Locale, Markup};
use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};

/// What a flow works with. Everything it writes goes through `tx` and is kept only as a whole.
pub struct Talk<'t> {
    pub tx: &'t mut Tx,
    pub now: DateTime<Utc>,
    pub chat: &'t str,
    /// Names this update and no other: evidence of what was pressed, and part of keys that must be new each time.
    pub key: &'t str,
    pub sender: &'t Sender,
    pub locale: Locale,
    /// The person of the staff list behind this chat.
    pub person: Option<Person>,
    pub organisation: Option<Organisation>,
    /// What a start link is made of: the code follows.
    pub start_link: &'t str,
    /// What was read in the file of this turn, where a document is waited for.
    pub document: Option<&'t Result<Attached, DocumentProblem>>,
}

impl Talk<'_> {
    pub fn person(&self) -> anyhow::Result<&Person> {
        self.person.as_ref().context("this chat has no person")
    }

    pub fn organisation(&self) -> anyhow::Result<&Organisation> {
        self.organisation.as_ref().context("this chat has no organisation")
    }

    /// Today at the organisation.
    pub fn today(&self) -> NaiveDate {
        self.organisation.as_ref().map_or_else(|| self.now.date_naive(), |organisation| organisation.today(self.now))
    }

    /// The civil day of an instant at the organisation.
    pub fn day_of(&self, instant: DateTime<Utc>) -> NaiveDate {
        self.organisation.as_ref().map_or_else(|| instant.date_naive(), |organisation| organisation.today(instant))
    }

    /// The days that the organisation works.
    pub async fn calendar(&mut self) -> anyhow::Result<WorkingDays> {
        let organisation = self.organisation.as_ref().context("this chat has no organisation")?;
        calendars::of(self.tx, organisation).await
    }

    pub fn is(&self, role: Role) -> bool {
        self.person.as_ref().is_some_and(|person| person.has(role))
    }

    /// The day on which colleagues hear of what is asked of them now: in quiet hours it is the next morning's.
    pub async fn heard_on(&mut self) -> anyhow::Result<NaiveDate> {
        let organisation = self.organisation.as_ref().context("this chat has no organisation")?;
        Ok(organisation.today(quiet::over(self.tx, organisation, self.now).await?))
    }

    /// Owes a person something. What they wait for goes now, or in the morning when they are not to be disturbed, and
    /// is nothing when they have no chat yet; the rest is a line of their next morning's message, for which they may
    /// still come. `key` makes it the same thing only once.
    pub async fn notify(&mut self, person: PersonId, key: &str, notice: Notice) -> anyhow::Result<()> {
        if notice.unasked().is_some() {
            return self.tell_in_the_morning(person, key, &notice).await;
        }
        let is_here = self.person.as_ref().is_some_and(|own| own.id == person);
        let postage = if is_here { Postage::NOTICE } else { Postage::of(&notice) };
        let letter = Letter::Notice(notice);
        outbox::owe_person(self.tx, (person, key), &letter, postage, self.now).await.map(drop)
    }

    /// Keeps a line for somebody's next morning, where they are: a municipal centre is not where its schools are.
    async fn tell_in_the_morning(&mut self, person: PersonId, key: &str, notice: &Notice) -> anyhow::Result<()> {
        let Some(person) = people::find(self.tx, person).await? else {
            return Ok(());
        };
        let organisation = organisations::get(self.tx, person.organisation).await?;
        if let Some(line) = notice.line(person.id, key, organisation.today(self.now)) {
            digest_lines::insert(self.tx, organisation.id, line, self.now).await?;
        }
        Ok(())
    }

    /// Owes this chat something now, e.g. a file.
    pub async fn hand_over(&mut self, key: &str, notice: Notice) -> anyhow::Result<()> {
        let letter = Letter::Notice(notice);
        outbox::owe(self.tx, (self.chat, key), &letter, Postage::ANSWER, self.now).await.map(drop)
    }

    /// Owes the channel something, at once or at a time; never twice.
    pub async fn announce(
        &mut self,
        channel: &str,
        key: &str,
        notice: Notice,
        not_before: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let letter = Letter::Notice(notice);
        outbox::owe(self.tx, (channel, key), &letter, Postage::PUBLIC.at(not_before), self.now).await.map(drop)
    }
}

/// What a flow decided.
pub struct Turn {
    pub(super) next: Next,
    pub(super) toast: Option<String>,
    pub(super) note: Markup,
}

pub(super) enum Next {
    /// The same place, drawn anew.
    Stay,
    /// Another place.
    To(State),
    /// Another place or the same one, drawn already.
    Drawn(State, Screen),
    /// The pressed message becomes this; the chat's place does not change. For buttons under notices.
    InPlace(Screen),
    /// Nothing but the answer to the press.
    Quiet,
}

impl Turn {
    /// Goes to another place.
    pub fn to(place: impl Into<State>) -> Self {
        Self { next: Next::To(place.into()), toast: None, note: Markup::default() }
    }

    /// Goes to a place, or stays, with its screen drawn from what the flow holds already: saves reading it again.
    pub fn drawn(state: State, screen: Screen) -> Self {
        Self { next: Next::Drawn(state, screen), toast: None, note: Markup::default() }
    }

    /// Draws the same place anew.
    pub fn stay() -> Self {
        Self { next: Next::Stay, toast: None, note: Markup::default() }
    }

    /// Draws the same place with a line above: what was wrong and what to do.
    pub fn hint(note: Markup) -> Self {
        Self { next: Next::Stay, toast: None, note }
    }

    /// Changes the notice whose button was pressed.
    pub fn in_place(screen: Screen) -> Self {
        Self { next: Next::InPlace(screen), toast: None, note: Markup::default() }
    }

    /// Draws nothing.
    pub fn quiet() -> Self {
        Self { next: Next::Quiet, toast: None, note: Markup::default() }
    }

    /// Adds a line above the next screen.
    #[must_use]
    pub fn with_note(mut self, note: Markup) -> Self {
        self.note = note;
        self
    }

    /// Adds a line below what stands above the next screen already.
    #[must_use]
    pub fn with_more(mut self, note: &Markup) -> Self {
        self.note = self.note.line(note);
        self
    }

    /// Adds a short line over the chat (shown after a press only).
    #[must_use]
    pub fn with_toast(mut self, toast: String) -> Self {
        self.toast = Some(toast);
        self
    }
}

/// What a person did at a place.
pub enum Input {
    Press(super::Action),
    Text(String),
    File(crate::messenger::IncomingFile),
    Photo { file: String, caption: String },
}
