//! «Моя пара»: one's own pairs, and the way out before the order.

use super::answer::{own_side, say_no};
use super::{PairsPlace, other, side_of, to};
use crate::chat::matching::Directory;
use crate::chat::{Action, Button, Screen, Talk, Turn, button, menu};
use crate::domain::ids::{PairId, PersonId};
use crate::domain::pair::{Pair, PairState, Side, Stage};
use crate::label;
use crate::store::pairs::{self, PairRecord};
use crate::text::{Locale, Markup, dates, reasons};
use crate::tr;

/// The open pairs of whoever asks.
async fn own(talk: &mut Talk<'_>) -> anyhow::Result<Vec<(PairRecord, Side)>> {
    let person: PersonId = talk.person()?.id;
    let organisation = talk.organisation()?;
    let scope = (organisation.id, organisation.school_year);
    let records = pairs::list_of(talk.tx, person, scope.1).await?;
    let open = records.into_iter().filter(|record| record.pair.state().is_open());
    Ok(open.filter_map(|record| side_of(&record.pair, person).map(|side| (record, side))).collect())
}

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let own = own(talk).await?;
    let names = Directory::read(talk).await?;
    let mut text = tr!(locale, "my-pairs").bold();
    if own.is_empty() {
        text = text.paragraph(&tr!(locale, "my-pairs-none"));
    }
    let mut buttons = Vec::new();
    for (record, side) in &own {
        text = text.paragraph(&describe(talk, record, *side, &names));
        buttons.extend(answers(locale, &record.pair, *side, &names));
    }
    let screen = buttons.into_iter().fold(Screen::new(text), Screen::row);
    Ok(screen.row([menu(locale)]))
}

fn describe(talk: &Talk<'_>, record: &PairRecord, side: Side, names: &Directory) -> Markup {
    let locale = talk.locale;
    let pair = &record.pair;
    let partner = names.full(pair.person(other(side)));
    let who = match side {
        Side::Mentor => tr!(locale, "my-mentee", name = partner),
        Side::Mentee => tr!(locale, "my-mentor", name = partner),
    };
    let day = |day| dates::day(locale, day, talk.today());
    let stage = match &pair.stage {
        Stage::Proposed if pair.awaited().contains(&side) => tr!(locale, "my-pair-your-turn"),
        Stage::Proposed => tr!(locale, "my-pair-their-turn"),
        Stage::Agreed => tr!(locale, "my-pair-agreed"),
        Stage::Ordered { order } | Stage::Active { order, .. } => {
            tr!(locale, "my-pair-official", number = &order.number, day = day(order.date))
        }
        _ => Markup::default(),
    };
    let why = reasons::reasons_for(locale, side, &record.factors);
    let why = why.iter().fold(Markup::default(), |all, line| all.line(&tr!(locale, "matching-point", text = line)));
    who.line(&stage).line(&why)
}

/// A row of buttons under a pair that is not official yet.
fn answers(locale: Locale, pair: &Pair, side: Side, names: &Directory) -> Option<Vec<Button>> {
    let id = pair.id;
    if pair.awaited().contains(&side) {
        return Some(vec![
            button(label!(locale, "button-pair-no"), Action::PairLeave { pair: id, sure: false }),
            button(label!(locale, "button-pair-yes"), Action::PairJoin { pair: id }),
        ]);
    }
    if !matches!(pair.state(), PairState::Proposed | PairState::Agreed) {
        return None;
    }
    let partner = names.short(pair.person(other(side)));
    let label = label!(locale, "button-pair-leave", name = partner);
    Some(vec![button(label, Action::PairLeave { pair: id, sure: false })])
}

/// Takes a yes back, or says no on the card; asked once whether it is meant.
pub(super) async fn leave(talk: &mut Talk<'_>, id: PairId, sure: bool) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let own = own_side(talk, id).await?;
    let still = |pair: &Pair| matches!(pair.state(), PairState::Proposed | PairState::Agreed);
    let Some((record, side)) = own.filter(|(record, _)| still(&record.pair)) else {
        return Ok(to(PairsPlace::Mine).with_note(tr!(locale, "pair-answer-late")));
    };
    let names = Directory::read(talk).await?;
    let partner = names.short(record.pair.person(other(side)));
    if sure {
        say_no(talk, record, side).await?;
        return Ok(to(PairsPlace::Mine).with_note(tr!(locale, "pair-no", name = partner)));
    }
    let screen = Screen::new(tr!(locale, "my-pair-leave", name = partner)).row([
        button(label!(locale, "button-pair-stay"), Action::MyPairs),
        button(label!(locale, "button-pair-leave-sure"), Action::PairLeave { pair: id, sure: true }),
    ]);
    Ok(Turn::drawn(crate::chat::State::Pairs(PairsPlace::Mine), screen))
}
