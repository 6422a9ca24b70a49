//! School quarters and vacations in a term: «II четверть», «в осенние каникулы», «1 раз в четверть».
//!
//! Their days are each school's own. The grammar of terms therefore leaves such a phrase in doubt; this reads it once
//! more for a school whose calendar names the days. A phrase that says anything else besides stays in doubt.

use super::term::{Doubt, Reading, TermKind};
use crate::domain::calendar::{Span, VacationKind, WorkingDays};
use crate::domain::school_year::SchoolYear;
use chrono::NaiveDate;

/// A part of the year that a school sets itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SchoolTerm {
    /// From the first day of one quarter (1–4) to the last of another.
    Quarters(u32, u32),
    Vacation(VacationKind),
}

/// The reading with this school's days, where the phrase is nothing but a part of the year that its calendar knows.
pub(super) fn settle(reading: Reading, phrase: &str, (year, calendar): (SchoolYear, &WorkingDays)) -> Reading {
    if reading.kind == TermKind::Quarterly && reading.review.is_none() {
        let windows = once_a_school_quarter(&reading, phrase, (year, calendar)).unwrap_or_default();
        return Reading { windows, ..reading };
    }
    if reading.review != Some(Doubt::SchoolTerm) {
        return reading;
    }
    let Some((term, is_deadline)) = parse(phrase) else {
        return reading;
    };
    let Some(span) = days(term, year, calendar) else {
        return reading;
    };
    let (kind, start) = if is_deadline { (TermKind::Deadline, None) } else { (TermKind::DateRange, Some(span.first)) };
    Reading { kind, start, due: Some(span.last), review: None, ..reading }
}

/// «1 раз в четверть»: by the last day of each quarter, once all four are known. Until then, and for «квартал», the
/// quarters of the calendar count.
fn once_a_school_quarter(
    reading: &Reading,
    phrase: &str,
    (year, calendar): (SchoolYear, &WorkingDays),
) -> Option<Vec<(NaiveDate, NaiveDate)>> {
    let rule = reading.recurrence?;
    let plain = rule.weekday.is_none() && rule.month_day.is_none() && !reading.then;
    let of_school = phrase.to_lowercase().contains("четверт");
    (plain && of_school && reading.due.is_none()).then_some(())?;
    (1..=4).map(|number| calendar.quarter(year, number).map(|span| (span.first, span.last))).collect()
}

fn days(term: SchoolTerm, year: SchoolYear, calendar: &WorkingDays) -> Option<Span> {
    match term {
        SchoolTerm::Quarters(first, last) => {
            Some(Span { first: calendar.quarter(year, first)?.first, last: calendar.quarter(year, last)?.last })
        }
        SchoolTerm::Vacation(kind) => calendar.vacation(year, kind),
    }
}

/// The part of the year, and whether only its end is meant.
fn parse(phrase: &str) -> Option<(SchoolTerm, bool)> {
    let folded = phrase.to_lowercase().replace('ё', "е").replace(['–', '—', '−'], "-");
    let folded = folded.trim().trim_end_matches('.');
    let ends = ["до конца", "к концу", "до окончания", "не позднее конца", "конец"];
    let ended = ends.iter().find_map(|lead| folded.strip_prefix(lead));
    let leads = ["в течение", "на протяжении", "в период", "во время", "за", "во", "в", "на"];
    let led = leads.iter().find_map(|lead| folded.strip_prefix(&format!("{lead} ")));
    let words: Vec<&str> = ended.or(led).unwrap_or(folded).split_whitespace().collect();
    let term = match words.as_slice() {
        [numbers @ .., "четверть" | "четверти"] => quarters(&numbers.join(" "))?,
        [season, "каникулы" | "каникул"] => SchoolTerm::Vacation(vacation(season)?),
        _ => return None,
    };
    Some((term, ended.is_some()))
}

fn quarters(numbers: &str) -> Option<SchoolTerm> {
    // «I и III»: a window from one to the other would hold the second too.
    if let Some((first, last)) = numbers.split_once(" и ") {
        let (first, last) = (ordinal(first)?, ordinal(last)?);
        return (first + 1 == last).then_some(SchoolTerm::Quarters(first, last));
    }
    let joined = numbers.replace(" - ", "-");
    let (first, last) = match joined.split_once('-') {
        // «2-я четверть» is one.
        Some((first, ending)) if ordinal(ending).is_none() && is_ending(ending) => (ordinal(first)?, ordinal(first)?),
        Some((first, last)) => (ordinal(first)?, ordinal(last)?),
        None => (ordinal(&joined)?, ordinal(&joined)?),
    };
    (first <= last).then_some(SchoolTerm::Quarters(first, last))
}

fn is_ending(text: &str) -> bool {
    matches!(text, "я" | "ая" | "ю" | "ую" | "й" | "ой")
}

/// «2», «II», «вторая».
fn ordinal(text: &str) -> Option<u32> {
    Some(match text {
        "1" | "i" | "первая" | "первую" | "первой" => 1,
        "2" | "ii" | "вторая" | "вторую" | "второй" => 2,
        "3" | "iii" | "третья" | "третью" | "третьей" => 3,
        "4" | "iv" | "четвертая" | "четвертую" | "четвертой" => 4,
        _ => return None,
    })
}

fn vacation(season: &str) -> Option<VacationKind> {
    Some(match season {
        "осенние" | "осенних" => VacationKind::Autumn,
        "зимние" | "зимних" => VacationKind::Winter,
        "весенние" | "весенних" => VacationKind::Spring,
        "летние" | "летних" => VacationKind::Summer,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::calendar::{CalendarSettings, VacationKind, offered};
    use crate::domain::people::OrganisationKind;
    use crate::domain::roadmap::activity::tests::row;
    use crate::domain::school_year::SchoolYear;

    const YEAR: SchoolYear = SchoolYear(2026);

    fn calendar(kinds: &[VacationKind]) -> crate::domain::calendar::WorkingDays {
        let mut settings = CalendarSettings::default();
        for kind in kinds {
            settings.vacations.set(YEAR, *kind, offered(YEAR, *kind).unwrap().0).unwrap();
        }
        settings.working_days(OrganisationKind::School)
    }

    #[test]
    fn quarters_have_days_once_the_vacations_are_named() {
        let known = calendar(VacationKind::ALL);
        let due = |phrase: &str| {
            let row = row(phrase);
            assert_eq!(row.question(&known), None, "{phrase}");
            let planned = row.planned(&known);
            assert_eq!(planned.len(), 1, "{phrase}");
            (planned[0].window_start.map(|day| day.to_string()), planned[0].official_due.to_string())
        };
        let span = |first: &str, last: &str| (Some(first.to_owned()), last.to_owned());
        for second in ["II четверть", "2 четверть", "вторая четверть", "во второй четверти", "в течение II четверти"]
        {
            assert_eq!(due(second), span("2026-11-03", "2026-12-30"), "{second}");
        }
        assert_eq!(due("I – II четверть"), span("2026-09-01", "2026-12-30"));
        assert_eq!(due("до конца III четверти"), (None, "2027-03-27".to_owned()));
        assert_eq!(due("осенние каникулы"), span("2026-10-25", "2026-11-02"));
    }

    #[test]
    fn once_a_quarter_is_due_as_each_quarter_ends() {
        let days = |phrase: &str, calendar: &crate::domain::calendar::WorkingDays| {
            let row = row(phrase);
            assert_eq!(row.question(calendar), None, "{phrase}");
            row.planned(calendar).iter().map(|one| one.official_due.to_string()).collect::<Vec<_>>()
        };
        let known = calendar(VacationKind::ALL);
        for phrase in ["1 раз в четверть", "не реже одного раза в четверть", "каждую четверть", "по четвертям"]
        {
            assert_eq!(days(phrase, &known), ["2026-10-24", "2026-12-30", "2027-03-27", "2027-05-26"], "{phrase}");
            let of_the_calendar = ["2026-12-31", "2027-03-31", "2027-06-30"];
            assert_eq!(days(phrase, &calendar(&[])), of_the_calendar, "{phrase}");
        }
        let quarterly = ["2026-12-31", "2027-03-31", "2027-06-30"];
        assert_eq!(days("ежеквартально", &known), quarterly, "quarters of the calendar");
        assert_eq!(days("1 раз в четверть (декабрь, май, октябрь, март)", &known)[0], "2026-10-31");
        assert_eq!(days("октябрь – март, 1 раз в четверть", &known), ["2026-12-31", "2027-03-31"]);
    }

    #[test]
    fn quarters_that_leave_one_out_are_asked() {
        let known = calendar(VacationKind::ALL);
        for phrase in ["I и III четверть", "1 и 3 четверти", "I и IV четверть", "II и IV четверть", "III и I четверть"]
        {
            assert!(row(phrase).question(&known).is_some(), "{phrase}");
            assert!(row(phrase).planned(&known).is_empty(), "{phrase}");
        }
        for phrase in ["I и II четверть", "III и IV четверти", "I – III четверть"] {
            assert_eq!(row(phrase).question(&known), None, "{phrase}");
            assert_eq!(row(phrase).planned(&known).len(), 1, "{phrase}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_name_is_asked_as_before() {
        let partly = calendar(&[VacationKind::Autumn]);
        assert_eq!(row("I четверть").question(&partly), None);
        for phrase in ["II четверть", "зимние каникулы", "каникулы", "I четверть, ежегодно для новых пар"]
        {
            assert!(row(phrase).question(&partly).is_some(), "{phrase}");
            assert!(row(phrase).planned(&partly).is_empty(), "{phrase}");
        }
        assert!(row("I четверть").question(&calendar(&[])).is_some());
    }
}
