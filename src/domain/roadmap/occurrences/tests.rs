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
fn repetition_keeps_to_the_days_of_its_own_window() {
    let days = due("с 15 сентября по 25 мая ежемесячно");
    assert_eq!((days.len(), days[0].as_str(), days[8].as_str()), (9, "2026-09-30", "2027-05-25"));
    assert_eq!(due("с 15 сентября по 25 мая ежемесячно до 5 числа")[0], "2026-10-05");
    assert_eq!(due("ежемесячно с августа по май")[0], "2026-08-31");
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
fn a_day_of_the_week_rolls_over_as_one() {
    assert_eq!(due_in("последняя пятница мая, далее ежегодно", 2023, 2025), ["2026-05-29"]);
    assert_eq!(due_in("вторая среда октября 2022, ежегодно", 2022, 2026), ["2026-10-14"]);
    assert_eq!(due_in("последняя пятница мая", 2026, 2026), ["2027-05-28"]);
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

/// What follows «далее» comes after the first window and never in its place, whatever kind that window is.
#[test]
fn what_comes_later_follows_the_first_window() {
    const MONTHLY: &str = "09-30 10-30 11-30 12-30 01-29 02-26 03-31 04-30 05-31 06-30";
    const QUARTERLY: &str = "12-30 03-31 06-30";
    const HALF_YEARLY: &str = "12-30 05-31";
    let rules = [
        ("ежемесячно", MONTHLY),
        ("ежеквартально", QUARTERLY),
        ("раз в полугодие", HALF_YEARLY),
        ("еженедельно", ""),
        ("ежедневно", ""),
        ("ежегодно", ""),
    ];
    // The phrase, its own due day, and how many of the monthly days lie before or in the month of that day.
    let first = [
        ("август", "08-31", 0),
        ("до 15 августа", "08-14", 0),
        ("1 октября", "10-01", 2),
        ("до 15 сентября", "09-15", 1),
        ("до 1 октября", "10-01", 2),
        ("октябрь", "10-30", 2),
        ("сентябрь–октябрь", "10-30", 2),
        ("с 10 октября по 5 ноября", "11-05", 3),
        ("осень", "11-30", 3),
        ("I полугодие", "12-30", 4),
        ("до 1 мая", "04-30", 8),
        ("до конца мая", "05-31", 9),
        ("до 20 июня", "06-18", 10),
    ];
    for (window, own, passed) in first {
        for (rule, days) in rules {
            let phrase = format!("{window}, далее {rule}");
            let over: Vec<&str> = MONTHLY.split(' ').take(passed).map(|day| &day[..2]).collect();
            let later = days.split(' ').filter(|day| !day.is_empty() && !over.contains(&&day[..2]));
            // The official month decides: «до 1 мая» is over in May, although it moves to April.
            let expected: Vec<&str> = std::iter::once(own)
                .chain(later.filter(|day| !(window == "до 1 мая" && day.starts_with("05"))))
                .collect();
            let found: Vec<String> = due(&phrase).iter().map(|day| day[5..].to_owned()).collect();
            assert_eq!(found, expected, "{phrase}");
        }
    }
}

#[test]
fn what_comes_later_fills_the_years_that_follow() {
    assert_eq!(due_in("до 15.09.2022, далее ежемесячно", 2022, 2026), due("ежемесячно"));
    assert_eq!(due_in("2025/26 учебный год, далее ежемесячно", 2025, 2026), due("ежемесячно"));
    assert_eq!(due_in("до 15.09.2028, далее ежемесячно", 2028, 2026), Vec::<String>::new());
    assert_eq!(due_in("ежемесячно, 2025–2028 гг.", 2025, 2026).len(), 12, "a year in the middle");
    let halves = due("до 15 сентября (далее ежемесячно до 5 числа)");
    assert_eq!(halves[..3], ["2026-09-15", "2026-10-05", "2026-11-05"]);
    assert_eq!(due("сентябрь, далее раз в 2 месяца")[..2], ["2026-09-30", "2026-11-30"]);
    // What is said the other way round has no order of its own: it is asked.
    assert!(read("ежемесячно, далее до 15 мая", SchoolYear(2026)).needs_review());
}

#[test]
fn the_window_of_what_comes_later_begins_after_the_first() {
    let calendar = WorkingDays::from_preset(RUSSIA).unwrap();
    let year = SchoolYear(2026);
    let found = occurrences(&read("октябрь, далее ежеквартально", year), year, &calendar);
    let windows: Vec<String> =
        found.iter().map(|one| format!("{}..{}", one.window_start.unwrap(), one.official_due)).collect();
    assert_eq!(windows[..2], ["2026-10-01..2026-10-31", "2026-11-01..2026-12-31"]);
}

#[test]
fn only_the_end_of_a_month_moves_with_the_leap_year() {
    let in_leap = |phrase: &str| due_in(phrase, 2022, 2023);
    assert_eq!(in_leap("до 28.02.2023, далее ежегодно"), ["2024-02-28"]);
    assert_eq!(in_leap("28.02.2023, далее ежегодно"), ["2024-02-28"]);
    assert_eq!(in_leap("с 1 по 28 февраля 2023, далее ежегодно"), ["2024-02-28"]);
    assert_eq!(in_leap("февраль 2023, далее ежегодно"), ["2024-02-29"]);
    assert_eq!(in_leap("до конца февраля 2023, далее ежегодно"), ["2024-02-29"]);
    assert_eq!(in_leap("январь – февраль 2023, далее ежегодно"), ["2024-02-29"]);
    assert_eq!(due_in("до 29.02.2024, далее ежегодно", 2023, 2024), ["2025-02-28"]);
    assert_eq!(due_in("2 раза в год (февраль 2023, май 2023)", 2022, 2023), ["2024-02-29", "2024-05-31"]);
}
