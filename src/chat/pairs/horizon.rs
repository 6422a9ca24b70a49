//! When a pair's programme is planned to end: the last teaching day, unless the curator says otherwise. Rows «по
//! завершению программы» are due then.

use super::{PairsPlace, card, changed, find_own, replan, to};
use crate::chat::matching::Directory;
use crate::chat::{Action, Screen, Talk, Turn, back, button, checked};
use crate::domain::calendar::last_of_month;
use crate::domain::ids::PairId;
use crate::domain::pair::ProgrammeEnd;
use crate::domain::school_year::SchoolYear;
use crate::domain::typed_moment::read_day;
use crate::store::{audit, pairs};
use crate::text::dates;
use crate::tr;
use chrono::{Months, NaiveDate};

/// A programme may go on into the next school year, but no further.
const LONGEST: Months = Months::new(24);

pub(super) async fn show(talk: &mut Talk<'_>, id: PairId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(record) = find_own(talk, id).await? else {
        return card::show(talk, id).await;
    };
    let Some(ProgrammeEnd::Planned(planned)) = record.pair.programme_end(record.year) else {
        return card::show(talk, id).await;
    };
    let names = Directory::read(talk).await?;
    let couple = names.couple(record.pair.mentor, record.pair.mentee);
    let today = talk.today();
    let text = tr!(locale, "pair-horizon-ask", couple = couple, day = dates::full(locale, planned));
    let offered = offered(record.year).into_iter().filter(|day| *day >= today);
    let days = offered.map(|day| {
        let label = checked(day == planned, &dates::day(locale, day, today));
        button(label, Action::PairEndsOn { pair: id, day })
    });
    Ok(Screen::new(text).grid(2, days).row([back(locale, Action::PairCard { pair: id })]))
}

/// The ends of the two halves of a school year.
fn offered(year: SchoolYear) -> [NaiveDate; 2] {
    let may = year.last_teaching_day();
    let december = may.checked_sub_months(Months::new(5)).map_or(may, last_of_month);
    [december, may]
}

pub(super) async fn type_day(talk: &mut Talk<'_>, id: PairId, text: &str) -> anyhow::Result<Turn> {
    match read_day(text, talk.today()) {
        Some(day) => set(talk, id, day).await,
        None => Ok(Turn::hint(tr!(talk.locale, "pair-horizon-bad"))),
    }
}

/// Plans the end anew, and with it what is due then and was not done yet.
pub(super) async fn set(talk: &mut Talk<'_>, id: PairId, day: NaiveDate) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let today = talk.today();
    let last = today.checked_add_months(LONGEST).unwrap_or(today);
    if day < today || day > last {
        return Ok(Turn::hint(tr!(locale, "pair-horizon-past")));
    }
    let Some(record) = find_own(talk, id).await? else {
        return Ok(changed(talk, id));
    };
    let (year, seen) = (record.year, record.version);
    let Ok(pair) = record.pair.reschedule(day) else {
        return Ok(changed(talk, id));
    };
    if !pairs::save(talk.tx, &pair, seen, talk.now).await? {
        return Ok(changed(talk, id));
    }
    replan(talk, year).await?;
    let by = talk.person()?.id;
    audit::insert(talk.tx, Some(by), ("pair's end planned", &id.to_string()), talk.now).await?;
    let note = tr!(locale, "pair-horizon-set", day = dates::full(locale, day));
    Ok(to(PairsPlace::Card { pair: id }).with_note(note))
}
