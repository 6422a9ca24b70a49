//! Hard stops and pins by examples.

use super::*;

#[test]
fn hard_stops_are_all_named() {
    let cohort = Cohort {
        mentors: vec![Mentor { consented: false, avoid: [PersonId(10)].into(), ..mentor(1, 0) }],
        mentees: vec![Mentee { consented: false, avoid: [PersonId(1)].into(), ..mentee(10) }, mentee(1)],
        bosses: [Boss { boss: PersonId(1), of: PersonId(10) }].into(),
        bans: [couple(1, 10)].into(),
        ..Cohort::default()
    };
    let matching = matching(&cohort);
    let stops = [
        HardStop::DirectBoss,
        HardStop::MentorVeto,
        HardStop::MenteeVeto,
        HardStop::MentorConsent,
        HardStop::MenteeConsent,
        HardStop::Banned,
        HardStop::NoRoom,
    ];
    assert_eq!(matching.explain(PersonId(1), PersonId(10)), Err(stops.to_vec()));
    let oneself = [HardStop::SamePerson, HardStop::MentorConsent, HardStop::NoRoom];
    assert_eq!(matching.explain(PersonId(1), PersonId(1)), Err(oneself.to_vec()));
    assert_eq!(matching.explain(PersonId(1), PersonId(99)), Err(vec![HardStop::NotInBank]));
}

#[test]
fn a_mentee_may_be_the_boss_of_the_mentor() {
    let cohort = Cohort {
        mentors: vec![mentor(1, 1)],
        mentees: vec![mentee(10)],
        bosses: [Boss { boss: PersonId(10), of: PersonId(1) }].into(),
        ..Cohort::default()
    };
    assert_eq!(matching(&cohort).plan().pairs.len(), 1, "reverse mentoring: the young teach the head");
}

#[test]
fn pins_beat_wishes_but_not_hard_stops() {
    let cohort = Cohort {
        mentors: vec![mentor(1, 1), Mentor { wish: [PersonId(10)].into(), ..mentor(2, 1) }],
        mentees: vec![mentee(10), Mentee { avoid: [PersonId(2)].into(), ..mentee(11) }],
        pins: [couple(1, 10), couple(2, 10), couple(2, 11), couple(3, 11)].into(),
        ..Cohort::default()
    };
    let plan = matching(&cohort).plan();
    assert_eq!(plan.pairs.len(), 1);
    assert_eq!((plan.pairs[0].mentor, plan.pairs[0].mentee, plan.pairs[0].pinned), (PersonId(1), PersonId(10), true));
    let refused = [
        (couple(2, 10), HardStop::PinnedElsewhere),
        (couple(2, 11), HardStop::MenteeVeto),
        (couple(3, 11), HardStop::NotInBank),
    ];
    assert_eq!(plan.refused_pins, refused.map(|(couple, stop)| RefusedPin { couple, stops: vec![stop] }));
}

#[test]
fn a_pin_is_refused_when_other_pins_took_the_room() {
    let cohort = Cohort {
        mentors: vec![mentor(1, 1), mentor(2, 1)],
        mentees: vec![mentee(10), mentee(11)],
        pins: [couple(1, 10), couple(1, 11)].into(),
        ..Cohort::default()
    };
    let matching = matching(&cohort);
    let plan = matching.plan();
    assert_eq!(plan.refused_pins, [RefusedPin { couple: couple(1, 11), stops: vec![HardStop::NoRoom] }]);
    assert_eq!(plan.pairs.len(), 2, "the mentee of a refused pin is matched like the others");
    assert_eq!(matching.explain(PersonId(1), PersonId(11)), Err(vec![HardStop::NoRoom]));
    assert!(matching.explain(PersonId(2), PersonId(10)).is_ok(), "a change of a pinned mentee can be looked at");
}
