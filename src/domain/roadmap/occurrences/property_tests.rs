//! What holds for any term, any year and any calendar.

use super::*;
use crate::domain::calendar::{CalendarSettings, DayKind, SchoolWeek, russia};
use crate::domain::people::OrganisationKind;
use crate::domain::roadmap::term::read;
use chrono::Days;
use proptest::prelude::*;

/// Phrases without a year: they mean the school year that they are planned for.
const ANY_YEAR: &[&str] = &[
    "сентябрь",
    "август",
    "февраль",
    "до 29 февраля",
    "до 28 февраля",
    "31 января",
    "до 1 мая",
    "с 10 октября по 5 ноября",
    "ежемесячно",
    "ежемесячно до 5 числа",
    "ежемесячно до 31 числа",
    "последняя пятница месяца",
    "ежеквартально",
    "1 раз в полугодие",
    "два раза в год",
    "4 раза в год",
    "6 раз в год",
    "2 раза в год (октябрь, апрель)",
    "ежегодно",
    "октябрь – апрель",
    "I полугодие",
    "осень",
];

fn calendar(six_days: bool, summer: bool, own: &[(u64, bool)], year: SchoolYear) -> WorkingDays {
    let week = if six_days { SchoolWeek::SixDays } else { SchoolWeek::FiveDays };
    let mut settings = CalendarSettings { week, ..CalendarSettings::default() };
    for (after, off) in own {
        let kind = if *off { DayKind::Off } else { DayKind::Worked };
        settings.days.insert(year.first_day() + Days::new(*after), kind);
    }
    settings.working_days(if summer { OrganisationKind::Kindergarten } else { OrganisationKind::School })
}

proptest! {
    #[test]
    fn every_due_day_is_the_last_working_day_on_or_before_the_documents(
        phrase in prop::sample::select(ANY_YEAR),
        year in 2020..2060_i32,
        (six_days, summer) in any::<(bool, bool)>(),
        own in prop::collection::vec((0..365_u64, any::<bool>()), 0..12),
    ) {
        let year = SchoolYear(year);
        let calendar = calendar(six_days, summer, &own, year);
        let found = occurrences(&read(phrase, year), year, &calendar);
        for one in &found {
            prop_assert!(one.due <= one.official_due && calendar.is_working(one.due), "{phrase}: {one:?}");
            let between = one.due.iter_days().skip(1).take_while(|day| *day <= one.official_due);
            prop_assert!(between.into_iter().all(|day| !calendar.is_working(day)), "{phrase}: {one:?}");
            prop_assert!(one.window_start.is_none_or(|start| start <= one.official_due), "{phrase}: {one:?}");
            // August before the school year prepares it.
            let first = year.first_day() - Days::new(31);
            prop_assert!(first <= one.official_due && one.official_due <= year.last_day(), "{phrase}: {one:?}");
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].official_due < pair[1].official_due), "{phrase}: {found:?}");
    }

    #[test]
    fn monthly_work_has_every_month_of_the_year(year in 2000..2100_i32, (six_days, summer) in any::<(bool, bool)>()) {
        let year = SchoolYear(year);
        let calendar = calendar(six_days, summer, &[], year);
        let months: Vec<u32> = occurrences(&read("ежемесячно", year), year, &calendar)
            .iter()
            .map(|one| one.official_due.month())
            .collect();
        let expected: &[u32] =
            if summer { &[9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8] } else { &[9, 10, 11, 12, 1, 2, 3, 4, 5, 6] };
        prop_assert_eq!(months, expected);
    }

    #[test]
    fn a_yearly_term_comes_back_on_the_same_day(month in 1..=12_u32, day in 1..=28_u32, years in 0..30_i32) {
        let read_for = SchoolYear(2026);
        let phrase = format!("{day:02}.{month:02}.{}, далее ежегодно", read_for.year_of_month(month));
        let year = SchoolYear(read_for.0 + years);
        let found = occurrences(&read(&phrase, read_for), year, russia());
        // August alone prepares the next year.
        let expected = if month == 8 { year.0 } else { year.year_of_month(month) };
        let found: Vec<(u32, u32)> = found
            .iter()
            .filter(|one| month == 8 || one.official_due.year() == expected)
            .map(|one| (one.official_due.month(), one.official_due.day()))
            .collect();
        if month != 8 || years > 0 {
            prop_assert_eq!(found, vec![(month, day)], "{}", phrase);
        }
    }

    #[test]
    fn whoever_works_five_days_a_week_works_no_day_that_others_do_not(offset in 0..36_500_u64) {
        let day = SchoolYear(2000).first_day() + Days::new(offset);
        let six = russia().clone().with_week(SchoolWeek::SixDays);
        prop_assert!(!russia().is_working(day) || six.is_working(day), "{day}");
    }
}
