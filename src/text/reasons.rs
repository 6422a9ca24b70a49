//! Why two people fit, in plain words.

use super::{Arg, Locale, Markup, Names, answer_in_words, markup};
use crate::domain::matching::{Detail, Factor, FactorKind, HardStop, Slot};
use crate::domain::pair::Side;
use crate::domain::questionnaire::{Answer, Questionnaires};

/// What speaks for a couple, for the curator's eyes.
pub fn reasons(locale: Locale, factors: &[Factor]) -> Vec<Markup> {
    let good = factors.iter().filter(|factor| factor.points >= 0);
    good.map(|factor| sentence(locale, factor)).collect()
}

/// What speaks against a couple, for the curator's eyes.
pub fn doubts(locale: Locale, factors: &[Factor]) -> Vec<Markup> {
    let bad = factors.iter().filter(|factor| factor.points < 0);
    bad.map(|factor| sentence(locale, factor)).collect()
}

/// What may be told to one of the two: nothing from the private answers, nothing that could hurt.
pub fn reasons_for(locale: Locale, side: Side, factors: &[Factor]) -> Vec<Markup> {
    let told = factors.iter().filter(|factor| factor.points >= 0 && may_be_told(factor.kind, side));
    told.map(|factor| sentence(locale, factor)).collect()
}

fn may_be_told(kind: FactorKind, side: Side) -> bool {
    match kind {
        FactorKind::MainDifficulty
        | FactorKind::Difficulties
        | FactorKind::Subject
        | FactorKind::Level
        | FactorKind::Kind
        | FactorKind::Slots
        | FactorKind::Format
        | FactorKind::FlexibleFormat => true,
        FactorKind::Experience | FactorKind::BeenMentor => side == Side::Mentee,
        FactorKind::Urgent => side == Side::Mentor,
        FactorKind::MainDifficultyMissed
        | FactorKind::NoCommonSlots
        | FactorKind::DifferentFormats
        | FactorKind::MentorWish
        | FactorKind::MenteeWish
        | FactorKind::OtherMentees => false,
    }
}

/// What forbids a couple, as a part of a sentence.
pub fn stop(locale: Locale, stop: HardStop) -> Markup {
    markup(locale, &format!("stop-{stop}"), &[])
}

/// One reason as a sentence.
fn sentence(locale: Locale, factor: &Factor) -> Markup {
    let key = format!("reason-{}", factor.kind);
    let what = match &factor.detail {
        Detail::Plain => Arg::from(""),
        Detail::Count(count) => Arg::from(*count),
        Detail::Codes(codes) => Arg::from(words(locale, question_of(factor.kind), &Answer::Choices(codes.clone()))),
        Detail::Slots(slots) => {
            let cells = |slot: &Slot| (slot.day.clone(), slot.part.clone());
            let cells = slots.iter().map(cells).collect();
            Arg::from(words(locale, question_of(factor.kind), &Answer::Grid(cells)))
        }
    };
    markup(locale, &key, &[("what", what)])
}

/// The mentors' question whose options a factor's codes are.
fn question_of(kind: FactorKind) -> &'static str {
    match kind {
        FactorKind::Subject => "subjects",
        FactorKind::Level => "levels",
        FactorKind::Kind => "kinds",
        FactorKind::Slots => "slots",
        FactorKind::Format | FactorKind::FlexibleFormat | FactorKind::DifferentFormats => "format",
        FactorKind::Experience => "experience",
        _ => "helps_with",
    }
}

/// Options in words, as they stand inside a sentence.
fn words(locale: Locale, question: &str, answer: &Answer) -> String {
    let mentor = Questionnaires::builtin().ok().and_then(|all| all.get("mentor"));
    let Some(question) = mentor.and_then(|mentor| mentor.question(question)) else {
        return String::new();
    };
    let labels = answer_in_words(locale, question, answer, &Names::default());
    let parts: Vec<_> = labels.split(", ").map(in_sentence).collect();
    parts.join(", ")
}

/// «Дисциплина» as «дисциплина»; «ОГЭ» stays.
fn in_sentence(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::keys;

    fn factor(kind: FactorKind, points: i32, detail: Detail) -> Factor {
        Factor { kind, points, detail }
    }

    fn codes(codes: &[&str]) -> Detail {
        Detail::Codes(codes.iter().map(|&code| code.to_owned()).collect())
    }

    #[test]
    fn every_reason_and_every_stop_has_its_words() {
        for locale in Locale::ALL {
            let exists = keys(*locale);
            for kind in FactorKind::ALL {
                assert!(exists(&format!("reason-{kind}")), "{locale}: {kind}");
            }
            for stop in HardStop::ALL {
                assert!(exists(&format!("stop-{stop}")), "{locale}: {stop}");
            }
        }
    }

    #[test]
    fn reasons_are_sentences() {
        let all = [
            factor(FactorKind::MainDifficulty, 40, codes(&["discipline"])),
            factor(FactorKind::Difficulties, 20, codes(&["assessment", "exams"])),
            factor(
                FactorKind::Slots,
                4,
                Detail::Slots(vec![Slot { day: "tue".to_owned(), part: "afternoon".to_owned() }]),
            ),
        ];
        let said: Vec<_> = reasons(Locale::Ru, &all).iter().map(|line| line.as_html().to_owned()).collect();
        insta::assert_snapshot!(said.join("\n"), @r"
        Помогает с главным: дисциплина
        Помогает с тем, что трудно: оценивание, ОГЭ, ЕГЭ, ВПР
        Оба свободны: вт день
        ");
    }

    #[test]
    fn private_answers_and_doubts_are_not_told() {
        let all: Vec<_> = FactorKind::ALL.iter().map(|kind| factor(*kind, 5, codes(&[]))).collect();
        let to_mentor = reasons_for(Locale::Ru, Side::Mentor, &all).len();
        let to_mentee = reasons_for(Locale::Ru, Side::Mentee, &all).len();
        assert_eq!((to_mentor, to_mentee), (9, 10));
        let bad = [factor(FactorKind::Format, -5, codes(&[]))];
        assert!(reasons_for(Locale::Ru, Side::Mentor, &bad).is_empty());
    }
}
