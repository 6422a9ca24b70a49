//! Pairs: the question to both sides, what became of it, the announcement.

use super::{Facts, Rendered, words};
use crate::chat::{Action, Screen, button};
use crate::domain::ids::PairId;
use crate::domain::pair::{AnswerPolicy, PairState, Side, Stage};
use crate::domain::people::{Person, short_name};
use crate::label;
use crate::store::organisations::{self, Organisation};
use crate::store::pairs::{self, PairRecord};
use crate::store::{consents, people};
use crate::text::publishing::{self, PublicPair};
use crate::text::{Locale, Markup, Sheet, dates, reasons};
use crate::tr;

/// A pair with everything its notices name.
struct Known {
    record: PairRecord,
    organisation: Organisation,
    mentor: Option<Person>,
    mentee: Option<Person>,
}

impl Known {
    /// «Иванова Мария Петровна, учитель физики».
    fn full(person: Option<&Person>) -> String {
        match person {
            Some(person) if person.position.is_empty() => person.full_name.clone(),
            Some(person) => format!("{}, {}", person.full_name, person.position),
            None => "—".to_owned(),
        }
    }

    /// The other one, as the one on `side` may know them.
    fn partner(&self, side: Side) -> String {
        match side {
            Side::Mentor => Self::full(self.mentee.as_ref()),
            Side::Mentee => Self::full(self.mentor.as_ref()),
        }
    }

    fn couple(&self) -> String {
        let short = |person: &Option<Person>| {
            person
                .as_ref()
                .map_or_else(|| "—".to_owned(), |person| short_name(&person.full_name))
        };
        format!("{} → {}", short(&self.mentor), short(&self.mentee))
    }
}

async fn know(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Option<Known>> {
    let Some(record) = pairs::find(facts.db, id).await? else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, record.organisation).await?;
    let mentor = people::find(facts.db, record.pair.mentor).await?;
    let mentee = people::find(facts.db, record.pair.mentee).await?;
    Ok(Some(Known {
        record,
        organisation,
        mentor,
        mentee,
    }))
}

/// Would you be a pair? Nothing once this side has answered or nobody waits any more.
pub(super) async fn asked(
    facts: &mut Facts<'_>,
    (id, side): (PairId, Side),
    again: bool,
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let pair = &known.record.pair;
    if !pair.awaited().contains(&side) {
        return Ok(None);
    }
    let partner = known.partner(side);
    let mut text = match side {
        Side::Mentor => tr!(locale, "notice-pair-asked-mentor", name = partner),
        Side::Mentee => tr!(locale, "notice-pair-asked-mentee", name = partner),
    };
    if again {
        text = tr!(locale, "notice-pair-nudged").paragraph(&text);
    }
    let why = reasons::reasons_for(locale, side, &known.record.factors);
    if !why.is_empty() {
        let points = why.iter().fold(Markup::default(), |all, line| {
            all.line(&tr!(locale, "matching-point", text = line))
        });
        text = text.paragraph(&tr!(locale, "notice-pair-why").line(&points));
    }
    let last = AnswerPolicy::default().expires_on(pair.asked_on).pred_opt();
    let today = known.organisation.today(facts.now);
    let until = last
        .map(|last| dates::on_weekday(locale, last, today))
        .unwrap_or_default();
    text = text.paragraph(&tr!(locale, "notice-pair-until", day = until));
    let screen = Screen::new(text).row([
        button(
            label!(locale, "button-pair-no"),
            Action::PairNo { pair: id },
        ),
        button(
            label!(locale, "button-pair-yes"),
            Action::PairYes { pair: id },
        ),
    ]);
    Ok(Some((screen.into_sheet(0), None)))
}

/// To the curator: both agree, the order is next.
pub(super) async fn agreed(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    if known.record.pair.state() != PairState::Agreed {
        return Ok(None);
    }
    let year = known.record.year;
    let all = pairs::list(facts.db, known.organisation.id, year).await?;
    let waiting = all
        .iter()
        .filter(|record| record.pair.state() == PairState::Agreed)
        .count();
    let text = tr!(
        locale,
        "notice-pair-agreed",
        couple = known.couple(),
        count = waiting
    );
    let order = button(
        label!(locale, "button-pairs-order", count = waiting),
        Action::PairsOrder,
    );
    Ok(Some((Screen::new(text).row([order]).into_sheet(0), None)))
}

/// To the curator: one side said no.
pub(super) async fn declined(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let Stage::Declined { by, .. } = known.record.pair.stage else {
        return Ok(None);
    };
    let couple = known.couple();
    let text = match by {
        Side::Mentor => tr!(locale, "notice-pair-declined-mentor", couple = couple),
        Side::Mentee => tr!(locale, "notice-pair-declined-mentee", couple = couple),
    };
    Ok(to_curator(locale, text, id))
}

/// To the curator: no answer yet, or none in time.
pub(super) async fn silent(facts: &mut Facts<'_>, id: PairId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let pair = &known.record.pair;
    let text = match pair.state() {
        PairState::Expired => tr!(locale, "notice-pair-expired", couple = known.couple()),
        PairState::Proposed => {
            let silent: Vec<_> = pair
                .awaited()
                .into_iter()
                .map(|side| match side {
                    Side::Mentor => known.mentor.as_ref(),
                    Side::Mentee => known.mentee.as_ref(),
                })
                .map(|person| {
                    person
                        .map(|person| short_name(&person.full_name))
                        .unwrap_or_default()
                })
                .collect();
            let last = AnswerPolicy::default().expires_on(pair.asked_on).pred_opt();
            let today = known.organisation.today(facts.now);
            let day = last
                .map(|last| dates::on_weekday(locale, last, today))
                .unwrap_or_default();
            let (couple, who) = (known.couple(), silent.join(", "));
            tr!(
                locale,
                "notice-pair-silent",
                couple = couple,
                who = who,
                day = day
            )
        }
        _ => return Ok(None),
    };
    Ok(to_curator(locale, text, id))
}

fn to_curator(locale: Locale, text: Markup, id: PairId) -> Rendered {
    let screen = Screen::new(text).row([
        button(
            label!(locale, "button-pair-card"),
            Action::PairCard { pair: id },
        ),
        button(label!(locale, "button-pairs-other"), Action::Matching),
    ]);
    Some((screen.into_sheet(0), None))
}

/// To one side: nothing comes of the pair, or it has ended.
pub(super) async fn over(
    facts: &mut Facts<'_>,
    (id, side): (PairId, Side),
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let partner = known.partner(side);
    Ok(match known.record.pair.stage {
        Stage::Declined { .. } | Stage::Expired { .. } | Stage::Dissolved { order: None, .. } => {
            words(tr!(locale, "notice-pair-off", name = partner))
        }
        Stage::Dissolved { order: Some(_), .. } => {
            words(tr!(locale, "notice-pair-dissolved", name = partner))
        }
        Stage::Completed { .. } => words(tr!(locale, "notice-pair-completed", name = partner)),
        _ => None,
    })
}

/// To each side: the pair is official.
pub(super) async fn official(
    facts: &mut Facts<'_>,
    (id, side): (PairId, Side),
) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(known) = know(facts, id).await? else {
        return Ok(None);
    };
    let (Stage::Ordered { order } | Stage::Active { order, .. }) = &known.record.pair.stage else {
        return Ok(None);
    };
    let partner = known.partner(side);
    let day = dates::full(locale, order.date);
    let number = &order.number;
    let text = match side {
        Side::Mentor => {
            tr!(
                locale,
                "notice-pair-official-mentor",
                name = partner,
                number = number,
                day = day
            )
        }
        Side::Mentee => {
            tr!(
                locale,
                "notice-pair-official-mentee",
                name = partner,
                number = number,
                day = day
            )
        }
    };
    let mine = button(label!(locale, "menu-my-pair"), Action::MyPairs);
    Ok(Some((Screen::new(text).row([mine]).into_sheet(0), None)))
}

/// To the channel: the pairs of one order, named as their consents allow at this moment.
pub(super) async fn announced(facts: &mut Facts<'_>, ids: &[PairId]) -> anyhow::Result<Rendered> {
    let mut active = Vec::new();
    for id in ids {
        // A pair that was dissolved meanwhile is not announced any more.
        let record = pairs::find(facts.db, *id).await?;
        active.extend(record.filter(|record| record.pair.state() == PairState::Active));
    }
    let Some(first) = active.first() else {
        return Ok(None);
    };
    let organisation = organisations::get(facts.db, first.organisation).await?;
    if organisation.channel != facts.chat {
        return Ok(None);
    }
    let staff = people::list(facts.db, organisation.id).await?;
    let consents = consents::list_staff(facts.db, organisation.id).await?;
    let public = PublicPair::of_all(&staff, &consents, active.iter().map(|record| &record.pair));
    let year = first.year.to_string();
    let text = publishing::pairs(facts.locale, (&organisation.name, &year), &public);
    Ok(Some((
        Sheet {
            text,
            ..Sheet::default()
        },
        None,
    )))
}
