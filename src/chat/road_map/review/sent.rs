//! A table that came back: whose it is, which columns it has, what its rows say.

use super::edit::LONGEST;
use super::place::{ChangesOf, ReviewPlace};
use crate::chat::road_map::place::RoadMapPlace;
use crate::chat::road_map::reading::MOST_ROWS;
use crate::chat::staff::table_refusal;
use crate::chat::{Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::changes::{Part, SentRow};
use crate::domain::typed_text::{self, TextProblem};
use crate::files::road_map_table::{self, MarkedTable};
use crate::files::table::TableProblem;
use crate::messenger::IncomingFile;
use crate::store::road_map_tables::{self, Correction};
use crate::text::{Locale, Markup, label};
use crate::tr;
use serde::{Deserialize, Serialize};

/// The longest name of a file or column that is shown, in characters.
const LONGEST_NAME: usize = 60;
/// Columns of the table that are not read back.
const NOT_READ: [&str; 4] = ["number", "understood", "document", "people"];

/// What is kept of a table that came back.
#[derive(Serialize, Deserialize)]
pub(super) struct Sent {
    /// Columns that mean nothing here.
    pub(super) unknown: Vec<String>,
    pub(super) rows: Vec<SentRow>,
}

/// Takes a table of ours; `None` when the file is none.
pub(super) async fn take(talk: &mut Talk<'_>, file: &IncomingFile) -> anyhow::Result<Option<Turn>> {
    let Some(bytes) = file.content.clone() else {
        return Ok(None);
    };
    let name = file.name.clone();
    // Busy for up to a second with a large workbook; one that brings the reader down is a broken one.
    let read = tokio::task::spawn_blocking(move || road_map_table::read(&name, &bytes)).await;
    let table = match read.unwrap_or(Err(TableProblem::Broken)) {
        Ok(Some(table)) => table,
        Ok(None) => return Ok(None),
        Err(problem) => return Ok(Some(Turn::hint(table_refusal(talk.locale, &problem)))),
    };
    let Some(base) = base(talk, &table.mark).await? else {
        return Ok(None);
    };
    if let Err(stranger) = base {
        return Ok(Some(Turn::hint(stranger)));
    }
    let sent = match sent(talk.locale, &table) {
        Ok(sent) => sent,
        Err(problem) => return Ok(Some(Turn::hint(problem))),
    };
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let source_name = typed_text::clean_line(&file.name, LONGEST_NAME).unwrap_or_default();
    let base = table.mark.parse().unwrap_or_default();
    let correction = Correction { base, source_name, content: serde_json::to_string(&sent)? };
    road_map_tables::save_correction(talk.tx, (organisation, year), &correction, talk.now).await?;
    let changes = ReviewPlace::Changes { of: ChangesOf::Table, page: 0, theirs: false };
    Ok(Some(Turn::to(RoadMapPlace::from(changes))))
}

/// Whether the table was given out for this road map; `None` when nobody remembers it: it is read by its words.
async fn base(talk: &mut Talk<'_>, mark: &str) -> anyhow::Result<Option<Result<(), Markup>>> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Ok(id) = mark.parse() else {
        return Ok(None);
    };
    let given = road_map_tables::find(talk.tx, id).await?;
    Ok(given.map(|given| {
        if given.organisation != organisation {
            return Err(tr!(locale, "review-sent-stranger"));
        }
        if given.school_year != year {
            let (its, ours) = (given.school_year.to_string(), year.to_string());
            return Err(tr!(locale, "review-sent-other-year", its = its, ours = ours));
        }
        Ok(())
    }))
}

/// The rows by the columns that are known, whatever their order and language.
fn sent(locale: Locale, table: &MarkedTable) -> Result<Sent, Markup> {
    let parts: Vec<Option<Part>> = table.columns.iter().map(|name| part_of(name)).collect();
    if !parts.contains(&Some(Part::Activity)) {
        return Err(tr!(locale, "review-sent-no-columns", column = label(locale, "review-column-activity", &[])));
    }
    let unread = |name: &&String| !name.is_empty() && part_of(name).is_none() && !is_not_read(name);
    let unknown = table.columns.iter().filter(unread).map(|name| name.chars().take(LONGEST_NAME).collect()).collect();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (number, (mark, cells)) in (1..).zip(&table.rows) {
        let mut row =
            SentRow { id: mark.as_deref().and_then(|mark| mark.parse().ok()).map(ActivityId), ..SentRow::default() };
        for (part, text) in parts.iter().zip(cells) {
            let Some(part) = part else { continue };
            row.cells.insert(*part, tidy(locale, text, number)?);
        }
        // A row whose cells were all cleared was taken out.
        if row.cells.values().any(|cell| !cell.is_empty()) {
            rows.push(row);
        }
    }
    if rows.len() > MOST_ROWS {
        return Err(tr!(locale, "review-sent-too-many", limit = MOST_ROWS));
    }
    if rows.is_empty() {
        return Err(tr!(locale, "review-sent-no-rows"));
    }
    Ok(Sent { unknown, rows })
}

fn tidy(locale: Locale, text: &str, row: usize) -> Result<String, Markup> {
    match typed_text::clean(text, LONGEST) {
        Ok(text) => Ok(text),
        Err(TextProblem::TooLong { max, .. }) => Err(tr!(locale, "review-sent-long-cell", row = row, limit = max)),
        Err(TextProblem::Empty | TextProblem::NotPlain) => Ok(String::new()),
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_column(name: &str, code: &str) -> bool {
    let key = format!("review-column-{code}");
    Locale::ALL.iter().any(|locale| folded(&label(*locale, &key, &[])) == folded(name))
}

fn part_of(name: &str) -> Option<Part> {
    Part::ALL.iter().copied().find(|part| is_column(name, part.code()))
}

fn is_not_read(name: &str) -> bool {
    NOT_READ.iter().any(|code| is_column(name, code))
}
