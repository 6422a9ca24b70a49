//! The order: which pairs it names, its number, its date.

use super::list::all;
use super::{PairsPlace, to};
use crate::chat::matching::Directory;
use crate::chat::{Action, Pages, Screen, Talk, Turn, back, button, checked};
use crate::domain::ids::PairId;
use crate::domain::pair::PairState;
use crate::domain::typed_moment::read_day;
use crate::domain::typed_text;
use crate::label;
use crate::store::pairs::PairRecord;
use crate::text::dates;
use crate::tr;
use chrono::NaiveDate;

/// The longest number of an order, in characters: «45-к», «01-05/112-о».
const LONGEST_NUMBER: usize = 30;

/// The pairs that an order may name.
pub(super) async fn agreed(talk: &mut Talk<'_>) -> anyhow::Result<Vec<PairRecord>> {
    let mut all = all(talk).await?;
    all.retain(|record| record.pair.state() == PairState::Agreed);
    Ok(all)
}

/// Everything on the way to the confirmation.
pub(super) async fn press(talk: &mut Talk<'_>, place: PairsPlace, action: Action) -> anyhow::Result<Turn> {
    Ok(match (action, place) {
        (Action::PairsOrder, _) => to(PairsPlace::Order { picked: every(talk).await?, page: 0 }),
        (Action::PairOrder { pair }, _) => to(PairsPlace::Order { picked: vec![pair], page: 0 }),
        (Action::OrderPick { pair, on }, PairsPlace::Order { mut picked, page }) => {
            picked.retain(|one| *one != pair);
            if on {
                picked.push(pair);
            }
            to(PairsPlace::Order { picked, page })
        }
        (Action::OrderAll { on }, PairsPlace::Order { page, .. }) => {
            let picked = if on { every(talk).await? } else { Vec::new() };
            to(PairsPlace::Order { picked, page })
        }
        (Action::OrderPage { page }, PairsPlace::Order { picked, .. }) => to(PairsPlace::Order { picked, page }),
        (Action::OrderNext, PairsPlace::Order { picked, .. }) if !picked.is_empty() => {
            to(PairsPlace::OrderNumber { picked })
        }
        (Action::OrderNext, PairsPlace::Order { .. }) => Turn::hint(tr!(talk.locale, "order-pick-one")),
        (Action::OrderOn { day }, PairsPlace::OrderDate { picked, number }) => dated(talk, (picked, number), day),
        (Action::OrderBack, PairsPlace::OrderNumber { picked }) => to(PairsPlace::Order { picked, page: 0 }),
        (Action::OrderBack, PairsPlace::OrderDate { picked, .. }) => to(PairsPlace::OrderNumber { picked }),
        (Action::OrderBack, PairsPlace::OrderSure { picked, number, .. }) => {
            to(PairsPlace::OrderDate { picked, number })
        }
        _ => to(PairsPlace::Home),
    })
}

async fn every(talk: &mut Talk<'_>) -> anyhow::Result<Vec<PairId>> {
    Ok(agreed(talk).await?.iter().map(|record| record.pair.id).collect())
}

pub(super) async fn show_pick(talk: &mut Talk<'_>, picked: &[PairId], page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let names = Directory::read(talk).await?;
    let agreed = agreed(talk).await?;
    let home = back(locale, Action::Pairs);
    if agreed.is_empty() {
        return Ok(Screen::new(tr!(locale, "order-nothing")).row([home]));
    }
    let chosen = agreed.iter().filter(|record| picked.contains(&record.pair.id)).count();
    let pages = Pages::new(&agreed, page);
    let lines = pages.shown.iter().map(|record| {
        let pair = record.pair.id;
        let on = picked.contains(&pair);
        let couple = names.couple(record.pair.mentor, record.pair.mentee);
        button(checked(on, &couple), Action::OrderPick { pair, on: !on })
    });
    let everybody = chosen == agreed.len();
    let toggle = if everybody {
        label!(locale, "button-order-none")
    } else {
        label!(locale, "button-order-all", count = agreed.len())
    };
    Ok(Screen::new(tr!(locale, "order-pick", chosen = chosen, of = agreed.len()))
        .grid(1, lines)
        .row(pages.row(|page| Action::OrderPage { page }))
        .row([button(toggle, Action::OrderAll { on: !everybody })])
        .row([home, button(label!(locale, "button-order-next"), Action::OrderNext)]))
}

pub(super) fn show_number(talk: &Talk<'_>, picked: &[PairId]) -> Screen {
    let locale = talk.locale;
    let text = tr!(locale, "order-number", count = picked.len());
    Screen::new(text).row([back(locale, Action::OrderBack)])
}

pub(super) fn type_number(talk: &Talk<'_>, picked: Vec<PairId>, text: &str) -> Turn {
    // People copy «№ 45-к» whole; the sign is ours to write.
    let text = text.trim().trim_start_matches(['№', 'N', '#']);
    match typed_text::clean_line(text, LONGEST_NUMBER) {
        Ok(number) => to(PairsPlace::OrderDate { picked, number }),
        Err(_) => Turn::hint(tr!(talk.locale, "order-bad-number", max = LONGEST_NUMBER)),
    }
}

pub(super) fn show_date(talk: &Talk<'_>, picked: &[PairId], number: &str) -> Screen {
    let locale = talk.locale;
    let today = talk.today();
    let text = tr!(locale, "order-date", number = number, count = picked.len());
    let days = [today.pred_opt(), Some(today)].into_iter().flatten();
    let days = days.map(|day| {
        let label = if day == today {
            label!(locale, "order-today", day = dates::day_month(locale, day))
        } else {
            label!(locale, "order-yesterday", day = dates::day_month(locale, day))
        };
        button(label, Action::OrderOn { day })
    });
    Screen::new(text).row(days).row([back(locale, Action::OrderBack)])
}

pub(super) fn type_date(talk: &Talk<'_>, (picked, number): (Vec<PairId>, String), text: &str) -> Turn {
    match read_day(text, talk.today()) {
        Some(day) => dated(talk, (picked, number), day),
        None => Turn::hint(tr!(talk.locale, "order-bad-date")),
    }
}

fn dated(talk: &Talk<'_>, (picked, number): (Vec<PairId>, String), on: NaiveDate) -> Turn {
    if on > talk.today() {
        return Turn::hint(tr!(talk.locale, "order-future"));
    }
    to(PairsPlace::OrderSure { picked, number, on })
}
