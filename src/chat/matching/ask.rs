//! Puts the proposed pairs to those concerned.

use super::{Directory, changed, cohort, current, plan, scope, seen};
use crate::chat::pairs::{self, PairsPlace};
use crate::chat::{Action, Screen, State, Talk, Turn, back, button};
use crate::domain::ids::PairId;
use crate::domain::pair::Pair;
use crate::label;
use crate::store::{matching_plans, people};
use crate::text::Markup;
use crate::tr;

/// Pairs named on the confirmation; the list itself is one step back.
const NAMED: usize = 10;

/// What is about to be said, to whom, to how many.
pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, version)) = current(talk).await?.filter(|(draft, _)| !draft.plan.pairs.is_empty()) else {
        return plan::show(talk).await;
    };
    let names = Directory::read(talk).await?;
    let organisation = talk.organisation()?.id;
    let all = &draft.plan.pairs;
    let mut list = Markup::default();
    for pair in all.iter().take(NAMED) {
        list = list.line(&tr!(locale, "matching-point", text = names.couple(pair.mentor, pair.mentee)));
    }
    if all.len() > NAMED {
        list = list.line(&tr!(locale, "matching-and-more", count = all.len() - NAMED));
    }
    let mut text = tr!(locale, "matching-ask", pairs = all.len()).paragraph(&list);
    let unclaimed = people::list_unclaimed(talk.tx, organisation).await?;
    let concerned = |person: &_| all.iter().any(|pair| pair.mentor == *person || pair.mentee == *person);
    let deaf: Vec<_> = unclaimed.iter().map(|person| person.id).filter(concerned).collect();
    if !deaf.is_empty() {
        text = text.paragraph(&tr!(locale, "matching-ask-no-chat", people = names.list(&deaf)));
    }
    text = text.paragraph(&tr!(locale, "matching-ask-then"));
    let ask = label!(locale, "button-matching-ask", count = all.len());
    Ok(Screen::new(text).row([back(locale, Action::Matching), button(ask, Action::MatchingAskAll { version })]))
}

/// Asks both sides of every pair that is still possible; the plan is used up by it.
pub(super) async fn ask_all(talk: &mut Talk<'_>, version: i64) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let Some(draft) = seen(talk, version).await? else {
        return changed(talk, None).await;
    };
    let scope = scope(talk)?;
    let asked_on = talk.heard_on().await?;
    // Somebody may have withdrawn since the plan was made.
    let matching = cohort::matching(talk, &draft.set_aside).await?;
    let (mut asked, mut skipped) = (0_usize, Vec::new());
    for proposal in &draft.plan.pairs {
        let (mentor, mentee) = (proposal.mentor, proposal.mentee);
        let id = PairId(talk.tx.next_id(talk.now));
        let pair = Pair::propose(id, mentor, mentee, asked_on);
        let possible = matching.explain(mentor, mentee).is_ok();
        if possible && pairs::put_to_both(talk, &pair, &proposal.factors).await? {
            asked += 1;
        } else {
            skipped.push((mentor, mentee));
        }
    }
    matching_plans::save(talk.tx, scope, None, talk.now).await?;
    let mut note = tr!(locale, "matching-asked", count = asked);
    if !skipped.is_empty() {
        let names = Directory::read(talk).await?;
        let couples: Vec<_> = skipped.iter().map(|(mentor, mentee)| names.couple(*mentor, *mentee)).collect();
        note = note.line(&tr!(locale, "matching-skipped", couples = couples.join("; ")));
    }
    Ok(Turn::to(State::Pairs(PairsPlace::Home)).with_note(note))
}
