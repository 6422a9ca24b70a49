//! Each template gives a year in which a curator has nothing to ask and nothing piles up.

use super::*;
use crate::domain::calendar::{RUSSIA, WorkingDays};
use crate::domain::roadmap::occurrences::occurrences;
use crate::domain::roadmap::read::{Remark, RowReading};
use crate::domain::roadmap::term::TermKind;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

const YEARS: [SchoolYear; 3] = [SchoolYear(2023), SchoolYear(2026), SchoolYear(2031)];

fn read(kind: OrganisationKind, year: SchoolYear) -> RoadMapReading {
    read_template(kind, year).unwrap()
}

fn days(row: &RowReading, year: SchoolYear) -> Vec<NaiveDate> {
    let calendar = WorkingDays::from_preset(RUSSIA).unwrap();
    occurrences(&row.reading, year, &calendar).into_iter().map(|one| one.due).collect()
}

/// The first day of the row whose name begins so.
fn first_day(reading: &RoadMapReading, year: SchoolYear, name: &str) -> NaiveDate {
    let row = reading.rows.iter().find(|row| row.heading.starts_with(name));
    days(row.unwrap_or_else(|| panic!("no row «{name}»")), year)[0]
}

#[test]
fn every_kind_has_its_template_and_nothing_is_left_to_ask() {
    for kind in OrganisationKind::ALL {
        let reading = read(*kind, SchoolYear(2026));
        assert_eq!(reading.notes, Vec::<Remark>::new(), "{kind}");
        for row in &reading.rows {
            assert!(!row.needs_review(), "{kind}: {}: {}", row.heading, row.term_text);
            assert!(!row.result.is_empty(), "{kind}: {}", row.heading);
            assert!(!row.responsible.is_empty(), "{kind}: {}", row.heading);
            for one in &row.responsible {
                assert!(one.role.is_some(), "{kind}: {}: {}", row.heading, one.text);
            }
        }
    }
}

#[test]
fn the_schools_year_is_the_usual_one() {
    let reading = read(OrganisationKind::School, SchoolYear(2026));
    assert_eq!(reading.rows.len(), 15);
    assert_eq!(reading.rows.iter().map(|row| row.stage_number).max(), Some(7));
    assert_eq!(reading.rows[0].items.len(), 2);
    assert_eq!(reading.rows[1].number, "1.2");
    for year in YEARS {
        let reading = read(OrganisationKind::School, year);
        assert_eq!(reading.rows.iter().flat_map(|row| days(row, year)).count(), 23);
    }
}

#[test]
fn dates_lie_in_the_year_on_working_days_and_do_not_pile_up() {
    let calendar = WorkingDays::from_preset(RUSSIA).unwrap();
    for (kind, year) in OrganisationKind::ALL.iter().flat_map(|kind| YEARS.map(|year| (*kind, year))) {
        let reading = read(kind, year);
        let mut by_day: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for row in &reading.rows {
            let own = days(row, year);
            let open = matches!(row.reading.kind, TermKind::SchoolYear | TermKind::Continuous | TermKind::ProgrammeEnd);
            assert_eq!(own.is_empty(), open, "{kind} {year}: {}", row.heading);
            for day in own {
                assert!(year.contains(day) && calendar.is_working(day), "{kind} {year}: {} {day}", row.heading);
                *by_day.entry(day).or_default() += 1;
            }
        }
        assert!(by_day.values().all(|rows| *rows <= 4), "{kind} {year}: {by_day:?}");
        let months: BTreeSet<u32> = by_day.keys().map(Datelike::month).collect();
        assert!(months.len() >= 10, "{kind} {year}: {months:?}");
    }
}

#[test]
fn the_order_comes_after_the_banks_and_the_consents() {
    for (kind, year) in OrganisationKind::ALL.iter().flat_map(|kind| YEARS.map(|year| (*kind, year))) {
        let reading = read(kind, year);
        let order = first_day(&reading, year, "Закрепить пары");
        let before = reading.rows.iter().filter(|row| {
            row.heading.starts_with("Составить банк")
                || row.result.contains("соглас")
                || row.activity.contains("соглас")
        });
        let before: Vec<NaiveDate> = before.flat_map(|row| days(row, year)).collect();
        assert!(!before.is_empty() && before.iter().all(|day| *day < order), "{kind} {year}: {before:?} {order}");
    }
}

#[test]
fn a_kindergarten_works_in_summer_and_a_centre_meets_its_council_each_quarter() {
    let year = SchoolYear(2026);
    let summer = |kind| {
        let reading = read(kind, year);
        reading.rows.iter().flat_map(|row| days(row, year)).filter(|day| day.month() == 7).count()
    };
    assert_eq!((summer(OrganisationKind::School), summer(OrganisationKind::Kindergarten)), (0, 2));
    let centre = read(OrganisationKind::Municipal, year);
    let council = centre.rows.iter().find(|row| row.heading.contains("совет наставников")).unwrap();
    assert_eq!(days(council, year).len(), 3, "December, March, June");
}

#[test]
fn a_wrong_key_is_named() {
    let wrong = toml::from_str::<Template>("kind = \"school\"\ntitle = \"x\"\nstages = []");
    assert!(TemplateError::from(wrong.err().unwrap()).to_string().contains("stages"));
}
