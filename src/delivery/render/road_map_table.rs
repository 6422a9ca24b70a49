//! The road map as a workbook to correct and send back.

use super::{Facts, Rendered, is_curators};
use crate::chat::road_map::words;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::changes::{GivenRow, Part};
use crate::files::road_map_table::{Column, CorrectionTable, Line, write};
use crate::files::safe_name;
use crate::messenger::Attachment;
use crate::store::organisations::{self, Organisation};
use crate::store::{activities, calendars, pairs, people, road_map_tables};
use crate::text::{Locale, Sheet, label, row_question};
use crate::{label, tr};
use anyhow::Context;

/// The columns by the end of their key, with their width in characters; those that are not parts are to be read only.
const COLUMNS: [(&str, Option<Part>, u8); 9] = [
    ("number", None, 5),
    ("stage", Some(Part::Stage), 24),
    ("activity", Some(Part::Activity), 46),
    ("term", Some(Part::Term), 20),
    ("responsible", Some(Part::Responsible), 22),
    ("result", Some(Part::Result), 26),
    ("understood", None, 20),
    ("document", None, 18),
    ("people", None, 22),
];

/// What was remembered when the table was asked for, for a curator of the organisation only.
pub(super) async fn document(facts: &mut Facts<'_>, table: i64) -> anyhow::Result<Rendered> {
    let Some(given) = road_map_tables::find(facts.db, table).await? else {
        return Ok(None);
    };
    if !is_curators(facts, given.organisation).await? {
        return Ok(None);
    }
    let locale = facts.locale;
    let organisation = organisations::get(facts.db, given.organisation).await?;
    let rows: Vec<GivenRow> = serde_json::from_str(&given.rows).context("the rows of a table")?;
    let lines = lines(facts, &organisation, &rows).await?;
    let count = rows.len();
    let year = given.school_year.to_string();
    let written = CorrectionTable {
        mark: table.to_string(),
        title: label!(locale, "review-table-title", year = &year, organisation = &organisation.name),
        instruction: label!(locale, "review-table-instruction"),
        columns: COLUMNS.iter().map(|(code, part, width)| column(locale, code, part.is_none(), *width)).collect(),
        lines,
    };
    let name = safe_name(&label!(locale, "review-table-file", year = &year), "xlsx");
    // Making the file keeps the processor busy.
    let bytes = tokio::task::spawn_blocking(move || write(&written)).await.context("writing the table")??;
    let text = tr!(locale, "review-table-handed", count = count);
    Ok(Some((Sheet { text, ..Sheet::default() }, Some(Attachment::Document { name, bytes }))))
}

fn column(locale: Locale, code: &str, for_reference: bool, width: u8) -> Column {
    Column { name: label(locale, &format!("review-column-{code}"), &[]), width, for_reference }
}

/// The rows as they were remembered, with what the bot understands of them and whom it reminds, as of now.
async fn lines(facts: &mut Facts<'_>, organisation: &Organisation, given: &[GivenRow]) -> anyhow::Result<Vec<Line>> {
    let (id, year) = (organisation.id, organisation.school_year);
    let rows = activities::list(facts.db, id, year).await?;
    let staff = people::list(facts.db, id).await?;
    let paired = pairs::mentors(facts.db, id, year).await?;
    let calendar = calendars::of(facts.db, organisation).await?;
    let locale = facts.locale;
    let in_words = |row: &Activity| {
        let understood = match row.term_question(&calendar) {
            Some(question) => tr!(locale, "review-cell-asked", question = row_question(locale, question)),
            None => words::days(locale, row, &calendar),
        };
        [understood, words::people(locale, row, &staff, &paired)].map(|text| text.as_plain())
    };
    let one = |(number, row): (usize, &GivenRow)| {
        let known = rows.iter().find(|one| one.id == row.id).map(in_words).unwrap_or_default();
        line(number, row, &known)
    };
    Ok((1..).zip(given).map(one).collect())
}

fn line(number: usize, row: &GivenRow, [understood, people]: &[String; 2]) -> Line {
    let cell = |(code, part, _): &(&str, Option<Part>, u8)| match (part, *code) {
        (Some(part), _) => row.cells.get(*part).to_owned(),
        (None, "number") => number.to_string(),
        (None, "understood") => understood.clone(),
        (None, "document") => row.term_document.clone(),
        (None, _) => people.clone(),
    };
    Line { mark: row.id.to_string(), cells: COLUMNS.iter().map(cell).collect() }
}
