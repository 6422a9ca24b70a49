//! One proposal with its reasons, and who else could be the mentor.

use super::{Directory, cohort, current, plan, proposal_of};
use crate::chat::{Action, Screen, Talk, back, button};
use crate::domain::ids::PersonId;
use crate::domain::matching::Factor;
use crate::label;
use crate::text::{Locale, Markup, reasons};
use crate::tr;

/// Mentors offered instead.
const OTHERS: usize = 8;
/// From this score on a couple fits very well, well, or at all: shares of what the preset's weights give.
const VERY_WELL: i32 = 70;
const WELL: i32 = 35;

pub(super) async fn show(talk: &mut Talk<'_>, mentee: PersonId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, version)) = current(talk).await? else {
        return plan::show(talk).await;
    };
    let Some(proposal) = proposal_of(&draft, mentee) else {
        return plan::show(talk).await;
    };
    let names = Directory::read(talk).await?;
    let mut text = tr!(locale, "matching-couple", mentor = names.full(proposal.mentor), mentee = names.full(mentee));
    text = text.paragraph(&reasons_text(locale, &proposal.factors));
    if proposal.pinned {
        text = text.paragraph(&tr!(locale, "matching-pinned"));
    }
    let pin =
        if proposal.pinned { label!(locale, "button-matching-unpin") } else { label!(locale, "button-matching-pin") };
    let on = !proposal.pinned;
    Ok(Screen::new(text)
        .row([
            button(label!(locale, "button-matching-ban"), Action::MatchingBan { mentee, version }),
            button(pin, Action::MatchingPin { mentee, on, version }),
        ])
        .row([
            button(label!(locale, "button-matching-aside"), Action::MatchingSetAside { mentee, on: true, version }),
            button(label!(locale, "button-matching-others"), Action::MatchingOthers { mentee }),
        ])
        .row([back(locale, Action::MatchingPairs { page: 0 })]))
}

/// What speaks for the two, then what speaks against.
pub(in crate::chat) fn reasons_text(locale: Locale, factors: &[Factor]) -> Markup {
    let list = |lines: Vec<Markup>| {
        let point = |line: &Markup| tr!(locale, "matching-point", text = line);
        lines.iter().fold(Markup::default(), |all, line| all.line(&point(line)))
    };
    let (good, bad) = (list(reasons::reasons(locale, factors)), list(reasons::doubts(locale, factors)));
    let mut text = Markup::default();
    if !good.is_empty() {
        text = text.paragraph(&tr!(locale, "matching-why").line(&good));
    }
    if !bad.is_empty() {
        text = text.paragraph(&tr!(locale, "matching-doubts").line(&bad));
    }
    if text.is_empty() { tr!(locale, "matching-no-reasons") } else { text }
}

/// Other mentors for a mentee, the best first.
pub(super) async fn show_others(talk: &mut Talk<'_>, mentee: PersonId) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some((draft, version)) = current(talk).await? else {
        return plan::show(talk).await;
    };
    let names = Directory::read(talk).await?;
    let now = proposal_of(&draft, mentee).map(|proposal| proposal.mentor);
    let mut left_out = draft.set_aside.clone();
    left_out.remove(&mentee);
    let others = cohort::matching(talk, &left_out).await?.alternatives(mentee, OTHERS + 1);
    let others: Vec<_> = others.into_iter().filter(|other| Some(other.mentor) != now).take(OTHERS).collect();
    let mut text = tr!(locale, "matching-others", mentee = names.short(mentee)).bold();
    if let Some(now) = now {
        text = text.line(&tr!(locale, "matching-others-now", mentor = names.short(now)));
    }
    text = text.paragraph(&if others.is_empty() {
        tr!(locale, "matching-others-none")
    } else {
        tr!(locale, "matching-others-how")
    });
    let lines = others.iter().map(|other| {
        let mentor = names.short(other.mentor);
        let label = match other.score {
            VERY_WELL.. => label!(locale, "matching-fits-very-well", mentor = mentor),
            WELL..VERY_WELL => label!(locale, "matching-fits-well", mentor = mentor),
            0..WELL => label!(locale, "matching-fits", mentor = mentor),
            _ => label!(locale, "matching-fits-badly", mentor = mentor),
        };
        button(label, Action::MatchingChoose { mentor: other.mentor, mentee, version })
    });
    let to = match now {
        Some(_) => Action::MatchingCouple { mentee },
        None => Action::MatchingLeft { page: 0 },
    };
    Ok(Screen::new(text).grid(1, lines).row([back(locale, to)]))
}
