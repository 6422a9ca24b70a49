//! Pairs from the question to the end: both sides answer, the curator enters the order, the channel hears of it.
//!
//! `list` and `card` are the curator's, `answer` is what the two press under a notice, `mine` is their own card,
//! `ending` dissolves and completes, `horizon` plans the end, `order` asks for the order's number and date, `official` makes the pairs
//! official, `announce` puts them into the channel, `tell` says what happened to whom it concerns.

mod announce;
mod answer;
mod card;
mod ending;
mod horizon;
mod list;
mod mine;
mod official;
mod order;
mod tell;

pub(super) use tell::put_to_both;
use tell::{tell_curators, tell_over};

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::{PairId, PersonId};
use crate::domain::pair::{DissolveReason, Pair, PairState, Side};
use crate::domain::school_year::SchoolYear;
use crate::store::pairs::{self, PairRecord};
use crate::store::plans;
use crate::tr;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a chat stands among the pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "pairs", rename_all = "snake_case")]
pub enum PairsPlace {
    /// The pairs of the year by state.
    Home,
    List {
        state: PairState,
        page: u32,
    },
    /// The official pairs of the year before.
    Before {
        page: u32,
    },
    Card {
        pair: PairId,
    },
    /// Why is it dissolved?
    Dissolving {
        pair: PairId,
    },
    /// Really?
    DissolveSure {
        pair: PairId,
        reason: DissolveReason,
    },
    CompleteSure {
        pair: PairId,
    },
    /// When is its programme planned to end?
    Horizon {
        pair: PairId,
    },
    /// Which agreed pairs the order names.
    Order {
        picked: Vec<PairId>,
        page: u32,
    },
    /// The number of the order is awaited.
    OrderNumber {
        picked: Vec<PairId>,
    },
    /// The date of the order is awaited.
    OrderDate {
        picked: Vec<PairId>,
        number: String,
    },
    /// Everything as it will be.
    OrderSure {
        picked: Vec<PairId>,
        number: String,
        on: NaiveDate,
    },
    /// Really tell the channel of the official pairs that it has not heard of?
    AnnounceSure,
    /// One's own pairs.
    Mine,
}

impl PairsPlace {
    /// Whether only the curator may be there.
    pub(super) fn is_curators(&self) -> bool {
        *self != Self::Mine
    }
}

fn to(place: PairsPlace) -> Turn {
    Turn::to(State::Pairs(place))
}

/// Draws the screen of a place.
pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    let State::Pairs(place) = state else {
        return list::show(talk).await;
    };
    match place {
        PairsPlace::Home => list::show(talk).await,
        PairsPlace::List { state, page } => list::show_state(talk, *state, *page).await,
        PairsPlace::Before { page } => list::show_before(talk, *page).await,
        PairsPlace::Card { pair } => card::show(talk, *pair).await,
        PairsPlace::Dissolving { pair } => ending::show_reasons(talk, *pair).await,
        PairsPlace::DissolveSure { pair, reason } => ending::show_dissolve(talk, *pair, *reason).await,
        PairsPlace::CompleteSure { pair } => ending::show_complete(talk, *pair).await,
        PairsPlace::Horizon { pair } => horizon::show(talk, *pair).await,
        PairsPlace::Order { picked, page } => order::show_pick(talk, picked, *page).await,
        PairsPlace::OrderNumber { picked } => Ok(order::show_number(talk, picked)),
        PairsPlace::OrderDate { picked, number } => Ok(order::show_date(talk, picked, number)),
        PairsPlace::OrderSure { picked, number, on } => official::show(talk, picked, (number, *on)).await,
        PairsPlace::AnnounceSure => announce::show(talk).await,
        PairsPlace::Mine => mine::show(talk).await,
    }
}

/// Takes what a person did.
pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let place = match state {
        State::Pairs(place) => place,
        _ => PairsPlace::Home,
    };
    match (input, place) {
        (Input::Press(action), place) => press(talk, place, action).await,
        (Input::Text(text), PairsPlace::Horizon { pair }) => horizon::type_day(talk, pair, &text).await,
        (Input::Text(text), PairsPlace::OrderNumber { picked }) => Ok(order::type_number(talk, picked, &text)),
        (Input::Text(text), PairsPlace::OrderDate { picked, number }) => {
            Ok(order::type_date(talk, (picked, number), &text))
        }
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

async fn press(talk: &mut Talk<'_>, place: PairsPlace, action: Action) -> anyhow::Result<Turn> {
    match action {
        Action::PairsList { state, page } => Ok(to(PairsPlace::List { state, page })),
        Action::PairsBefore { page } => Ok(to(PairsPlace::Before { page })),
        Action::PairCard { pair } => Ok(to(PairsPlace::Card { pair })),
        Action::PairDissolve { pair } => Ok(to(PairsPlace::Dissolving { pair })),
        Action::PairDissolveWhy { pair, reason } => Ok(to(PairsPlace::DissolveSure { pair, reason })),
        Action::PairDissolveSure { pair, reason, version } => ending::dissolve(talk, (pair, version), reason).await,
        Action::PairComplete { pair } => Ok(to(PairsPlace::CompleteSure { pair })),
        Action::PairCompleteSure { pair, version } => ending::complete(talk, (pair, version)).await,
        Action::PairHorizon { pair } => Ok(to(PairsPlace::Horizon { pair })),
        Action::PairEndsOn { pair, day } => horizon::set(talk, pair, day).await,
        Action::PairAskAgain { pair, version } => card::ask_again(talk, (pair, version)).await,
        Action::PairsOrder
        | Action::PairOrder { .. }
        | Action::OrderPage { .. }
        | Action::OrderPick { .. }
        | Action::OrderAll { .. }
        | Action::OrderNext
        | Action::OrderOn { .. }
        | Action::OrderBack => order::press(talk, place, action).await,
        Action::OrderSure { announce } => official::make(talk, place, announce).await,
        Action::PairsAnnounce => Ok(to(PairsPlace::AnnounceSure)),
        Action::PairsAnnounceSure => announce::announce_waiting(talk).await,
        Action::PairsTroubleAgain { outbox } => announce::say(talk, outbox, true).await,
        Action::PairsTroubleSettle { outbox } => announce::say(talk, outbox, false).await,
        _ => Ok(to(PairsPlace::Home)),
    }
}

/// The two sides' own buttons, under notices and on their card.
pub(super) async fn turn_mine(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    let in_place = |said| Turn::in_place(Screen::new(said));
    match input {
        Input::Press(Action::PairYes { pair }) => Ok(in_place(answer::agree(talk, pair).await?)),
        Input::Press(Action::PairNo { pair }) => Ok(in_place(answer::decline(talk, pair).await?)),
        Input::Press(Action::PairJoin { pair }) => Ok(to(PairsPlace::Mine).with_note(answer::agree(talk, pair).await?)),
        Input::Press(Action::PairLeave { pair, sure }) => mine::leave(talk, pair, sure).await,
        Input::Press(_) => Ok(to(PairsPlace::Mine)),
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

/// A pair of this organisation; a button never gives access to another one's (F26).
async fn find_own(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Option<PairRecord>> {
    let organisation = talk.organisation()?.id;
    let record = pairs::find(talk.tx, id).await?;
    Ok(record.filter(|record| record.organisation == organisation))
}

/// Rows «по завершению программы» of a year are planned anew: a pair became official, moved its end, or ended.
async fn replan(talk: &mut Talk<'_>, year: SchoolYear) -> anyhow::Result<()> {
    let (organisation, today) = (talk.organisation()?.id, talk.today());
    let calendar = talk.calendar().await?;
    plans::follow_pairs(talk.tx, (organisation, year), &calendar, (today, talk.now)).await
}

/// The side of a pair on which somebody stands.
fn side_of(pair: &Pair, person: PersonId) -> Option<Side> {
    if pair.mentor == person { Some(Side::Mentor) } else { (pair.mentee == person).then_some(Side::Mentee) }
}

fn other(side: Side) -> Side {
    match side {
        Side::Mentor => Side::Mentee,
        Side::Mentee => Side::Mentor,
    }
}

/// Somebody else was quicker (F28): the card is drawn as it is now.
fn changed(talk: &Talk<'_>, pair: PairId) -> Turn {
    to(PairsPlace::Card { pair }).with_note(tr!(talk.locale, "pair-changed"))
}
