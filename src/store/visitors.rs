//! Who stands at the door: where the chat is, whose it is, of which organisation. One query, because it is asked with
//! every update.

use super::accounts::Account;
use super::organisations::{Organisation, OrganisationRow};
use super::people::PersonRow;
use super::sessions::Session;
use crate::domain::people::Person;
use sqlx::AnyConnection;

/// What is known of a chat; nothing of one that has never written.
pub struct Visitor {
    pub session: Option<Session>,
    pub account: Option<Account>,
    /// Absent also when the staff list has them no more.
    pub person: Option<Person>,
    pub organisation: Option<Organisation>,
}

#[derive(sqlx::FromRow)]
struct VisitorRow {
    state: Option<String>,
    version: Option<i64>,
    message: Option<String>,
    locale: Option<String>,
    unreachable_at: Option<i64>,
    account_person: Option<i64>,
    person: Option<i64>,
    full_name: Option<String>,
    position: Option<String>,
    roles: Option<String>,
    organisation: Option<i64>,
    name: Option<String>,
    kind: Option<String>,
    zone: Option<String>,
    school_year: Option<i64>,
    channel: Option<String>,
    channel_title: Option<String>,
}

pub async fn get(conn: &mut AnyConnection, chat: &str) -> anyhow::Result<Visitor> {
    let row: VisitorRow = sqlx::query_as(
        "SELECT s.state, s.version, s.message, a.locale, a.unreachable_at, a.person AS account_person,
                p.id AS person, p.full_name, p.position, p.roles,
                o.id AS organisation, o.name, o.kind, o.zone, o.school_year, o.channel, o.channel_title
         FROM (SELECT CAST($1 AS TEXT) AS chat) c
         LEFT JOIN sessions s ON s.chat = c.chat
         LEFT JOIN accounts a ON a.chat = c.chat
         LEFT JOIN people p ON p.id = a.person AND p.archived_at IS NULL
         LEFT JOIN organisations o ON o.id = p.organisation",
    )
    .bind(chat)
    .fetch_one(conn)
    .await?;
    row.visitor()
}

impl VisitorRow {
    fn visitor(mut self) -> anyhow::Result<Visitor> {
        Ok(Visitor {
            session: self.session(),
            account: self.account(),
            person: self.person().map(Person::from),
            organisation: self.organisation().map(Organisation::try_from).transpose()?,
        })
    }

    fn session(&mut self) -> Option<Session> {
        Some(Session { state: self.state.take()?, version: self.version?, message: self.message.take()? })
    }

    fn account(&mut self) -> Option<Account> {
        Some(Account { person: self.account_person, locale: self.locale.take()?, unreachable_at: self.unreachable_at })
    }

    fn person(&mut self) -> Option<PersonRow> {
        Some(PersonRow {
            id: self.person?,
            organisation: self.organisation?,
            full_name: self.full_name.take()?,
            position: self.position.take()?,
            roles: self.roles.take()?,
        })
    }

    fn organisation(&mut self) -> Option<OrganisationRow> {
        Some(OrganisationRow {
            id: self.organisation?,
            name: self.name.take()?,
            kind: self.kind.take()?,
            zone: self.zone.take()?,
            school_year: self.school_year?,
            channel: self.channel.take()?,
            channel_title: self.channel_title.take()?,
        })
    }
}
