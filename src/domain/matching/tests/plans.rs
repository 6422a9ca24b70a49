//! What a plan must look like, by examples.

use super::*;

#[test]
fn whoever_is_left_out_is_told_why() {
    let mentors =
        vec![Mentor { wish: [PersonId(10)].into(), ..mentor(1, 1) }, Mentor { consented: false, ..mentor(2, 3) }];
    let cohort = Cohort {
        mentors,
        mentees: vec![mentee(10), mentee(11), mentee(12), Mentee { consented: false, ..mentee(13) }],
        bans: [couple(1, 12)].into(),
        ..Cohort::default()
    };
    let why: Vec<_> = matching(&cohort).plan().unmatched.into_iter().map(|left| (left.mentee.0, left.why)).collect();
    let expected = [
        (11, WhyUnmatched::NoRoom { best: vec![PersonId(1)] }),
        (12, WhyUnmatched::RuledOut { by: vec![(HardStop::MentorConsent, 1), (HardStop::Banned, 1)] }),
        (13, WhyUnmatched::NotConsented),
    ];
    assert_eq!(why, expected);
    let nobody = Cohort { mentees: vec![mentee(10)], ..Cohort::default() };
    assert_eq!(matching(&nobody).plan().unmatched[0].why, WhyUnmatched::NoMentors);
}

#[test]
fn the_urgent_are_served_first_when_mentors_are_short() {
    let mentees = vec![mentee(10), Mentee { urgent: true, ..mentee(11) }];
    let cohort = Cohort { mentors: vec![mentor(1, 1)], mentees, ..Cohort::default() };
    assert_eq!(matching(&cohort).plan().pairs[0].mentee, PersonId(11));
}

#[test]
fn equal_mentors_share_the_work() {
    let cohort = Cohort {
        mentors: vec![mentor(1, 3), mentor(2, 3), mentor(3, 1)],
        mentees: (10..14).map(mentee).collect(),
        ..Cohort::default()
    };
    let plan = matching(&cohort).plan();
    let load = |id| plan.pairs.iter().filter(|pair| pair.mentor == PersonId(id)).count();
    assert_eq!([load(1), load(2), load(3)].iter().max(), Some(&2));
    assert_eq!(load(3), 1);
    assert_eq!(plan.spare.iter().map(|spare| u32::from(spare.room)).sum::<u32>(), 3);
}

#[test]
fn everybody_is_matched_even_where_it_costs_score() {
    // Alone, 10 would get the far better mentor 1; but 11 can only work with 1.
    let mentors = vec![Mentor { wish: [PersonId(10)].into(), ..mentor(1, 1) }, mentor(2, 1)];
    let cohort = Cohort {
        mentors,
        mentees: vec![Mentee { wish: [PersonId(1)].into(), ..mentee(10) }, mentee(11)],
        bans: [couple(2, 11)].into(),
        ..Cohort::default()
    };
    let pairs: Vec<_> = matching(&cohort).plan().pairs.iter().map(|pair| (pair.mentor.0, pair.mentee.0)).collect();
    assert_eq!(pairs, [(1, 11), (2, 10)]);
}

#[test]
fn alternatives_come_best_first_without_the_forbidden() {
    let cohort = Cohort {
        mentors: vec![mentor(1, 1), mentor(2, 1), Mentor { been_mentor: true, ..mentor(3, 1) }, mentor(4, 0)],
        mentees: vec![mentee(10)],
        bans: [couple(1, 10)].into(),
        ..Cohort::default()
    };
    let mentors =
        |most| matching(&cohort).alternatives(PersonId(10), most).iter().map(|one| one.mentor.0).collect::<Vec<_>>();
    assert_eq!(mentors(5), [3, 2]);
    assert_eq!(mentors(1), [3]);
}
