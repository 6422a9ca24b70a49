//! What waits for the curator's word: rows that look done, rows that look done no more, rows that are nobody's.

use super::place::EvidencePlace as Place;
use super::words::{finding_in_words, lost_in_words};
use crate::chat::road_map::words;
use crate::chat::screen::{Button, Pages, back, button, menu};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::{ActivityId, DoubtId, OccurrenceId, OrganisationId, PersonId};
use crate::domain::people::short_name;
use crate::domain::reminder::MOST_PUT_OFF;
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::binding::DoubtKind;
use crate::domain::roadmap::handover::Handover;
use crate::store::doubts::{self, Doubt, DoubtAnswer};
use crate::store::occurrences::Occurrence;
use crate::store::{activities, audit, closing, dated_rows, evidence, facts, handovers, occurrences, people, snoozes};
use crate::text::{Locale, Markup};
use crate::{label, tr};
use chrono::NaiveDate;
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashMap};

/// Something that waits, with its row.
pub(crate) enum Waiting {
    Doubt(Box<(Doubt, Occurrence, Activity)>),
    /// With the name of who says so.
    Handover(Box<(Handover, Activity, String)>),
    /// Put off again and again: by whom, how often.
    PutOff(Box<(Occurrence, Activity, String, usize)>),
}

/// Everything that waits for the curators of an organisation on a day.
pub(crate) async fn waiting(
    conn: &mut AnyConnection,
    organisation: OrganisationId,
    today: NaiveDate,
) -> anyhow::Result<Vec<Waiting>> {
    let said = handovers::list_open(conn, organisation).await?;
    let asked = doubts::list_asked(conn, organisation, today).await?;
    let often = snoozes::list_often(conn, organisation, MOST_PUT_OFF).await?;
    let dated = asked.iter().map(|doubt| doubt.occurrence).chain(often.iter().map(|(one, ..)| *one));
    let dated = rows_of(conn, dated.collect()).await?;
    let people = said.iter().map(|one| one.person).chain(often.iter().map(|(_, person, _)| *person));
    let names = names(conn, people.collect()).await?;
    let name = |person: PersonId| names.get(&person).cloned().unwrap_or_else(|| "—".to_owned());
    let ids: BTreeSet<ActivityId> = said.iter().map(|one| one.activity).collect();
    let rows = activities::list_by_ids(conn, &ids.into_iter().collect::<Vec<_>>()).await?;
    let rows: HashMap<ActivityId, &Activity> = rows.iter().map(|row| (row.id, row)).collect();
    let handed = said.into_iter().filter_map(|one| {
        let (row, who) = ((*rows.get(&one.activity)?).clone(), name(one.person));
        Some(Waiting::Handover(Box::new((one, row, who))))
    });
    let asked = asked.into_iter().filter_map(|doubt| {
        let (one, row) = dated.get(&doubt.occurrence)?.clone();
        Some(Waiting::Doubt(Box::new((doubt, one, row))))
    });
    let often = often.into_iter().filter_map(|(one, person, times)| {
        let (one, row) = dated.get(&one)?.clone();
        Some(Waiting::PutOff(Box::new((one, row, name(person), times))))
    });
    Ok(handed.chain(asked).chain(often).collect())
}

/// Occurrences with their rows, by identifier.
async fn rows_of(
    conn: &mut AnyConnection,
    ids: BTreeSet<OccurrenceId>,
) -> anyhow::Result<HashMap<OccurrenceId, (Occurrence, Activity)>> {
    let found = occurrences::list_by_ids(conn, &ids.into_iter().collect::<Vec<_>>()).await?;
    let rows: BTreeSet<ActivityId> = found.iter().map(|one| one.activity).collect();
    let rows = activities::list_by_ids(conn, &rows.into_iter().collect::<Vec<_>>()).await?;
    let with_rows = dated_rows::with_rows(conn, found, &rows).await?;
    Ok(with_rows.into_iter().map(|(one, row)| (one.id, (one, row))).collect())
}

/// Short names of people on the staff list.
async fn names(conn: &mut AnyConnection, ids: BTreeSet<PersonId>) -> anyhow::Result<HashMap<PersonId, String>> {
    let found = people::list_by_ids(conn, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(found.into_iter().map(|one| (one.person.id, short_name(&one.person.full_name))).collect())
}

impl Waiting {
    /// «Закрепить пары приказом» — похоже, выполнено. Приказ № 12 от 3 октября, 3 пары.
    pub(crate) fn line(&self, locale: Locale, number: usize) -> Markup {
        match self {
            Self::Doubt(waiting) => {
                let (doubt, _, row) = &**waiting;
                let about = if doubt.item.is_empty() { &row.heading } else { &doubt.item };
                let heading = words::short(about, words::IN_A_LIST);
                match doubt.kind {
                    DoubtKind::Close => {
                        let found = finding_in_words(locale, &doubt.finding);
                        tr!(locale, "desk-close", number = number, heading = heading, found = found)
                    }
                    DoubtKind::Lost => {
                        let lost = lost_in_words(locale, &doubt.finding);
                        tr!(locale, "desk-lost", number = number, heading = heading, lost = lost)
                    }
                }
            }
            Self::Handover(waiting) => {
                let (handover, row, who) = &**waiting;
                let heading = words::short(&row.heading, words::IN_A_LIST);
                let why = crate::text::label(locale, &format!("handover-why-{}", handover.reason), &[]);
                tr!(locale, "desk-handover", number = number, who = who, heading = heading, why = why)
            }
            Self::PutOff(waiting) => {
                let (_, row, who, times) = &**waiting;
                let heading = words::short(&row.heading, words::IN_A_LIST);
                tr!(locale, "desk-put-off", number = number, who = who, heading = heading, times = *times)
            }
        }
    }

    /// The one tap that most often is right; it works under a notice too.
    pub(crate) fn button(&self, locale: Locale, number: usize) -> Button {
        match self {
            Self::Doubt(waiting) => {
                let (doubt, ..) = &**waiting;
                let label = match doubt.kind {
                    DoubtKind::Close => label!(locale, "button-desk-close", number = number),
                    DoubtKind::Lost => label!(locale, "button-desk-lost", number = number),
                };
                button(label, Action::DoubtOpen { doubt: doubt.id })
            }
            Self::Handover(waiting) => {
                let label = label!(locale, "button-desk-handover", number = number);
                button(label, Action::HandoverOpen { handover: waiting.0.id })
            }
            Self::PutOff(waiting) => {
                let label = label!(locale, "button-desk-put-off", number = number);
                button(label, Action::OccurrenceOpen { occurrence: waiting.0.id })
            }
        }
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (organisation, today) = (talk.organisation()?.id, talk.today());
    let all = waiting(talk.tx, organisation, today).await?;
    let numbered: Vec<(usize, Waiting)> = (1..).zip(all).collect();
    let pages = Pages::new(&numbered, page);
    let mut text = tr!(locale, "desk").bold();
    if numbered.is_empty() {
        text = text.paragraph(&tr!(locale, "desk-empty"));
    }
    text = pages.shown.iter().fold(text, |text, (number, one)| text.paragraph(&one.line(locale, *number)));
    let buttons: Vec<Button> = pages.shown.iter().map(|(number, one)| one.button(locale, *number)).collect();
    Ok(Screen::new(text).grid(2, buttons).row(pages.row(|page| Action::Desk { page })).row([menu(locale)]))
}

/// An open question of this organisation with its row.
async fn find(talk: &mut Talk<'_>, id: DoubtId) -> anyhow::Result<Option<(Doubt, Occurrence, Activity)>> {
    let organisation = talk.organisation()?.id;
    let Some(doubt) = doubts::find_open(talk.tx, id).await?.filter(|doubt| doubt.organisation == organisation) else {
        return Ok(None);
    };
    let Some(one) = occurrences::find(talk.tx, doubt.occurrence).await? else { return Ok(None) };
    let row = dated_rows::row_of(talk.tx, &one).await?;
    Ok(row.map(|row| (doubt, one, row)))
}

pub(super) async fn show_doubt(talk: &mut Talk<'_>, id: DoubtId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let to_desk = back(locale, Action::Desk { page: 0 });
    let Some((doubt, one, row)) = find(talk, id).await? else {
        return Ok(Screen::new(tr!(locale, "desk-settled")).row([to_desk]));
    };
    let about = if doubt.item.is_empty() { &row.heading } else { &doubt.item };
    let heading = Markup::plain(&words::short(about, 200)).bold();
    let due = tr!(locale, "occurrence-due", due = words::due_in_words(locale, one.due, talk.today()));
    let (said, no, yes) = match doubt.kind {
        DoubtKind::Close => (
            tr!(locale, "doubt-close", found = finding_in_words(locale, &doubt.finding)),
            label!(locale, "button-doubt-not-yet"),
            label!(locale, "button-doubt-close"),
        ),
        DoubtKind::Lost => (
            tr!(locale, "doubt-lost", lost = lost_in_words(locale, &doubt.finding)),
            label!(locale, "button-doubt-leave"),
            label!(locale, "button-doubt-reopen"),
        ),
    };
    Ok(Screen::new(heading.line(&due).paragraph(&said))
        .row([button(no, Action::DoubtNo { doubt: id }), button(yes, Action::DoubtYes { doubt: id })])
        .row([to_desk]))
}

/// The curator's word on a question.
pub(super) async fn answer(talk: &mut Talk<'_>, id: DoubtId, yes: bool) -> anyhow::Result<Turn> {
    let by = talk.person()?.id;
    let desk = || Turn::to(Place::Desk { page: 0 });
    let Some((doubt, one, row)) = find(talk, id).await? else {
        return Ok(desk().with_toast(label!(talk.locale, "toast-desk-settled")));
    };
    let said = if yes { DoubtAnswer::Yes } else { DoubtAnswer::No };
    if !doubts::answer(talk.tx, id, (said, Some(by)), talk.now).await? {
        // Another curator was quicker: what they said holds.
        return Ok(desk().with_toast(label!(talk.locale, "toast-desk-settled")));
    }
    audit::insert(talk.tx, Some(by), ("doubt answered", &id.to_string()), talk.now).await?;
    let note = match (doubt.kind, yes) {
        (DoubtKind::Close, true) => {
            closing::close(talk.tx, (&row, &one), (&doubt.item, &doubt.finding), talk.now).await?;
            tr!(talk.locale, "doubt-closed")
        }
        (DoubtKind::Close, false) => tr!(talk.locale, "doubt-not-yet"),
        (DoubtKind::Lost, true) => {
            reopen(talk, (&doubt, &one)).await?;
            tr!(talk.locale, "doubt-reopened")
        }
        (DoubtKind::Lost, false) => tr!(talk.locale, "doubt-left"),
    };
    Ok(desk().with_note(note))
}

/// Opens what was closed by something that is not true any more.
async fn reopen(talk: &mut Talk<'_>, (doubt, one): (&Doubt, &Occurrence)) -> anyhow::Result<()> {
    if !one.is_open() {
        occurrences::reopen(talk.tx, (one.id, one.version)).await?;
    }
    // The other sub-items stay ticked.
    evidence::withdraw_item(talk.tx, (one.id, &doubt.item), talk.now).await?;
    facts::touch(talk.tx, doubt.organisation, talk.now).await
}
