//! How organisations want to be reminded.

use super::{Tx, many};
use crate::domain::ids::OrganisationId;
use crate::domain::reminder::{Pace, QuietHours, ReminderSettings, Weekdays};
use sqlx::AnyConnection;
use std::collections::HashMap;

type SettingsRow = (i64, String, i64, String, String);

/// What cannot be read falls to what everybody has.
fn settings((_, pace, hour, quiet, weekdays): &SettingsRow) -> ReminderSettings {
    let usual = ReminderSettings::default();
    ReminderSettings {
        pace: Pace::from_code(pace).unwrap_or(usual.pace),
        hour: u8::try_from(*hour).unwrap_or(usual.hour),
        quiet: QuietHours::from_code(quiet).unwrap_or(usual.quiet),
        weekdays: Weekdays::from_code(weekdays),
    }
}

/// An organisation's wishes, or what everybody has.
pub async fn find(conn: &mut AnyConnection, organisation: OrganisationId) -> anyhow::Result<ReminderSettings> {
    let row: Option<SettingsRow> = sqlx::query_as(
        "SELECT organisation, pace, hour, quiet, weekdays FROM reminder_settings WHERE organisation = $1",
    )
    .bind(organisation.0)
    .fetch_optional(conn)
    .await?;
    Ok(row.as_ref().map(settings).unwrap_or_default())
}

/// The wishes of those among them that have any.
pub async fn list(
    conn: &mut AnyConnection,
    organisations: &[OrganisationId],
) -> anyhow::Result<HashMap<OrganisationId, ReminderSettings>> {
    let head = "SELECT organisation, pace, hour, quiet, weekdays FROM reminder_settings WHERE organisation";
    let rows: Vec<SettingsRow> = many::select(conn, head, organisations.iter().map(|id| id.0)).await?;
    Ok(rows.iter().map(|row| (OrganisationId(row.0), settings(row))).collect())
}

/// Keeps them. What is open has to be looked at anew: see `reminders::look_again`.
pub async fn save(tx: &mut Tx, organisation: OrganisationId, wishes: &ReminderSettings) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO reminder_settings (organisation, pace, hour, quiet, weekdays) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (organisation) DO UPDATE
         SET pace = excluded.pace, hour = excluded.hour, quiet = excluded.quiet, weekdays = excluded.weekdays",
    )
    .bind(organisation.0)
    .bind(wishes.pace.code())
    .bind(i64::from(wishes.hour))
    .bind(wishes.quiet.code())
    .bind(wishes.weekdays.code())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
