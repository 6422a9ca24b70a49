//! Due days by example.

use super::*;
use crate::domain::calendar::{CalendarSettings, RUSSIA};
use crate::domain::people::OrganisationKind;
use crate::domain::roadmap::term::read;

/// Due days of a phrase read and planned for 2026/27.
fn due(phrase: &str) -> Vec<String> {
    due_in(phrase, 2026, 2026)
}

fn due_in(phrase: &str, read_for: i32, planned: i32) -> Vec<String> {
    let calendar = WorkingDays::from_preset(RUSSIA).unwrap();
    let found = occurrences(&read(phrase, SchoolYear(read_for)), SchoolYear(planned), &calendar);
    found.iter().map(|one| one.due.to_string()).collect()
}

#[test]
fn a_month_is_due_on_its_last_working_day() {
    assert_eq!(due("сентябрь"), ["2026-09-30"]);
    assert_eq!(due("январь"), ["2027-01-29"]);
    assert_eq!(due("август"), ["2026-08-31"]);
    assert_eq!(due("июль – август"), ["2027-08-31"]);
}

#[test]
fn a_deadline_on_a_holiday_keeps_its_official_day() {
    let calendar = WorkingDays::from_preset(RUSSIA).unwrap();
    let found = occurrences(&read("до 01.05.2022", SchoolYear(2021)), SchoolYear(2021), &calendar);
    assert_eq!(found[0].official_due.to_string(), "2022-05-01");
    assert_eq!(found[0].due.to_string(), "2022-04-29");
    assert_eq!(found[0].window_start, None);
}

#[test]
fn monthly_work_rests_in_july_and_august() {
    let days = due("ежемесячно");
    assert_eq!(days.len(), 10);
    assert_eq!((days[0].as_str(), days[9].as_str()), ("2026-09-30", "2027-06-30"));
    assert_eq!(due("ежемесячно до 5 числа")[4], "2026-12-30");
    assert_eq!(due("ежемесячно с октября по декабрь"), ["2026-10-30", "2026-11-30", "2026-12-30"]);
    assert_eq!(due("последняя пятница месяца")[0], "2026-09-25");
    assert_eq!(due("октябрь, далее ежемесячно").len(), 9);
}

#[test]
fn quarters_and_check_points_lie_inside_the_school_year() {
    assert_eq!(due("ежеквартально"), ["2026-12-30", "2027-03-31", "2027-06-30"]);
    assert_eq!(due("два раза в год"), ["2026-12-30", "2027-05-31"]);
    assert_eq!(due("1 раз в полугодие"), ["2026-12-30", "2027-05-31"]);
    assert_eq!(due("6 раз в год").len(), 6);
    assert_eq!(due("ежегодно"), ["2027-05-31"]);
    assert_eq!(due("2 раза в год (октябрь, апрель)"), ["2026-10-30", "2027-04-30"]);
    assert_eq!(due("сентябрь, январь, май"), ["2026-09-30", "2027-01-29", "2027-05-31"]);
}

#[test]
fn yearly_terms_roll_over_and_others_stay_in_their_year() {
    assert_eq!(due_in("до 15.09.2022, далее ежегодно", 2022, 2026), ["2026-09-15"]);
    assert_eq!(due_in("май-сентябрь 2022г., далее ежегодно", 2022, 2023), ["2023-09-29"]);
    assert_eq!(due_in("до 15.09.2022", 2022, 2026), Vec::<String>::new());
    assert_eq!(due_in("февраль 2024, далее ежегодно", 2023, 2024), ["2025-02-28"]);
    assert_eq!(due_in("май, ежегодно", 2026, 2026), ["2027-05-31"]);
}

#[test]
fn terms_without_a_day_have_no_occurrences() {
    for phrase in ["в течение года", "постоянно", "по плану", "по завершении программы", "еженедельно", ""]
    {
        assert_eq!(due(phrase), Vec::<String>::new(), "{phrase}");
    }
}

#[test]
fn who_works_in_summer_has_summer_months_too() {
    let kindergarten = CalendarSettings::default().working_days(OrganisationKind::Kindergarten);
    let of = |phrase: &str| {
        let found = occurrences(&read(phrase, SchoolYear(2026)), SchoolYear(2026), &kindergarten);
        found.iter().map(|one| one.due.to_string()).collect::<Vec<_>>()
    };
    let months = of("ежемесячно");
    assert_eq!((months.len(), months[11].as_str()), (12, "2027-08-31"));
    assert_eq!(of("6 раз в год"), due("6 раз в год"), "check points stay in September–May");
    assert_eq!(of("два раза в год"), due("два раза в год"));
}
