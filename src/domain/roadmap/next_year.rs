//! The next school year's road map, as it would come out of this year's: rows that apply every year, and rows of one
//! year only, which the curator may carry over all the same.

use super::activity::{Activity, Question, TermChoice};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::ActivityId;
use crate::domain::school_year::SchoolYear;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the curator said about the rows; a row without a word goes as its term says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Choices(BTreeMap<ActivityId, Choice>);

/// The curator's word on one row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Choice {
    keep: Option<bool>,
    /// Another term for the next year; '' for the same one.
    term: String,
}

impl Choices {
    /// Carries a row over, or leaves it out.
    pub fn keep(&mut self, row: ActivityId, keep: bool) {
        self.0.entry(row).or_default().keep = Some(keep);
    }

    /// Gives a row another term and carries it over; '' gives the old one back.
    pub fn set_term(&mut self, row: ActivityId, term: String) {
        let choice = self.0.entry(row).or_default();
        choice.keep = if term.is_empty() { choice.keep } else { Some(true) };
        choice.term = term;
    }
}

/// A row as it would be next year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The row of this year.
    pub from: ActivityId,
    pub row: Activity,
    /// Whether its term applies every year. Others name a year and are carried over only when the curator says so.
    pub is_yearly: bool,
    /// Whether it goes into the next year.
    pub is_kept: bool,
}

/// All rows of a year as they would be in another, in their order.
pub fn carry(rows: &[Activity], choices: &Choices, to: SchoolYear, calendar: &WorkingDays) -> Vec<Carried> {
    rows.iter().map(|row| carry_one(row, choices.0.get(&row.id), to, calendar)).collect()
}

fn carry_one(row: &Activity, choice: Option<&Choice>, to: SchoolYear, calendar: &WorkingDays) -> Carried {
    let same = Activity { id: ActivityId(0), school_year: to, version: 1, ..row.clone() };
    let is_yearly = same.term_question(calendar) != Some(Question::OtherYear);
    let next = match choice {
        Some(Choice { term, .. }) if !term.is_empty() => {
            Activity { term_own: term.clone(), term_choice: TermChoice::AsRead, ..same }
        }
        // The same days, a year later.
        _ if !is_yearly => Activity { term_choice: TermChoice::Rolled, ..same },
        _ => same,
    };
    let is_kept = choice.and_then(|choice| choice.keep).unwrap_or(is_yearly);
    Carried { from: row.id, row: next, is_yearly, is_kept }
}

/// The rows that go over, numbered anew.
pub fn kept(carried: Vec<Carried>) -> Vec<Activity> {
    let rows = carried.into_iter().filter(|one| one.is_kept).map(|one| one.row);
    (1..).zip(rows).map(|(position, row)| Activity { position, ..row }).collect()
}

/// The title with the years of the next school year, where it names its own: «на 2026/2027 учебный год».
pub fn title(title: &str, from: SchoolYear, to: SchoolYear) -> String {
    let mut title = title.to_owned();
    for sign in ["/", "-", "–", " – ", " - "] {
        let full = |year: SchoolYear| format!("{}{sign}{}", year.0, year.0 + 1);
        let short = |year: SchoolYear| format!("{}{sign}{:02}", year.0, (year.0 + 1).rem_euclid(100));
        title = title.replace(&full(from), &full(to)).replace(&short(from), &short(to));
    }
    title
}

/// The days from which the curator is asked about the next school year: as this one ends, before the next begins, and
/// then every week, as long as nobody answers.
pub fn is_asked(current: SchoolYear, (after, on): (Option<NaiveDate>, NaiveDate)) -> bool {
    if !is_time(current, on) {
        return false;
    }
    let summer = [(6, 1), (8, 16), (9, 1)];
    let fixed = summer.into_iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(current.0 + 1, month, day));
    let since = after.unwrap_or(on.pred_opt().unwrap_or(on));
    let mut days = since.iter_days().skip(1).take_while(|day| *day <= on);
    let fixed: Vec<NaiveDate> = fixed.collect();
    let is_over = |day: NaiveDate| day > current.last_day();
    days.any(|day| fixed.contains(&day) || (is_over(day) && day.weekday() == chrono::Weekday::Mon))
}

/// The latest day, up to and with this one, from which the curator is asked.
pub fn asking_day(current: SchoolYear, on: NaiveDate) -> Option<NaiveDate> {
    let mut days = on.iter_days().rev().take_while(|day| is_time(current, *day));
    days.find(|day| is_asked(current, (day.pred_opt(), *day)))
}

/// Whether the next school year can be prepared: from June on.
pub fn is_time(current: SchoolYear, today: NaiveDate) -> bool {
    today > current.last_teaching_day()
}

#[cfg(test)]
mod tests {
    use super::super::activity::tests::row;
    use super::*;
    use crate::domain::calendar::russia;

    const TO: SchoolYear = SchoolYear(2027);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn carried(term: &str, choices: &Choices) -> Carried {
        carry(&[row(term)], choices, TO, russia()).remove(0)
    }

    fn dates(one: &Carried) -> Vec<String> {
        one.row.planned(russia()).iter().map(|due| due.due.to_string()).collect()
    }

    #[test]
    fn terms_without_a_year_apply_every_year() {
        let nothing = Choices::default();
        for (term, first) in
            [("сентябрь", "2027-09-30"), ("до 15.09.2022, далее ежегодно", "2027-09-15"), ("ежемесячно", "2027-09-30")]
        {
            let one = carried(term, &nothing);
            assert!(one.is_yearly && one.is_kept, "{term}");
            assert_eq!(dates(&one)[0], first, "{term}");
        }
        let open = carried("постоянно", &nothing);
        assert!(open.is_kept && dates(&open).is_empty());
    }

    #[test]
    fn a_row_of_one_year_waits_for_the_curators_word() {
        let mut choices = Choices::default();
        let one = carried("до 15.09.2026", &choices);
        assert!(!one.is_yearly && !one.is_kept);
        assert_eq!(dates(&one), ["2027-09-15"], "this is what it would be");
        choices.keep(ActivityId(1), true);
        assert!(carried("до 15.09.2026", &choices).is_kept);
        choices.set_term(ActivityId(1), "до 20 октября".to_owned());
        assert_eq!(dates(&carried("до 15.09.2026", &choices)), ["2027-10-20"]);
        choices.set_term(ActivityId(1), String::new());
        choices.keep(ActivityId(1), false);
        assert!(!carried("сентябрь", &choices).is_kept);
        let kept_rows = kept(vec![carried("сентябрь", &choices), carried("май", &Choices::default())]);
        assert_eq!((kept_rows.len(), kept_rows[0].position, kept_rows[0].term_text.as_str()), (1, 1, "май"));
    }

    #[test]
    fn the_title_names_the_next_year() {
        let next = |text: &str| title(text, SchoolYear(2026), TO);
        assert_eq!(next("План на 2026/2027 учебный год"), "План на 2027/2028 учебный год");
        assert_eq!(next("Карта 2026–27"), "Карта 2027–28");
        assert_eq!(next("Карта школы"), "Карта школы");
    }

    #[test]
    fn the_curator_is_asked_a_few_times_over_the_summer() {
        let current = SchoolYear(2026);
        let first = day("2027-05-20");
        let asked: Vec<String> = first
            .iter_days()
            .take(150)
            .filter(|day| is_asked(current, (day.pred_opt(), *day)))
            .map(|day| day.to_string())
            .collect();
        assert_eq!(asked[..5], ["2027-06-01", "2027-08-16", "2027-09-01", "2027-09-06", "2027-09-13"]);
        assert!(is_asked(current, (Some(day("2027-05-28")), day("2027-06-02"))), "late rather than never");
        let latest = |on: &str| asking_day(current, day(on)).map(|day| day.to_string());
        assert_eq!(latest("2027-05-31"), None);
        assert_eq!(latest("2027-08-15").as_deref(), Some("2027-06-01"));
        assert_eq!(latest("2027-09-10").as_deref(), Some("2027-09-06"));
        assert!(!is_time(current, day("2027-05-31")) && is_time(current, day("2027-06-01")));
        assert!(!is_asked(TO, (None, day("2027-09-06"))), "answered");
    }
}
