//! The document comes in: as a file, as text in the chat, or as the built-in template.

use super::place::RoadMapPlace as Place;
use super::reading::{self, LONGEST_DOCUMENT, MOST_ROWS};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::people::OrganisationKind;
use crate::domain::typed_text;
use crate::files::decode::{self, MAX_TEXT_BYTES, TextFileProblem};
use crate::messenger::IncomingFile;
use crate::store::road_maps::{self, Draft, Source};
use crate::text::Markup;
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

/// Reads a file; what is wrong with it is said, and nothing is kept.
pub(super) async fn take_file(talk: &mut Talk<'_>, file: &IncomingFile) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Some(bytes) = &file.content else {
        return Ok(Turn::hint(unfetched(talk, file)));
    };
    let document = match decode::decode_text(bytes) {
        Ok(text) => text,
        Err(found) => return Ok(Turn::hint(problem(talk, found))),
    };
    let source_name = typed_text::clean_line(&file.name, LONGEST_NAME).unwrap_or_default();
    let kept = keep(talk, Draft { source: Source::File, source_name, document }).await?;
    Ok(kept.unwrap_or_else(|refusal| Turn::hint(refusal.in_words(locale))))
}

/// Takes text from the chat; a long document arrives in several messages, which belong together.
pub(super) async fn take_text(talk: &mut Talk<'_>, text: &str, goes_on: bool) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let earlier = match road_maps::find_draft(talk.tx, organisation, year).await? {
        Some(draft) if goes_on && draft.source == Source::Typed => draft.document,
        Some(_) if goes_on => return Ok(Turn::hint(tr!(locale, "hint-use-buttons"))),
        _ => String::new(),
    };
    // No database text can hold a NUL.
    let text = text.replace('\0', "");
    let document = if earlier.is_empty() { text } else { format!("{earlier}\n{text}") };
    let kept = keep(talk, Draft { source: Source::Typed, source_name: String::new(), document }).await?;
    Ok(match kept {
        Ok(turn) if goes_on => turn.with_note(tr!(locale, "road-map-text-added")),
        Ok(turn) => turn,
        Err(refusal) => Turn::hint(refusal.in_words(locale)),
    })
}

/// Takes the built-in template for a kind of organisation; the draft keeps the kind's code in place of a document.
pub(super) async fn take_template(talk: &mut Talk<'_>, kind: OrganisationKind) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let draft = Draft { source: Source::Template, source_name: String::new(), document: kind.code().to_owned() };
    let kept = keep(talk, draft).await?;
    Ok(kept.unwrap_or_else(|refusal| Turn::hint(refusal.in_words(locale))))
}

/// Why a text is not taken.
enum Refusal {
    TooLong,
    NoRows,
    TooManyRows,
}

impl Refusal {
    fn in_words(&self, locale: crate::text::Locale) -> Markup {
        match self {
            Self::TooLong => tr!(locale, "road-map-too-long", limit = LONGEST_DOCUMENT),
            Self::NoRows => tr!(locale, "road-map-no-rows"),
            Self::TooManyRows => tr!(locale, "road-map-too-many-rows", limit = MOST_ROWS),
        }
    }
}

/// Keeps the document, so that what was read in it survives any restart.
async fn keep(talk: &mut Talk<'_>, draft: Draft) -> anyhow::Result<Result<Turn, Refusal>> {
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    if draft.document.chars().count() > LONGEST_DOCUMENT {
        return Ok(Err(Refusal::TooLong));
    }
    match reading::count(&draft, year) {
        0 => return Ok(Err(Refusal::NoRows)),
        rows if rows > MOST_ROWS => return Ok(Err(Refusal::TooManyRows)),
        _ => {}
    }
    road_maps::save_draft(talk.tx, organisation, year, &draft, talk.now).await?;
    Ok(Ok(Turn::to(Place::Read)))
}

/// A file that was not fetched: too large, or the messenger did not give it.
fn unfetched(talk: &Talk<'_>, file: &IncomingFile) -> Markup {
    if usize::try_from(file.size).unwrap_or(usize::MAX) > MAX_TEXT_BYTES {
        return problem(talk, TextFileProblem::TooLarge { limit: MAX_TEXT_BYTES / MEGABYTE });
    }
    tr!(talk.locale, "road-map-not-fetched")
}

fn problem(talk: &Talk<'_>, problem: TextFileProblem) -> Markup {
    let args = match problem {
        TextFileProblem::Empty => vec![],
        TextFileProblem::TooLarge { limit } => vec![("limit", limit.into())],
        TextFileProblem::NotText { found } => vec![("found", found.code().into())],
    };
    crate::text::markup(talk.locale, problem.key(), &args)
}
