//! The workbook's second sheet: every date on a line of its own, earliest first.

use super::Year;
use super::cells::{dated, evidence_of, heading};
use crate::domain::roadmap::standing::standing;
use crate::files::finished_table::{DateRow, DatesSheet};
use crate::label;
use crate::text::{self, Locale};

pub(super) fn sheet(locale: Locale, year: &Year) -> DatesSheet {
    let columns = vec![
        label!(locale, "table-column-number"),
        label!(locale, "table-column-stage"),
        label!(locale, "table-column-activity"),
        label!(locale, "table-column-term"),
        label!(locale, "table-column-state"),
        label!(locale, "table-column-actual"),
        label!(locale, "table-column-evidence"),
    ];
    let mut rows: Vec<DateRow> = Vec::new();
    for row in &year.rows {
        for one in year.by_row.get(&row.id).into_iter().flatten() {
            let dated = dated(year, one);
            let stands = standing(&[dated], year.today);
            rows.push(DateRow {
                number: row.position,
                stage: row.stage.clone(),
                activity: heading(row),
                last_day: one.official_due,
                state: text::label(locale, &format!("standing-{stands}"), &[]),
                done_on: dated.done_on,
                evidence: evidence_of(locale, year, one),
            });
        }
    }
    rows.sort_by_key(|row| (row.last_day, row.number));
    DatesSheet { name: label!(locale, "table-dates"), columns, rows }
}
