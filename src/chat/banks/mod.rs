//! The banks of mentors and mentees, for the curator: how full, who, filters, a person's card, a table.

mod card;
mod filter;
mod list;

pub(super) use card::note_look;
use filter::Filter;

use super::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::PersonId;
use crate::domain::notice::Notice;
use crate::domain::questionnaire::Questionnaires;
use crate::domain::school_year::SchoolYear;
use crate::store::{audit, closed_banks};
use crate::{label, tr};
use serde::{Deserialize, Serialize};

/// Where the curator stands in a bank. The bank is named by the code of its questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankPlace {
    pub questionnaire: String,
    pub page: u32,
    pub filter: Filter,
    pub view: BankView,
    /// How many school years ago; 0 is the organisation's present one.
    #[serde(default)]
    pub before: u8,
}

/// What of the bank is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BankView {
    List,
    /// Options of one question, to sift by.
    Sieve {
        question: String,
    },
    /// One person's answers.
    Card {
        person: PersonId,
    },
}

impl BankPlace {
    fn new(questionnaire: &str) -> Self {
        let (page, filter) = (0, Filter::default());
        Self { questionnaire: questionnaire.to_owned(), page, filter, view: BankView::List, before: 0 }
    }

    /// The school year whose bank it is.
    fn year(&self, talk: &Talk<'_>) -> anyhow::Result<SchoolYear> {
        Ok(SchoolYear(talk.organisation()?.school_year.0 - i32::from(self.before)))
    }
}

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    let first = BankPlace::new("mentor");
    let place = match state {
        State::Bank(place) => place,
        _ => &first,
    };
    match &place.view {
        BankView::List => list::show(talk, place).await,
        BankView::Sieve { question } => filter::show(talk, place, question).await,
        BankView::Card { person } => card::show(talk, place, *person).await,
    }
}

pub(super) async fn turn(talk: &mut Talk<'_>, state: State, input: Input) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Input::Press(action) = input else {
        return Ok(Turn::hint(tr!(locale, "hint-use-buttons")));
    };
    if let Action::BankOpen { questionnaire } = &action {
        let known = Questionnaires::builtin().is_ok_and(|all| all.get(questionnaire).is_some());
        if known {
            return Ok(Turn::to(State::Bank(BankPlace::new(questionnaire))));
        }
        return Ok(Turn::quiet().with_toast(label!(locale, "toast-unknown-button")));
    }
    let State::Bank(place) = state else {
        return Ok(Turn::stay());
    };
    match action {
        Action::BankCard { person } => card::open(talk, place, person).await,
        Action::BankTable => hand_over_table(talk, place).await,
        Action::BankDone { on } => call_complete(talk, place, on).await,
        action => Ok(Turn::to(State::Bank(moved(place, action)))),
    }
}

/// Another page, view or filter of the same bank.
fn moved(mut place: BankPlace, action: Action) -> BankPlace {
    let sieved = match &place.view {
        BankView::Sieve { question } => Some(question.clone()),
        _ => None,
    };
    match (action, sieved) {
        (Action::BankPage { page }, _) => place.page = page,
        (Action::BankSieve { question }, _) => {
            place.view = BankView::Sieve { question };
            return place;
        }
        (Action::BankSift { option }, Some(question)) => {
            place.filter.options.insert(question, option);
            place.page = 0;
        }
        (Action::BankAll, Some(question)) => {
            place.filter.options.remove(&question);
            place.page = 0;
        }
        (Action::BankAll, None) => place = BankPlace { before: place.before, ..BankPlace::new(&place.questionnaire) },
        (Action::BankYear { before }, _) => place = BankPlace { before, ..BankPlace::new(&place.questionnaire) },
        (Action::BankUnpaired { on }, _) => {
            place.filter.unpaired = on;
            place.page = 0;
        }
        _ => {}
    }
    place.view = BankView::List;
    place
}

/// «Банк собран», or it is gathered on. Rows that wait for the bank close in the same breath.
async fn call_complete(talk: &mut Talk<'_>, place: BankPlace, on: bool) -> anyhow::Result<Turn> {
    let (curator, organisation, year) = (talk.person()?.id, talk.organisation()?.id, place.year(talk)?);
    let bank = (organisation, year, place.questionnaire.as_str());
    let act = if on { "bank called complete" } else { "bank gathered on" };
    audit::insert(talk.tx, Some(curator), (act, &place.questionnaire), talk.now).await?;
    if on {
        closed_banks::insert(talk.tx, bank, curator, talk.now).await?;
    } else {
        closed_banks::delete(talk.tx, bank, talk.now).await?;
    }
    Ok(Turn::to(State::Bank(place)))
}

async fn hand_over_table(talk: &mut Talk<'_>, place: BankPlace) -> anyhow::Result<Turn> {
    let (curator, organisation) = (talk.person()?.id, talk.organisation()?.id);
    audit::insert(talk.tx, Some(curator), ("bank taken as a table", &place.questionnaire), talk.now).await?;
    let key = format!("bank table:{}", talk.key);
    let notice = Notice::BankTable { organisation, questionnaire: place.questionnaire, before: place.before };
    talk.hand_over(&key, notice).await?;
    Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-file-coming")))
}
