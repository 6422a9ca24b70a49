//! Staff files from their bytes to people: what `table` reads is what `domain::staff_list` expects.

use crate::domain::people::Role;
use crate::domain::staff_list::{RowErrorKind, StaffProblem, StaffReading, read_staff};
use crate::files::table::{Limits, read_table};

fn staff(name: &str) -> StaffReading {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/staff").join(name);
    read_staff(&read_table(name, &std::fs::read(path).unwrap(), Limits::default()).unwrap())
}

fn names(reading: &StaffReading) -> Vec<&str> {
    reading.people.iter().map(|line| line.full_name.as_str()).collect()
}

#[test]
fn a_plain_list_gives_people_with_their_roles() {
    let reading = staff("cp1251.csv");
    let people = reading.accepted().unwrap();
    assert_eq!(names(&reading)[..2], ["Иванова Мария Петровна", "Петров Алёша Сергеевич"]);
    assert_eq!((people[0].row, people[0].subject.as_str()), (2, "физика"));
    assert_eq!(people[0].roles, [Role::Mentor]);
    assert_eq!(people[1].roles, [Role::Director]);
    assert_eq!(people[2].roles, [Role::Curator, Role::DeputyDirector]);
    assert_eq!(people[3].roles, [Role::Psychologist]);
}

#[test]
fn titles_sections_and_sums_are_notes_and_names_come_from_three_columns() {
    let reading = staff("merged_title.xlsx");
    assert_eq!(names(&reading), ["Иванова Мария Петровна", "Ким Ольга", "Сидоров Пётр Ильич"]);
    assert_eq!(reading.header, [3]);
    assert_eq!(reading.notes, [1, 4, 7, 9]);
    assert_eq!(reading.people[2].roles, [Role::MethodLead]);
    assert!(reading.accepted().is_ok());
}

#[test]
fn f55_bad_rows_of_a_file_are_named_by_their_numbers() {
    let reading = staff("broken_rows.csv");
    let errors: Vec<_> = reading.errors.iter().map(|error| (error.row, error.kind)).collect();
    let expected = [
        (3, RowErrorKind::NoName),
        (4, RowErrorKind::OnlySurname),
        (5, RowErrorKind::NotAName),
        (7, RowErrorKind::Repeats { first: 2 }),
    ];
    assert_eq!(errors, expected);
    assert_eq!(reading.accepted(), Err(StaffProblem::Rows { count: 4 }));
}
