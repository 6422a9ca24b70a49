mod stories;

use super::*;
use crate::domain::consent::{ConsentDecision, ConsentKind, ConsentRecord, Consents};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
}

fn at(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_788_000_000 + hour * 3600, 0).unwrap()
}

fn given(kinds: &[ConsentKind]) -> Consents {
    Consents::of(kinds.iter().map(|kind| ConsentRecord {
        kind: *kind,
        decision: ConsentDecision::Given,
        version: "v1".to_owned(),
        at: at(0),
    }))
}

fn all_given() -> Consents {
    given(ConsentKind::ALL)
}

fn order() -> Order {
    Order { number: "45-о".to_owned(), date: day(10) }
}

fn proposed() -> Pair {
    Pair::propose(PairId(1), PersonId(2), PersonId(3), day(1))
}

fn agreed() -> Pair {
    proposed().agree(Side::Mentor, at(1)).unwrap().agree(Side::Mentee, at(2)).unwrap()
}

fn ordered() -> Pair {
    agreed().order(&order(), &all_given(), &all_given()).unwrap()
}

/// A pair in each state, reached by the transitions alone.
fn pair_in(state: PairState) -> Pair {
    match state {
        PairState::Proposed => proposed(),
        PairState::Agreed => agreed(),
        PairState::Ordered => ordered(),
        PairState::Active => ordered().announce(day(11)).unwrap(),
        PairState::Completed => ordered().announce(day(11)).unwrap().complete(day(30)).unwrap(),
        PairState::Declined => proposed().decline(Side::Mentee, at(3)).unwrap(),
        PairState::Expired => proposed().expire(day(8), &AnswerPolicy::default()).unwrap(),
        PairState::Dissolved => ordered().dissolve(DissolveReason::MentorLeft, day(12)).unwrap(),
    }
}

fn perform(action: PairAction, pair: Pair) -> Result<Pair, PairError> {
    match action {
        PairAction::Agree => pair.agree(Side::Mentor, at(9)),
        PairAction::Decline => pair.decline(Side::Mentor, at(9)),
        PairAction::Expire => pair.expire(day(20), &AnswerPolicy::default()),
        PairAction::Order => pair.order(&order(), &all_given(), &all_given()),
        PairAction::Announce => pair.announce(day(20)),
        PairAction::Reschedule => pair.reschedule(day(25)),
        PairAction::Complete => pair.complete(day(20)),
        PairAction::Dissolve => pair.dissolve(DissolveReason::ByAgreement, day(20)),
    }
}

#[test]
fn every_transition_is_as_the_table_says() {
    use PairState::{Active, Agreed, Completed, Declined, Dissolved, Expired, Ordered, Proposed};
    // One row for each action: the state from which it is allowed, and the state to which it leads.
    let table: [(PairAction, &[(PairState, PairState)]); 8] = [
        (PairAction::Agree, &[(Proposed, Proposed)]),
        (PairAction::Decline, &[(Proposed, Declined), (Agreed, Declined)]),
        (PairAction::Expire, &[(Proposed, Expired)]),
        (PairAction::Order, &[(Agreed, Ordered)]),
        (PairAction::Announce, &[(Ordered, Active)]),
        (PairAction::Reschedule, &[(Ordered, Ordered), (Active, Active)]),
        (PairAction::Complete, &[(Active, Completed)]),
        (
            PairAction::Dissolve,
            &[(Proposed, Dissolved), (Agreed, Dissolved), (Ordered, Dissolved), (Active, Dissolved)],
        ),
    ];
    assert_eq!(table.len(), PairAction::ALL.len());
    for (action, allowed) in table {
        for state in PairState::ALL.iter().copied() {
            let expected = allowed.iter().find(|(from, _)| *from == state);
            let expected = expected.map(|(_, to)| *to).ok_or(PairError::WrongState { action, state });
            assert_eq!(pair_in(state).state(), state);
            let reached = perform(action, pair_in(state)).map(|pair| pair.state());
            assert_eq!(reached, expected, "{action} from {state}");
        }
    }
}

#[test]
fn a_pair_is_kept_under_stable_codes() {
    for state in PairState::ALL.iter().copied() {
        let pair = pair_in(state);
        let json = serde_json::to_value(&pair).unwrap();
        assert_eq!(json["stage"]["state"], state.code());
        assert_eq!(serde_json::from_value::<Pair>(json).unwrap(), pair);
    }
}
