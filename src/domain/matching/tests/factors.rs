//! Each factor by an example.

use super::*;

fn kinds(factors: &[Factor]) -> Vec<(FactorKind, i32)> {
    factors.iter().map(|factor| (factor.kind, factor.points)).collect()
}

#[test]
fn every_factor_is_explained_with_its_detail() {
    let physicist = Mentor {
        subjects: codes(["physics", "maths"]),
        levels: codes(["secondary"]),
        helps_with: codes(["discipline", "lesson", "parents"]),
        kinds: codes(["traditional", "virtual"]),
        slots: [slot("mon", "morning"), slot("tue", "evening")].into(),
        format: Some("offline".to_owned()),
        experience: Some("from_10".to_owned()),
        been_mentor: true,
        wish: [PersonId(10)].into(),
        ..mentor(1, 1)
    };
    let newcomer = Mentee {
        subjects: codes(["physics"]),
        levels: codes(["secondary"]),
        difficulties: codes(["discipline", "lesson", "digital"]),
        main_difficulty: Some("discipline".to_owned()),
        kinds: codes(["virtual", "speed"]),
        slots: [slot("mon", "morning")].into(),
        format: Some("mixed".to_owned()),
        urgent: true,
        wish: [PersonId(1)].into(),
        ..mentee(10)
    };
    let matching = matching(&Cohort { mentors: vec![physicist], mentees: vec![newcomer], ..Cohort::default() });

    let factors = matching.explain(PersonId(1), PersonId(10)).unwrap();

    let expected = [
        (FactorKind::MainDifficulty, 40),
        (FactorKind::Difficulties, 10),
        (FactorKind::Subject, 25),
        (FactorKind::Level, 10),
        (FactorKind::Kind, 8),
        (FactorKind::Slots, 4),
        (FactorKind::FlexibleFormat, 3),
        (FactorKind::Experience, 6),
        (FactorKind::BeenMentor, 5),
        (FactorKind::MentorWish, 15),
        (FactorKind::MenteeWish, 20),
        (FactorKind::Urgent, 60),
    ];
    assert_eq!(kinds(&factors), expected);
    assert!(factors[1].detail == Detail::Codes(vec!["lesson".to_owned()]));
    assert!(factors[5].detail == Detail::Slots(vec![slot("mon", "morning")]));
    let plan = matching.plan();
    assert_eq!(plan.pairs[0].factors, factors);
    assert_eq!(plan.pairs[0].score, 206);
}

#[test]
fn what_speaks_against_is_said_too() {
    let busy = Mentor {
        helps_with: codes(["parents"]),
        slots: [slot("fri", "evening")].into(),
        format: Some("offline".to_owned()),
        experience: Some("under_3".to_owned()),
        busy_with: 1,
        ..mentor(1, 2)
    };
    let asking = Mentee {
        main_difficulty: Some("exams".to_owned()),
        slots: [slot("mon", "morning")].into(),
        format: Some("online".to_owned()),
        ..mentee(10)
    };
    let plan = matching(&Cohort { mentors: vec![busy], mentees: vec![asking], ..Cohort::default() }).plan();
    let expected = [
        (FactorKind::MainDifficultyMissed, -15),
        (FactorKind::NoCommonSlots, -20),
        (FactorKind::DifferentFormats, -10),
        (FactorKind::Experience, -15),
        (FactorKind::OtherMentees, -6),
    ];
    assert_eq!(kinds(&plan.pairs[0].factors), expected);
    assert_eq!(plan.pairs[0].factors[4].detail, Detail::Count(1));
}

#[test]
fn silence_never_counts_against_anybody() {
    let cohort = Cohort { mentors: vec![mentor(1, 1)], mentees: vec![mentee(10)], ..Cohort::default() };
    assert_eq!(matching(&cohort).explain(PersonId(1), PersonId(10)), Ok(vec![]));
}

#[test]
fn many_shared_answers_are_capped() {
    let all = ["a", "b", "c", "d", "e", "f"];
    let generous = Mentor { helps_with: codes(all), ..mentor(1, 1) };
    let asking = Mentee { difficulties: codes(all), ..mentee(10) };
    let cohort = Cohort { mentors: vec![generous], mentees: vec![asking], ..Cohort::default() };
    let factors = matching(&cohort).explain(PersonId(1), PersonId(10)).unwrap();
    assert_eq!(kinds(&factors), [(FactorKind::Difficulties, 30)]);
    assert!(factors[0].detail == Detail::Codes(all.map(str::to_owned).to_vec()), "all are named");
}

#[test]
fn debug_shows_no_answers() {
    let telling = Mentee { main_difficulty: Some("burnout".to_owned()), avoid: [PersonId(77)].into(), ..mentee(10) };
    let cohort = Cohort { mentors: vec![mentor(1, 1)], mentees: vec![telling], ..Cohort::default() };
    let shown = format!("{cohort:?} {:?}", matching(&cohort).plan());
    assert!(!shown.contains("burnout") && !shown.contains("77"), "{shown}");
}

#[test]
fn a_question_may_have_hundreds_of_options() {
    let all: BTreeSet<Code> = (0..300).map(|number| format!("{number:03}")).collect();
    let last: BTreeSet<Code> = ["063", "064", "127", "128", "299"].map(str::to_owned).into();
    for code in &last {
        let polymath = Mentor { subjects: all.clone(), ..mentor(1, 1) };
        let asking = Mentee { subjects: [code.clone(), "elsewhere".to_owned()].into(), ..mentee(10) };
        let cohort = Cohort { mentors: vec![polymath], mentees: vec![asking], ..Cohort::default() };
        let factors = matching(&cohort).explain(PersonId(1), PersonId(10)).unwrap();
        assert_eq!(kinds(&factors), [(FactorKind::Subject, 25)], "{code}");
    }
    let helper = Mentor { helps_with: all.clone(), ..mentor(1, 1) };
    let asking = Mentee { difficulties: last, ..mentee(10) };
    let cohort = Cohort { mentors: vec![helper], mentees: vec![asking], ..Cohort::default() };
    let factors = matching(&cohort).explain(PersonId(1), PersonId(10)).unwrap();
    assert_eq!(kinds(&factors), [(FactorKind::Difficulties, 30)]);
}

#[test]
fn the_only_difficulty_is_the_main_one() {
    let helper = Mentor { helps_with: codes(["lesson"]), ..mentor(1, 1) };
    let asking = Mentee { difficulties: codes(["lesson"]), ..mentee(10) };
    let cohort = Cohort { mentors: vec![helper], mentees: vec![asking], ..Cohort::default() };
    let factors = matching(&cohort).explain(PersonId(1), PersonId(10)).unwrap();
    assert_eq!(kinds(&factors), [(FactorKind::MainDifficulty, 40)]);
    assert!(factors[0].detail == Detail::Codes(vec!["lesson".to_owned()]));
}
