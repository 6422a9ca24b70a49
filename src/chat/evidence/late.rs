//! «Просрочено»: the rows of others that a curator or director was told are late, each with a card to look at.

use super::{checklist, not_yours, steps};
use crate::chat::road_map::{Answerer, words};
use crate::chat::screen::{Pages, back, button, menu};
use crate::chat::{Action, Screen, Talk};
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::people::short_name;
use crate::domain::reminder::LineKind;
use crate::domain::roadmap::activity::Activity;
use crate::store::occurrences::Occurrence;
use crate::store::{activities, audit, dated_rows, digest_lines, evidence, occurrences};
use crate::{label, tr};

/// Names of those who do a row that a card shows.
const NAMED: usize = 5;

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let late: Vec<(usize, (Occurrence, Activity))> = (1..).zip(late(talk).await?).collect();
    let pages = Pages::new(&late, page);
    let mut text = tr!(locale, "late-rows").bold();
    if late.is_empty() {
        text = text.paragraph(&tr!(locale, "late-rows-empty"));
    }
    let rows = pages.shown.iter().map(|(number, (one, row))| (*number, one.due, row));
    text = text.paragraph(&words::due_list(locale, rows, talk.today()));
    let buttons = pages.shown.iter().map(|(number, (one, _))| {
        button(label!(locale, "button-late-open", number = *number), Action::LateRow { occurrence: one.id, page })
    });
    Ok(Screen::new(text).grid(2, buttons).row(pages.row(|page| Action::LateRows { page })).row([menu(locale)]))
}

/// Those that are still open, the longest late first. Nobody sees more than what they were told of, nor when the role
/// is theirs no more.
async fn late(talk: &mut Talk<'_>) -> anyhow::Result<Vec<(Occurrence, Activity)>> {
    let person = talk.person()?.clone();
    let kinds = LineKind::late_for(&person);
    let told = digest_lines::list_told_open(talk.tx, (person.organisation, person.id), &kinds).await?;
    let mut found = occurrences::list_by_ids(talk.tx, &told).await?;
    found.sort_by_key(|one| (one.due, one.id));
    let mut rows: Vec<_> = found.iter().map(|one| one.activity).collect();
    rows.sort_unstable();
    rows.dedup();
    let rows = activities::list_by_ids(talk.tx, &rows).await?;
    dated_rows::with_rows(talk.tx, found, &rows).await
}

/// One of them: what it asks for, who does it, what was said about it. Only who may close it gets the button.
pub(super) async fn card(talk: &mut Talk<'_>, id: OccurrenceId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((one, row)) = late(talk).await?.into_iter().find(|(one, _)| one.id == id) else {
        let me = talk.person()?.id;
        audit::insert(talk.tx, Some(me), ("row refused", &id.to_string()), talk.now).await?;
        return Ok(not_yours(talk));
    };
    let person = talk.person()?.clone();
    let answerer = Answerer::load(talk.tx, &person).await?.knowing_all(talk.tx).await?;
    let given = evidence::list(talk.tx, id).await?;
    let due = words::due_in_words(locale, one.due, talk.today());
    let mut text = checklist::row_text(&row, &given).paragraph(&tr!(locale, "occurrence-due", due = due));
    text = text.line(&tr!(locale, "late-row-people", names = names(&answerer, &answerer.doers(&one, &row))));
    if !row.result.is_empty() {
        text = text.line(&tr!(locale, "road-map-card-result", result = words::short(&row.result, 400)));
    }
    let (steps, all_steps) = steps::block(talk, (row.id, Some(id))).await?;
    let may_close = answerer.may_close(&one, &row);
    let done = Action::OccurrenceDone { occurrence: id, version: one.version };
    let done = may_close.then(|| button(label!(locale, "button-mark-done"), done));
    Ok(Screen::new(text.paragraph(&steps))
        .row(all_steps.filter(|_| may_close))
        .row([back(locale, Action::EvidenceBack)].into_iter().chain(done)))
}

fn names(answerer: &Answerer, doers: &[PersonId]) -> String {
    let staff = answerer.staff().unwrap_or_default().iter().filter(|person| doers.contains(&person.id));
    let names: Vec<String> = staff.take(NAMED).map(|person| short_name(&person.full_name)).collect();
    let more = if doers.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}
