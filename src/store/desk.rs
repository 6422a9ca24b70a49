//! What waits for the curators, as keys: a new key is told once, the words are made when the message leaves.

use super::to_date;
use crate::domain::ids::OrganisationId;
use crate::domain::reminder::MOST_PUT_OFF;
use chrono::NaiveDate;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The letter of its kind with its identifiers: «d12», «s4:9».
    pub code: String,
    /// The civil day from which it is asked; `None` is at once.
    pub ask_from: Option<NaiveDate>,
}

type KeyRow = (i64, String, i64, i64, String);

/// Questions of the bot, rows that were said to be somebody else's, rows that were put off again and again, colleagues
/// who have stopped the bot: each by an index that holds only what may wait.
pub(super) fn waiting() -> [String; 4] {
    [
        "SELECT organisation, 'd', id, id, ask_from FROM doubts WHERE answer = ''".to_owned(),
        "SELECT h.organisation, 'h', h.id, h.id, '' FROM handovers h WHERE h.settled_at IS NULL
           AND EXISTS (SELECT 1 FROM occurrences o WHERE o.activity = h.activity AND o.state = 'open'
                       AND (h.occurrence IS NULL OR o.id = h.occurrence))"
            .to_owned(),
        format!(
            "SELECT o.organisation, 's', o.id, often.person, '' FROM
               (SELECT occurrence, person FROM snoozes GROUP BY occurrence, person HAVING COUNT(*) >= {MOST_PUT_OFF})
               often JOIN occurrences o ON o.id = often.occurrence WHERE o.state = 'open'"
        ),
        "SELECT p.organisation, 'u', p.id, p.id, '' FROM accounts a JOIN people p ON p.id = a.person
         WHERE a.unreachable_at IS NOT NULL AND p.archived_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM accounts b WHERE b.person = p.id AND b.unreachable_at IS NULL)"
            .to_owned(),
    ]
}

/// Everything that waits anywhere, by organisation.
pub async fn list_keys(conn: &mut AnyConnection) -> anyhow::Result<BTreeMap<OrganisationId, BTreeSet<Key>>> {
    let mut keys: BTreeMap<OrganisationId, BTreeSet<Key>> = BTreeMap::new();
    for sql in waiting() {
        let rows: Vec<KeyRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await?;
        for (organisation, kind, id, person, ask_from) in rows {
            let code = if kind == "s" { format!("{kind}{id}:{person}") } else { format!("{kind}{id}") };
            let key = Key { code, ask_from: to_date(&ask_from) };
            keys.entry(organisation.into()).or_default().insert(key);
        }
    }
    Ok(keys)
}
