//! A staff list as a file: what it is, what is wrong with it, what it says.

use super::draft::Draft;
use super::road_map;
use crate::chat::{Action, Screen, State, Talk, Turn, back, button};
use crate::domain::notice::Notice;
use crate::domain::staff_list::{self, RowError, RowErrorKind, StaffProblem, StaffReading};
use crate::files::decode::MEGABYTE;
use crate::files::table::{self, Limits, TableProblem};
use crate::messenger::IncomingFile;
use crate::store::staff_drafts;
use crate::text::{self, Arg, Locale, Markup};
use crate::{label, tr};

/// Errors that are shown at once; the rest is counted.
const SHOWN: usize = 10;

pub(super) fn show(talk: &Talk<'_>) -> Screen {
    let sample = button(label!(talk.locale, "staff-sample"), Action::StaffSample);
    let by_hand = button(label!(talk.locale, "staff-by-hand"), Action::StaffAdd);
    Screen::new(tr!(talk.locale, "staff-file"))
        .row([sample, by_hand])
        .row([back(talk.locale, Action::StaffList { page: 0 })])
}

/// An example to fill in, as a message of its own.
pub(super) async fn sample(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    // A second press within a minute is the same wish.
    let key = format!("staff sample:{}:{}", talk.chat, talk.now.timestamp() / 60);
    talk.hand_over(&key, Notice::StaffSample { organisation }).await?;
    Ok(Turn::quiet().with_toast(label!(talk.locale, "staff-sample-sent")))
}

/// Reads what was sent. Nothing is applied yet: a good list waits as a draft, a bad one is explained.
/// A road map is offered to be read as one.
pub(super) async fn receive(talk: &mut Talk<'_>, sent: IncomingFile) -> anyhow::Result<Turn> {
    let name = sent.name.clone();
    match read(talk, sent).await? {
        Ok(turn) => Ok(turn),
        Err(refused) => Ok(road_map::offer(talk, &name).await?.unwrap_or_else(|| Turn::hint(refused))),
    }
}

/// What comes next, or why the file is no staff list.
async fn read(talk: &mut Talk<'_>, sent: IncomingFile) -> anyhow::Result<Result<Turn, Markup>> {
    let locale = talk.locale;
    let limits = Limits::default();
    let Some(bytes) = sent.content else {
        let too_large = usize::try_from(sent.size).is_ok_and(|size| size > limits.bytes);
        return Ok(Err(if too_large {
            refusal(locale, &TableProblem::TooLarge { limit: limits.bytes / MEGABYTE })
        } else {
            tr!(locale, "staff-file-not-fetched")
        }));
    };
    // Busy for up to a second with a large workbook; one that brings the reader down is a broken one.
    let read = tokio::task::spawn_blocking(move || table::read_table(&sent.name, &bytes, limits)).await;
    let rows = match read.unwrap_or(Err(TableProblem::Broken)) {
        Ok(rows) => rows,
        Err(problem) => return Ok(Err(refusal(locale, &problem))),
    };
    let reading = staff_list::read_staff(&rows);
    if let Err(problem) = reading.accepted() {
        return Ok(Err(errors(locale, problem, &reading)));
    }
    let draft = serde_json::to_string(&Draft::from(&reading))?;
    let me = talk.person()?.id;
    staff_drafts::save(talk.tx, me, &draft, talk.now).await?;
    Ok(Ok(Turn::to(State::StaffPreview)))
}

/// Why a file did not become rows.
pub(in crate::chat) fn refusal(locale: Locale, problem: &TableProblem) -> Markup {
    let args: Vec<(&str, Arg)> = match problem {
        TableProblem::TooLarge { limit }
        | TableProblem::TooManyRows { limit }
        | TableProblem::TooManyColumns { limit }
        | TableProblem::TooLong { limit }
        | TableProblem::TooManySheets { limit } => vec![("limit", (*limit).into())],
        TableProblem::TooLargeInside { limit } => vec![("limit", (*limit).into())],
        TableProblem::CellTooLong { row, limit } => {
            vec![("row", (*row).into()), ("limit", (*limit).into())]
        }
        TableProblem::WrongKind { found } => vec![("found", found.code().into())],
        TableProblem::Empty | TableProblem::TooSlow | TableProblem::Protected | TableProblem::Broken => Vec::new(),
    };
    text::markup(locale, problem.key(), &args)
}

/// Why nobody is added, row by row.
fn errors(locale: Locale, problem: StaffProblem, reading: &StaffReading) -> Markup {
    let args: Vec<(&str, Arg)> = match problem {
        StaffProblem::NoNames => Vec::new(),
        StaffProblem::Rows { count } => vec![("count", count.into())],
    };
    let shown = reading.errors.iter().take(SHOWN).map(|error| row_error(locale, error));
    let lines = shown.fold(Markup::default(), |all, line| all.line(&line));
    let more = reading.errors.len().saturating_sub(SHOWN);
    let rest = if more > 0 { tr!(locale, "staff-errors-more", count = more) } else { Markup::default() };
    text::markup(locale, problem.key(), &args).paragraph(&lines.line(&rest))
}

fn row_error(locale: Locale, error: &RowError) -> Markup {
    let mut args: Vec<(&str, Arg)> = vec![("row", error.row.into())];
    match error.kind {
        RowErrorKind::Repeats { first } => args.push(("first", first.into())),
        RowErrorKind::TooLong { limit } => args.push(("limit", limit.into())),
        RowErrorKind::NoName | RowErrorKind::NotAName | RowErrorKind::OnlySurname => {}
    }
    text::markup(locale, error.kind.key(), &args)
}
