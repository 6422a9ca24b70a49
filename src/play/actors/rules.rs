//! What people do about what they are shown, rule after rule: the first that has an opinion decides.

use super::reading::{Meant, Reading};
use super::{Actor, Move, Place};
use crate::chat::Action;
use crate::domain::evidence::EvidenceKind;

/// What a rule thinks of a message.
pub(super) enum Verdict {
    /// Not its business.
    Pass,
    /// Nothing to do about it.
    Rest,
    Do(Move),
}

impl From<Option<Move>> for Verdict {
    fn from(step: Option<Move>) -> Self {
        step.map_or(Self::Pass, Self::Do)
    }
}

type Rule = fn(&mut Actor, &Reading<'_>) -> Verdict;

const RULES: [Rule; 8] = [notice, joining, consent, evidence, beginning, review, question, menu];

/// How long a text in the evidence or in a form is does not matter, as long as it says something.
const ABOUT_WORK: [&str; 4] = [
    "Провели открытый урок и разобрали его вместе.",
    "Договорились о встречах раз в две недели.",
    "Всё сделано в срок, материалы лежат в методическом кабинете.",
    "Обсудили план и посмотрели два урока друг у друга.",
];

pub(super) fn decide(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    for rule in RULES {
        match rule(actor, reading) {
            Verdict::Pass => {}
            decided => return decided,
        }
    }
    Verdict::Rest
}

/// What came by itself: one says yes to a pair, and closes some of the rows of a digest.
fn notice(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    if !reading.is_notice() {
        return Verdict::Pass;
    }
    for button in &reading.buttons {
        let wanted = match button.action {
            Action::PairYes { .. } => true,
            Action::OccurrenceDone { .. } => actor.chance(actor.diligence),
            _ => false,
        };
        if wanted {
            let step = reading.press(button);
            actor.put_off(step);
        }
    }
    Verdict::Rest
}

/// Finding oneself on the staff list.
fn joining(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    if let Some(yes) = reading.press_first(|action| matches!(action, Action::JoinYes { .. })) {
        return Verdict::Do(yes);
    }
    let is_list = reading.has(|action| matches!(action, Action::JoinMissing));
    if !is_list {
        return Verdict::Pass;
    }
    let me = reading
        .buttons
        .iter()
        .find(|button| matches!(button.action, Action::JoinPick { .. }) && button.label() == actor.full_name);
    match me {
        Some(me) => Verdict::Do(reading.press(me)),
        None if actor.has_searched => Verdict::Rest,
        None => {
            actor.has_searched = true;
            Verdict::Do(Move::Say(actor.full_name.clone()))
        }
    }
}

fn consent(_: &mut Actor, reading: &Reading<'_>) -> Verdict {
    reading.press_first(|action| matches!(action, Action::ConsentDecide { given: true })).into()
}

/// Closing a row: always in words, one sentence.
fn evidence(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    if let Some(save) = reading.press_first(|action| *action == Action::EvidenceSave) {
        return Verdict::Do(save);
    }
    let in_words = Action::EvidenceGive { kind: EvidenceKind::Text };
    if let Some(kind) = reading.press_first(|action| *action == in_words) {
        actor.place = Place::Evidence;
        return Verdict::Do(kind);
    }
    if !reading.has(|action| *action == Action::EvidenceBack) {
        return Verdict::Pass;
    }
    if actor.place != Place::Evidence {
        return Verdict::Rest;
    }
    actor.place = Place::Elsewhere;
    let words = actor.pick(&ABOUT_WORK).copied().unwrap_or_default();
    Verdict::Do(Move::Say(words.to_owned()))
}

/// Into a questionnaire.
fn beginning(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    let begin = reading.press_first(|action| matches!(action, Action::FormBegin | Action::FormResume));
    if begin.is_some() {
        actor.place = Place::Form;
    }
    begin.into()
}

/// Out of a questionnaire.
fn review(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    let is_sent = reading.has(|action| matches!(action, Action::FormCorrect));
    if is_sent && actor.place == Place::Form {
        actor.place = Place::Elsewhere;
        actor.wants.pop_front();
        return Verdict::Pass;
    }
    reading.press_first(|action| matches!(action, Action::FormSend | Action::FormRest)).into()
}

/// One question: whatever it offers, chosen by chance.
fn question(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    if actor.place != Place::Form {
        return Verdict::Pass;
    }
    let skip = reading.press_first(|action| *action == Action::FormSkip);
    let choices: Vec<&Meant<'_>> = reading.buttons.iter().filter(is_choice).collect();
    let is_answered = choices.iter().any(|choice| choice.is_chosen());
    if is_answered {
        return match reading.press_first(|action| *action == Action::FormNext) {
            Some(next) => Verdict::Do(next),
            None => choose(actor, reading, &choices),
        };
    }
    match skip {
        Some(skip) if choices.is_empty() || actor.chance(60) => Verdict::Do(skip),
        _ if !choices.is_empty() => choose(actor, reading, &choices),
        _ => {
            let words = actor.pick(&ABOUT_WORK).copied().unwrap_or_default();
            Verdict::Do(Move::Say(words.to_owned()))
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that `filter` asks for")]
fn is_choice(button: &&Meant<'_>) -> bool {
    matches!(button.action, Action::FormSet { .. } | Action::FormCell { .. } | Action::FormColleague { .. })
}

fn choose(actor: &mut Actor, reading: &Reading<'_>, choices: &[&Meant<'_>]) -> Verdict {
    actor.pick(choices).map(|choice| reading.press(choice)).into()
}

/// From anywhere to the questionnaire that one means to answer.
fn menu(actor: &mut Actor, reading: &Reading<'_>) -> Verdict {
    let Some(wanted) = actor.wants.front() else {
        return Verdict::Rest;
    };
    let open =
        reading.press_first(|action| matches!(action, Action::FormOpen { questionnaire } if questionnaire == wanted));
    open.or_else(|| reading.press_first(|action| *action == Action::Menu)).into()
}
