//! Staff lists as schools write them.

use super::*;
use proptest::prelude::*;

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

fn read(text: &str) -> StaffReading {
    read_staff(&rows(text))
}

fn names(reading: &StaffReading) -> Vec<&str> {
    reading.people.iter().map(|line| line.full_name.as_str()).collect()
}

#[test]
fn f55_each_bad_row_is_named_and_nothing_is_applied() {
    let reading =
        read("ФИО;Должность\nКим Анна;учитель\n;завхоз\nЛи;учитель\n8 900 000 00 00;учитель\n\nким анна;педагог");
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

#[test]
fn columns_stand_in_any_order_and_the_header_may_repeat() {
    let reading = read(
        "Роль;Предмет;Должность;ФИО\nкуратор;химия;учитель;Ким Анна\nРоль;Предмет;Должность;ФИО\n;;завхоз;Ли Вера",
    );
    assert_eq!(names(&reading), ["Ким Анна", "Ли Вера"]);
    assert_eq!(reading.header, [1, 3]);
    assert_eq!(reading.people[0].roles, [Role::Curator]);
}

#[test]
fn a_list_without_a_header_is_known_by_its_names() {
    let reading = read("1;Иванова Мария Петровна;учитель физики\n2;Ким Анна Львовна;директор");
    assert_eq!(names(&reading), ["Иванова Мария Петровна", "Ким Анна Львовна"]);
    assert_eq!(reading.people[1].roles, [Role::Director]);
    assert_eq!(reading.people[0].position, "учитель физики");
    let reading = read("Список сотрудников\n1. Иванова Мария Петровна\n2. Ким Анна Львовна\n3. Ли");
    assert_eq!(reading.notes, [1]);
    assert_eq!(reading.errors, [RowError { row: 4, kind: RowErrorKind::OnlySurname }]);
}

#[test]
fn titles_above_a_list_without_a_header_are_notes() {
    let reading = read("МБОУ «СОШ № 1»\n1. Иванова Мария Петровна\n2. Ким Анна Львовна");
    assert_eq!((reading.notes, reading.people.len()), (vec![1], 2));
}

#[test]
fn a_column_of_whole_names_may_be_called_by_the_first_name() {
    for header in ["Имя;Должность", "Имя сотрудника;Должность"] {
        let reading = read(&format!("{header}\nКим Анна Львовна;завуч"));
        assert_eq!(names(&reading), ["Ким Анна Львовна"], "{header}");
        assert_eq!(reading.header, [1]);
    }
}

#[test]
fn a_name_in_the_first_row_is_not_lost() {
    assert_eq!(read("Ли\nКим Анна Львовна\nПак Вера Ильинична").errors[0].row, 1);
}

#[test]
fn a_table_without_names_adds_nobody() {
    let reading = read("Класс;Часы\n5а;12\n5б;14");
    assert_eq!(reading.accepted(), Err(StaffProblem::NoNames));
    assert_eq!(read_staff(&[]).accepted(), Err(StaffProblem::NoNames));
}

#[test]
fn prepared_rows_with_only_a_number_are_blank() {
    let reading = read("№;ФИО;Должность\n1;Ким Анна;завуч\n2;;\n3.; ;–");
    assert_eq!((reading.people.len(), reading.blank, reading.errors.len()), (1, 2, 0));
}

#[test]
fn an_unknown_role_is_kept_to_be_asked_about() {
    let reading = read("ФИО;Роль\nКим Анна;хранитель ключей\nЛи Вера;наставник");
    assert_eq!(reading.people[0].unread_role, "хранитель ключей");
    assert_eq!(reading.people[1].unread_role, "");
}

#[test]
fn too_long_texts_are_refused_by_row() {
    let reading = read(&format!("ФИО;Должность\nКим Анна;{}", "я".repeat(301)));
    assert_eq!(reading.errors[0].kind, RowErrorKind::TooLong { limit: MAX_TEXT_CHARS });
}

#[test]
fn a_title_of_one_word_is_no_column() {
    let reading = read("Сотрудники\nФИО;Должность\nКим Анна;директор");
    assert_eq!((reading.notes.as_slice(), reading.header.as_slice()), ([1].as_slice(), [2].as_slice()));
    assert_eq!(reading.people[0].position, "директор");
    let reading = read("Сотрудники\nКим Анна\nПак Вера");
    assert_eq!(reading.people.len(), 2);
}

#[test]
fn debug_output_holds_no_names() {
    let reading = read("ФИО;Должность\nКим Анна;директор");
    assert!(!format!("{reading:?}").contains("Ким"));
}

proptest! {
    #[test]
    fn every_row_is_accounted_for(table in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..25)) {
        let reading = read_staff(&table);
        let counted = reading.people.len() + reading.errors.len() + reading.notes.len() + reading.header.len() + reading.blank;
        prop_assert_eq!(counted, table.len());
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("ФИО".to_owned()),
        Just("Фамилия".to_owned()),
        Just("Должность".to_owned()),
        Just("Ким Анна Львовна".to_owned()),
        Just("ПАК ВЕРА".to_owned()),
        Just("учитель".to_owned()),
        "[0-9]{1,6}",
        ".{0,40}",
    ]
}
