use super::*;

#[test]
fn a_pair_goes_through_its_year() {
    let pair = proposed();
    assert_eq!(pair.awaited(), [Side::Mentor, Side::Mentee]);
    let pair = pair.agree(Side::Mentee, at(1)).unwrap();
    assert_eq!((pair.state(), pair.awaited()), (PairState::Proposed, vec![Side::Mentor]));
    let pair = pair.agree(Side::Mentee, at(2)).unwrap();
    assert_eq!(pair.mentee_agreed_at, Some(at(1)), "a second tap changes nothing");
    let pair = pair.agree(Side::Mentor, at(3)).unwrap();
    assert_eq!((pair.state(), pair.awaited()), (PairState::Agreed, vec![]));
    let pair = pair.order(&order(), &all_given(), &all_given()).unwrap().announce(day(11)).unwrap();
    assert_eq!(pair.stage, Stage::Active { order: order(), since: day(11) });
    let pair = pair.complete(day(30)).unwrap();
    assert_eq!(pair.stage, Stage::Completed { order: order(), on: day(30) });
    assert_eq!((pair.mentor_agreed_at, pair.mentee_agreed_at), (Some(at(3)), Some(at(1))));
    assert!(!pair.state().is_open());
}

#[test]
fn an_order_without_consents_says_what_is_missing() {
    let error = agreed().order(&order(), &given(&[ConsentKind::PersonalData]), &Consents::default()).unwrap_err();
    let missing = vec![
        MissingConsent { side: Side::Mentor, kind: ConsentKind::ExtraDuties },
        MissingConsent { side: Side::Mentee, kind: ConsentKind::PersonalData },
    ];
    assert_eq!(error, PairError::ConsentsMissing(missing));
    let text = "consents are missing before the order: extra_duties of the mentor, personal_data of the mentee";
    assert_eq!(error.to_string(), text);
    let silent = given(&[ConsentKind::PersonalData, ConsentKind::ExtraDuties]);
    assert!(agreed().order(&order(), &silent, &silent).is_ok(), "publication is not needed");
}

#[test]
fn an_order_needs_a_number() {
    let blank = Order { number: " \u{a0} ".to_owned(), ..order() };
    assert_eq!(agreed().order(&blank, &all_given(), &all_given()), Err(PairError::NoOrderNumber));
    let padded = Order { number: " 45-о\n".to_owned(), ..order() };
    let pair = agreed().order(&padded, &all_given(), &all_given()).unwrap();
    assert_eq!(pair.stage, Stage::Ordered { order: order() });
}

#[test]
fn a_no_names_who_said_it_even_after_a_yes() {
    let pair = agreed().decline(Side::Mentor, at(5)).unwrap();
    assert_eq!(pair.stage, Stage::Declined { by: Side::Mentor, at: at(5) });
}

#[test]
fn dissolving_keeps_the_order_that_must_be_undone() {
    let pair = ordered().announce(day(11)).unwrap().dissolve(DissolveReason::MentorRefused, day(20)).unwrap();
    let reason = DissolveReason::MentorRefused;
    assert_eq!(pair.stage, Stage::Dissolved { reason, on: day(20), order: Some(order()) });
    let pair = proposed().dissolve(DissolveReason::MenteeLeft, day(2)).unwrap();
    let reason = DissolveReason::MenteeLeft;
    assert_eq!(pair.stage, Stage::Dissolved { reason, on: day(2), order: None });
}

#[test]
fn silence_is_nudged_told_and_then_given_up() {
    use AnswerStep::{Expire, Nudge, TellCurator, Wait};
    let policy = AnswerPolicy::default();
    let steps: Vec<AnswerStep> = (1..=9).map(|today| policy.step(day(1), day(today))).collect();
    assert_eq!(steps, [Wait, Wait, Nudge, Nudge, TellCurator, TellCurator, TellCurator, Expire, Expire]);
    let early = proposed().expire(day(7), &policy);
    assert_eq!(early, Err(PairError::NotYetExpired { until: day(8) }));
    let half = proposed().agree(Side::Mentor, at(1)).unwrap();
    assert_eq!(half.expire(day(8), &policy).unwrap().stage, Stage::Expired { on: day(8) });
}
