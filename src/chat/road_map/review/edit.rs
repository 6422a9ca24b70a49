//! A row rewritten or added by hand. What the document says stays beside it.

use super::former::Former;
use super::place::{ReviewPlace, RowPart};
use crate::chat::road_map::place::{ListedRow, RoadMapPlace};
use crate::chat::road_map::reading::MOST_ROWS;
use crate::chat::road_map::{Rows, own_row, words};
use crate::chat::screen::{back, button};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::ActivityId;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::changes::Original;
use crate::domain::roadmap::duty::Duty;
use crate::domain::roadmap::wording::Wording;
use crate::domain::typed_text::{self, TextProblem};
use crate::store::{activities, audit, originals};
use crate::text::{Locale, Markup, markup};
use crate::{label, tr};

/// The longest text of one part of a row, in characters.
pub(super) const LONGEST: usize = 3_000;
/// Stages that are offered as buttons.
const STAGES: usize = 8;

pub(super) fn open(place: RoadMapPlace) -> Turn {
    match place {
        RoadMapPlace::Row { row, .. } => Turn::to(RoadMapPlace::from(ReviewPlace::Edit { row })),
        other => Turn::to(other),
    }
}

pub(super) fn choose(place: RoadMapPlace, part: RowPart) -> Turn {
    match place {
        RoadMapPlace::Review { step: ReviewPlace::Edit { row } } => {
            Turn::to(RoadMapPlace::from(ReviewPlace::Rewrite { row, part }))
        }
        other => Turn::to(other),
    }
}

/// The row, and which part of it to rewrite.
pub(super) async fn show(talk: &mut Talk<'_>, listed: ListedRow) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(row) = own_row(talk, listed.activity).await? else {
        return Ok(words::row_gone(locale));
    };
    let text = words::row_text(&row).paragraph(&tr!(locale, "review-edit"));
    let parts = RowPart::ALL.iter().map(|part| {
        let label = crate::text::label(locale, &format!("button-review-part-{part}"), &[]);
        button(label, Action::RoadMapRewrite { part: *part })
    });
    Ok(Screen::new(text).grid(2, parts).row([
        back(locale, Action::RoadMapBack),
        button(label!(locale, "button-review-remove"), Action::RoadMapRemove),
    ]))
}

/// What the part says now, and how to write it anew.
pub(super) async fn ask(talk: &mut Talk<'_>, listed: ListedRow, part: RowPart) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let Some(row) = own_row(talk, listed.activity).await? else {
        return Ok(words::row_gone(locale));
    };
    let wording = Wording::of(&row);
    let now = match part {
        RowPart::Stage => row.stage.clone(),
        RowPart::Work => wording.lead,
        RowPart::Items => Wording { lead: String::new(), ..wording }.text(),
        RowPart::Result => row.result.clone(),
    };
    let says = if now.is_empty() {
        tr!(locale, "review-now-empty")
    } else {
        tr!(locale, "review-now", text = words::short(&now, 1_500))
    };
    let hint = markup(locale, &format!("review-rewrite-{part}"), &[]);
    let mut screen = Screen::new(says.paragraph(&hint));
    if part == RowPart::Stage {
        let rows = activities::list(talk.tx, organisation, year).await?;
        screen = screen.grid(
            1,
            stages(&rows, &row.stage)
                .into_iter()
                .map(|one| button(words::short(&one.stage, 40), Action::RoadMapStage { activity: one.id })),
        );
    }
    let may_be_empty = matches!(part, RowPart::Items | RowPart::Result) && !now.is_empty();
    let empty = may_be_empty
        .then(|| button(label!(locale, "button-review-empty"), Action::RoadMapEmpty { version: row.version }));
    Ok(screen.row([back(locale, Action::RoadMapBack)].into_iter().chain(empty)))
}

/// One row of each other stage, in the order of the document.
fn stages<'r>(rows: &'r [Activity], own: &str) -> Vec<&'r Activity> {
    let mut found: Vec<&Activity> = Vec::new();
    for row in rows {
        let new = !row.stage.is_empty() && row.stage != own && found.iter().all(|one| one.stage != row.stage);
        if new && found.len() < STAGES {
            found.push(row);
        }
    }
    found
}

/// The stage of another row.
pub(super) async fn take_stage(talk: &mut Talk<'_>, place: &RoadMapPlace, of: ActivityId) -> anyhow::Result<Turn> {
    let RoadMapPlace::Review { step: ReviewPlace::Rewrite { row: listed, part: RowPart::Stage } } = place else {
        return Ok(Turn::stay());
    };
    let Some(stage) = own_row(talk, of).await?.map(|row| row.stage) else {
        return Ok(Turn::stay());
    };
    rewrite(talk, *listed, |row| Activity { stage, ..row }).await
}

/// «Убрать» for a checklist or a result.
pub(super) async fn empty(talk: &mut Talk<'_>, place: &RoadMapPlace, version: i64) -> anyhow::Result<Turn> {
    let RoadMapPlace::Review { step: ReviewPlace::Rewrite { row: listed, part } } = place else {
        return Ok(Turn::stay());
    };
    let part = *part;
    rewrite(talk, *listed, |row| with_part(Activity { version, ..row }, part, "")).await
}

/// New words for a part.
pub(super) async fn take(talk: &mut Talk<'_>, listed: ListedRow, part: RowPart, text: &str) -> anyhow::Result<Turn> {
    match cleaned(talk.locale, text) {
        Ok(text) => rewrite(talk, listed, |row| with_part(row, part, &text)).await,
        Err(problem) => Ok(Turn::hint(problem)),
    }
}

fn cleaned(locale: Locale, text: &str) -> Result<String, Markup> {
    typed_text::clean(text, LONGEST).map_err(|problem| match problem {
        TextProblem::TooLong { max, is } => tr!(locale, "typed-too-long", max = max, is = is),
        TextProblem::Empty => tr!(locale, "typed-empty"),
        TextProblem::NotPlain => tr!(locale, "typed-not-plain"),
    })
}

fn with_part(row: Activity, part: RowPart, text: &str) -> Activity {
    let line = || text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wording = Wording::of(&row);
    match part {
        RowPart::Stage => Activity { stage: line(), ..row },
        RowPart::Result => Activity { result: line(), ..row },
        RowPart::Work => {
            let new = Wording::read(text);
            // A text with dashes brings its own checklist.
            let items = if new.items.is_empty() { wording.items } else { new.items };
            Wording { lead: new.lead, items }.applied(row)
        }
        RowPart::Items => {
            let dashed: Vec<String> = text.lines().map(|line| format!("– {line}")).collect();
            Wording { items: Wording::read(&dashed.join("\n")).items, ..wording }.applied(row)
        }
    }
}

/// Keeps the row in other words, and what the document said beside it.
async fn rewrite(
    talk: &mut Talk<'_>,
    listed: ListedRow,
    change: impl FnOnce(Activity) -> Activity,
) -> anyhow::Result<Turn> {
    let Some(before) = own_row(talk, listed.activity).await? else {
        return Ok(Turn::to(RoadMapPlace::Row { row: listed, undo: None }));
    };
    let (original, former) = (Original::of(&before), Former::before(&before));
    let row = change(before);
    if !activities::save(talk.tx, &row).await? {
        return Ok(Turn::hint(tr!(talk.locale, "road-map-row-changed")));
    }
    originals::insert(talk.tx, row.id, &original).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("row rewritten", &row.id.to_string()), talk.now).await?;
    let card = RoadMapPlace::Row { row: listed, undo: Some(former) };
    Ok(Turn::to(card).with_note(tr!(talk.locale, "review-row-saved")))
}

pub(super) fn ask_new(talk: &Talk<'_>) -> Screen {
    Screen::new(tr!(talk.locale, "review-new")).row([back(talk.locale, Action::RoadMapBack)])
}

/// A new row at the end, in the stage of the last one; its card is next.
pub(super) async fn take_new(talk: &mut Talk<'_>, text: &str) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let text = match cleaned(locale, text) {
        Ok(text) => text,
        Err(problem) => return Ok(Turn::hint(problem)),
    };
    let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
    let rows = activities::list(talk.tx, organisation, year).await?;
    if rows.len() >= MOST_ROWS {
        return Ok(Turn::hint(tr!(locale, "review-new-too-many", limit = MOST_ROWS)));
    }
    let stage = rows.last().map_or(String::new(), |row| row.stage.clone());
    let position = rows.iter().map(|row| row.position).max().unwrap_or(0).saturating_add(1);
    let id = ActivityId(talk.tx.next_id(talk.now));
    let row = Activity { id, position, stage, ..blank(talk)? };
    let row = Wording::read(&text).applied(row);
    activities::insert(talk.tx, &row).await?;
    originals::insert(talk.tx, id, &Original::by_hand()).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("row added", &id.to_string()), talk.now).await?;
    let listed = ListedRow { activity: id, list: Rows::All, page: 0, round: None };
    Ok(Turn::to(RoadMapPlace::Row { row: listed, undo: None }).with_note(tr!(locale, "review-new-saved")))
}

/// A row of this organisation and year that says nothing yet.
pub(super) fn blank(talk: &Talk<'_>) -> anyhow::Result<Activity> {
    let organisation = talk.organisation()?;
    Ok(Activity {
        id: ActivityId(0),
        organisation: organisation.id,
        school_year: organisation.school_year,
        position: 1,
        stage: String::new(),
        heading: String::new(),
        activity: String::new(),
        items: Vec::new(),
        term_text: String::new(),
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        responsible_text: String::new(),
        duty: Duty::default(),
        result: String::new(),
        version: 1,
    })
}
