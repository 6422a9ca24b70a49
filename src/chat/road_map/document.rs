//! The document comes in: as a file, as text in the chat, or as the built-in template.

use super::place::RoadMapPlace as Place;
use super::reading::{self, LONGEST_TYPED, MOST_ROWS};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Attached, Screen, Talk, Turn};
use crate::domain::people::OrganisationKind;
use crate::domain::roadmap::document::Document;
use crate::domain::typed_text;
use crate::files::document::{DocumentProblem, MAX_BYTES};
use crate::messenger::IncomingFile;
use crate::store::road_maps::{self, Draft, Source};
use crate::text::{Locale, Markup};
use crate::{label, tr};

/// The longest name of a file that is shown, in characters.
const LONGEST_NAME: usize = 120;
/// Bytes in a megabyte, for what people are told.
const MEGABYTE: usize = 1024 * 1024;

pub(super) async fn ask(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year.to_string();
    let text = if super::in_force(talk).await? {
        tr!(locale, "road-map-wanted-another", year = year)
    } else {
        tr!(locale, "road-map-wanted", year = year)
    };
    let others = button(label!(locale, "button-road-map-templates"), Action::RoadMapTemplates);
    Ok(Screen::new(text).row([others]).row([
        back(locale, Action::RoadMapBack),
        button(label!(locale, "button-road-map-template"), Action::RoadMapTemplate),
    ]))
}

/// Takes the file that was read for this turn; what is wrong with it is said, and nothing is kept.
pub(super) async fn take_file(talk: &mut Talk<'_>, file: &IncomingFile) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let attached = match talk.document {
        Some(Ok(attached)) => attached,
        Some(Err(found)) => return Ok(Turn::hint(in_words(locale, found))),
        None => return Ok(Turn::hint(unfetched(locale, file))),
    };
    let source_name = typed_text::clean_line(&file.name, LONGEST_NAME).unwrap_or_default();
    let document = attached.read.document.clone();
    let turn = match keep(talk, Draft { source: Source::File, source_name, document }, attached.rows).await? {
        Ok(turn) => turn,
        Err(refusal) => return Ok(Turn::hint(refusal.in_words(locale))),
    };
    let left_out = &attached.read.left_out;
    Ok(if attached.read.nested > 0 {
        turn.with_note(tr!(locale, "document-nested"))
    } else if left_out.is_empty() {
        turn
    } else {
        turn.with_note(tr!(locale, "document-left-out", sheets = left_out.join(", ")))
    })
}

/// Keeps a document that came elsewhere, to be looked at here; `false`, and nothing is kept, where another one waits or
/// this one has too many rows.
pub(in crate::chat) async fn keep_draft(talk: &mut Talk<'_>, name: &str, attached: &Attached) -> anyhow::Result<bool> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let waiting = road_maps::find_draft(talk.tx, organisation, year).await?;
    if waiting.is_some_and(|draft| draft.document != attached.read.document) {
        return Ok(false);
    }
    let document = attached.read.document.clone();
    let draft = Draft { source: Source::File, source_name: name.to_owned(), document };
    Ok(keep(talk, draft, attached.rows).await?.is_ok())
}

/// Takes text from the chat; a long document arrives in several messages, which belong together.
pub(super) async fn take_text(talk: &mut Talk<'_>, text: &str, goes_on: bool) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let earlier = match road_maps::find_draft(talk.tx, organisation, year).await? {
        Some(Draft { source: Source::Typed, document: Document::Text(earlier), .. }) if goes_on => earlier,
        Some(_) if goes_on => return Ok(Turn::hint(tr!(locale, "hint-use-buttons"))),
        _ => String::new(),
    };
    // No database text can hold a NUL.
    let text = text.replace('\0', "");
    let document = Document::Text(if earlier.is_empty() { text } else { format!("{earlier}\n{text}") });
    if document.chars() > LONGEST_TYPED {
        return Ok(Turn::hint(tr!(locale, "road-map-too-long", limit = LONGEST_TYPED)));
    }
    let rows = document.read(year).rows.len();
    let kept = keep(talk, Draft { source: Source::Typed, source_name: String::new(), document }, rows).await?;
    Ok(match kept {
        Ok(turn) if goes_on => turn.with_note(tr!(locale, "road-map-text-added")),
        Ok(turn) => turn,
        Err(refusal) => Turn::hint(refusal.in_words(locale)),
    })
}

/// Takes the built-in template for a kind of organisation; the draft keeps the kind's code in place of a document.
pub(super) async fn take_template(talk: &mut Talk<'_>, kind: OrganisationKind) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let year = talk.organisation()?.school_year;
    let document = Document::Text(kind.code().to_owned());
    let draft = Draft { source: Source::Template, source_name: String::new(), document };
    let rows = reading::count(&draft, year);
    let kept = keep(talk, draft, rows).await?;
    Ok(kept.unwrap_or_else(|refusal| Turn::hint(refusal.in_words(locale))))
}

/// Why a document is not taken.
enum Refusal {
    NoRows,
    TooManyRows,
}

impl Refusal {
    fn in_words(&self, locale: Locale) -> Markup {
        match self {
            Self::NoRows => tr!(locale, "road-map-no-rows"),
            Self::TooManyRows => tr!(locale, "road-map-too-many-rows", limit = MOST_ROWS),
        }
    }
}

/// Keeps the document, so that what was read in it survives any restart.
async fn keep(talk: &mut Talk<'_>, draft: Draft, rows: usize) -> anyhow::Result<Result<Turn, Refusal>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    match rows {
        0 => return Ok(Err(Refusal::NoRows)),
        rows if rows > MOST_ROWS => return Ok(Err(Refusal::TooManyRows)),
        _ => {}
    }
    road_maps::save_draft(talk.tx, organisation, year, &draft, talk.now).await?;
    Ok(Ok(Turn::to(Place::Read)))
}

/// A file that was not fetched: too large, or the messenger did not give it.
fn unfetched(locale: Locale, file: &IncomingFile) -> Markup {
    if usize::try_from(file.size).unwrap_or(usize::MAX) > MAX_BYTES {
        return in_words(locale, &DocumentProblem::TooLarge { limit: MAX_BYTES / MEGABYTE });
    }
    tr!(locale, "road-map-not-fetched")
}

fn in_words(locale: Locale, problem: &DocumentProblem) -> Markup {
    let args = [("limit", problem.limit().into()), ("row", problem.row().into()), ("found", problem.found().into())];
    crate::text::markup(locale, problem.key(), &args)
}
