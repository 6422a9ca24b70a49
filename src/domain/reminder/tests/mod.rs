mod whole_years;

use super::*;
use chrono::{Datelike, Weekday};

pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(super) fn weekdays(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Weekdays without the first ten days of January.
fn with_new_year(day: NaiveDate) -> bool {
    weekdays(day) && !(day.month() == 1 && day.day() <= 10)
}

fn row(id: i64, due: NaiveDate, responsible: &[i64]) -> OpenOccurrence {
    let responsible = responsible.iter().copied().map(PersonId).collect();
    let days = DueDays { due, start: None };
    OpenOccurrence {
        id: OccurrenceId(id),
        activity: ActivityId(100 + id),
        days,
        kind: ReminderKind::Deadline,
        responsible,
    }
}

/// Plays days in order with nothing amiss; every mark with its day.
fn played(
    open: &[OpenOccurrence],
    from: NaiveDate,
    days: usize,
    is_working: IsReminderDay<'_>,
) -> Vec<(NaiveDate, Mark)> {
    let policy = ReminderPolicy::shipped();
    let mut last = None;
    let mut seen = Vec::new();
    for today in from.iter_days().take(days) {
        let out = reminders(open, policy, (last, today), is_working);
        assert!(out.missed.is_empty());
        seen.extend(out.digests.iter().flat_map(|digest| digest.lines.iter().map(|line| (today, line.mark))));
        if is_working(today) {
            last = Some(today);
        }
    }
    seen
}

#[test]
fn a_row_is_reminded_of_five_times() {
    // Due on Wednesday, 30 September 2026.
    let seen = played(&[row(1, day(2026, 9, 30), &[1])], day(2026, 9, 1), 60, &weekdays);
    let expected = [
        (day(2026, 9, 16), Mark::Before(14)),
        (day(2026, 9, 28), Mark::Before(3)), // The 27th is a Sunday.
        (day(2026, 9, 30), Mark::Today),
        (day(2026, 10, 1), Mark::Overdue(1)),
        (day(2026, 10, 7), Mark::Overdue(7)),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_monthly_row_is_reminded_of_less() {
    let monthly = OpenOccurrence { kind: ReminderKind::Monthly, ..row(1, day(2026, 9, 30), &[1]) };
    let marks: Vec<Mark> = played(&[monthly], day(2026, 9, 1), 60, &weekdays).into_iter().map(|seen| seen.1).collect();
    assert_eq!(marks, [Mark::Before(3), Mark::Overdue(1), Mark::Overdue(7)]);
}

#[test]
fn one_digest_for_a_person_and_day_sorted_by_due() {
    let open = [row(1, day(2026, 9, 17), &[1, 2]), row(2, day(2026, 9, 14), &[1, 1]), row(3, day(2026, 9, 28), &[2])];
    let last = Some(day(2026, 9, 11));
    let out = reminders(&open, ReminderPolicy::shipped(), (last, day(2026, 9, 14)), &weekdays);
    let lines: Vec<_> = out
        .digests
        .iter()
        .map(|digest| {
            (digest.person.0, digest.lines.iter().map(|line| (line.occurrence.0, line.mark)).collect::<Vec<_>>())
        })
        .collect();
    let expected =
        [(1, vec![(2, Mark::Today), (1, Mark::Before(3))]), (2, vec![(1, Mark::Before(3)), (3, Mark::Before(14))])];
    assert_eq!(lines, expected);
    assert!(out.digests.iter().all(|digest| digest.on == day(2026, 9, 14)));
}

#[test]
fn long_holidays_leave_one_line_and_lose_nothing() {
    // Due on 30 December: both overdue marks fall into the holidays, and the later one is said after them.
    let seen = played(&[row(1, day(2026, 12, 30), &[1])], day(2026, 12, 28), 30, &|day| {
        with_new_year(day) && day != self::day(2026, 12, 31)
    });
    let expected = [
        (day(2026, 12, 28), Mark::Before(3)), // The 27th is a Sunday.
        (day(2026, 12, 30), Mark::Today),
        (day(2027, 1, 11), Mark::Overdue(7)),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn what_speaks_of_a_day_to_come_never_passes_it() {
    // A due day inside the holidays: it should have been moved, and still nothing comes too late.
    let due = day(2027, 1, 5);
    assert_eq!(send_day(DueDays { due, start: None }, Mark::Today, &with_new_year), Some(day(2026, 12, 31)));
    assert_eq!(send_day(DueDays { due, start: None }, Mark::Before(3), &with_new_year), Some(day(2026, 12, 31)));
    assert_eq!(send_day(DueDays { due, start: None }, Mark::Overdue(1), &with_new_year), Some(day(2027, 1, 11)));
    // Due on the first working day after the holidays: both marks meet there, and «today» is said.
    let seen = played(&[row(1, day(2027, 1, 11), &[1])], day(2027, 1, 1), 11, &with_new_year);
    assert_eq!(seen, [(day(2027, 1, 11), Mark::Today)]);
}

#[test]
fn a_day_late_is_within_grace_and_two_are_missed() {
    let open = [row(1, day(2026, 9, 30), &[1])];
    let policy = ReminderPolicy::shipped();
    let before = Some(day(2026, 9, 15));
    let late = reminders(&open, policy, (before, day(2026, 9, 17)), &weekdays);
    assert_eq!((late.digests[0].lines[0].mark, late.missed.len()), (Mark::Before(14), 0));
    let too_late = reminders(&open, policy, (before, day(2026, 9, 18)), &weekdays);
    assert!(too_late.digests.is_empty());
    assert_eq!(too_late.missed[0].should_on, day(2026, 9, 16));
    assert_eq!(too_late.missed[0].line.mark, Mark::Before(14));
    // Down on Friday: Monday is one working day late.
    let friday = [row(1, day(2026, 10, 2), &[1])];
    let monday = reminders(&friday, policy, (Some(day(2026, 10, 1)), day(2026, 10, 5)), &weekdays);
    let marks: Vec<Mark> = monday.digests[0].lines.iter().map(|line| line.mark).collect();
    assert_eq!(marks, [Mark::Overdue(1)], "«today» would be untrue by now");
}

#[test]
fn untrue_words_are_missed_rather_than_said() {
    let open = [row(1, day(2026, 10, 2), &[1])];
    let policy: &ReminderPolicy = &toml::from_str("grace_days = 1\n[deadline]\nbefore = [14, 3, 0]").unwrap();
    let monday = reminders(&open, policy, (Some(day(2026, 10, 1)), day(2026, 10, 5)), &weekdays);
    assert!(monday.digests.is_empty());
    assert_eq!(monday.missed[0].line.mark, Mark::Today);
}

#[test]
fn a_played_day_and_a_day_off_owe_nothing() {
    let open = [row(1, day(2026, 9, 30), &[1])];
    let policy = ReminderPolicy::shipped();
    let again = reminders(&open, policy, (Some(day(2026, 9, 30)), day(2026, 9, 30)), &weekdays);
    assert_eq!(again, Reminders::default());
    let sunday = reminders(&open, policy, (Some(day(2026, 9, 25)), day(2026, 9, 27)), &weekdays);
    assert_eq!(sunday, Reminders::default());
    let first_time = reminders(&open, policy, (None, day(2026, 9, 30)), &weekdays);
    assert_eq!(first_time.digests[0].lines[0].mark, Mark::Today, "the first day owes its own marks alone");
}

#[test]
fn who_answers_for_others_hears_of_it_later_and_once() {
    let open = [row(1, day(2026, 9, 30), &[1])];
    let policy = ReminderPolicy::shipped();
    let mut last = Some(day(2026, 9, 1));
    let mut seen = Vec::new();
    for today in day(2026, 9, 2).iter_days().take(90).filter(|day| weekdays(*day)) {
        let out = reminders(&open, policy, (last, today), &weekdays);
        seen.extend(out.escalated.into_iter().map(|said| (today, said.mark)));
        last = Some(today);
    }
    // The 10th is a Saturday.
    assert_eq!(seen, [(day(2026, 10, 12), Mark::Curator(10)), (day(2026, 10, 21), Mark::Director(21))]);
}

#[test]
fn a_long_window_is_announced_when_it_opens() {
    let days = DueDays { due: day(2026, 12, 31), start: Some(day(2026, 10, 1)) };
    let window = OpenOccurrence { days, kind: ReminderKind::Range, ..row(1, day(2026, 12, 31), &[1]) };
    let marks: Vec<Mark> = played(&[window], day(2026, 9, 1), 125, &weekdays).into_iter().map(|seen| seen.1).collect();
    assert_eq!(marks, [Mark::Start, Mark::Before(14), Mark::Before(3), Mark::Today, Mark::Overdue(1)]);
}

#[test]
fn a_row_without_a_day_has_a_line_from_time_to_time() {
    let continuous = ReminderPolicy::shipped().marks(ReminderKind::Continuous);
    let mut last = None;
    let mut said = Vec::new();
    for today in day(2026, 9, 1).iter_days().take(360).filter(|day| weekdays(*day)) {
        let (now, next) = play_standing(continuous, (last, today), &weekdays);
        said.extend(now.then_some(today));
        assert!(next.is_some_and(|next| next > today));
        last = Some(today);
    }
    assert_eq!(said, [day(2026, 12, 1), day(2027, 3, 1), day(2027, 5, 17)]);
    // The bot stood still on the day itself.
    let late = play_standing(continuous, (Some(day(2026, 11, 30)), day(2026, 12, 4)), &weekdays);
    assert_eq!(late, (true, Some(day(2027, 3, 1))));
    assert!(!play_standing(continuous, (None, day(2026, 12, 4)), &weekdays).0, "nothing is made up at the first look");
}

#[test]
fn the_next_look_is_the_next_mark() {
    let policy = ReminderPolicy::shipped();
    let days = DueDays { due: day(2026, 9, 30), start: None };
    let next =
        |last: Option<NaiveDate>, today| play((days, ReminderKind::Deadline), policy, (last, today), &weekdays).next;
    assert_eq!(next(None, day(2026, 9, 1)), Some(day(2026, 9, 16)));
    assert_eq!(next(Some(day(2026, 9, 15)), day(2026, 9, 16)), Some(day(2026, 9, 28)));
    assert_eq!(next(Some(day(2026, 10, 12)), day(2026, 10, 21)), None, "everybody knows");
}
