//! Questionnaires that were sent, and the banks that they make.

use crate::domain::roadmap::binding::{Fact, Finding};
use crate::store::organisations::Organisation;
use crate::store::responses::consents;
use crate::store::{closed_banks, from_ms};
use sqlx::AnyConnection;

#[derive(sqlx::FromRow)]
struct Counted {
    finished: i64,
    waiting: i64,
    last_at: Option<i64>,
}

/// Who has sent a questionnaire, and who of those asked has not: whoever the staff list calls a mentor (or mentee) is
/// asked, and so is whoever has begun.
pub(super) async fn find(
    conn: &mut AnyConnection,
    organisation: &Organisation,
    (fact, questionnaire): (Fact, &str),
) -> anyhow::Result<Option<Finding>> {
    let counted: Counted = sqlx::query_as(concat!(
        "SELECT COUNT(CASE WHEN f.sent = 1 THEN 1 END) AS finished,
                COUNT(CASE WHEN f.sent = 0 AND (f.begun = 1 OR f.asked = 1) THEN 1 END) AS waiting,
                MAX(CASE WHEN f.sent = 1 THEN f.finished_at END) AS last_at
         FROM (SELECT r.finished_at,
                      CASE WHEN r.state = 'finished' AND ",
        consents!(),
        " THEN 1 ELSE 0 END AS sent,
                      CASE WHEN r.state = 'draft' THEN 1 ELSE 0 END AS begun,
                      CASE WHEN ' ' || p.roles || ' ' LIKE '% ' || $3 || ' %' THEN 1 ELSE 0 END AS asked
               FROM people p LEFT JOIN responses r ON r.person = p.id AND r.school_year = $2 AND r.questionnaire = $3
               WHERE p.organisation = $1 AND p.archived_at IS NULL) f"
    ))
    .bind(organisation.id.0)
    .bind(i64::from(organisation.school_year.0))
    .bind(questionnaire)
    .fetch_one(&mut *conn)
    .await?;
    let count = |number: i64| usize::try_from(number).unwrap_or(0);
    let on = counted.last_at.map(|ms| organisation.today(from_ms(ms)));
    let found = Finding::new(fact, (count(counted.finished), count(counted.waiting)), on);
    let bank = (organisation.id, organisation.school_year, questionnaire);
    let is_bank = matches!(fact, Fact::MenteeBank | Fact::MentorBank);
    let closed_at = if is_bank { closed_banks::find(conn, bank).await? } else { None };
    Ok(match (found, closed_at) {
        (Some(found), Some(at)) => Some(found.declared_on(organisation.today(at))),
        (found, _) => found,
    })
}
