//! Whole files through `read_table`: good ones, broken ones, hostile ones.

use super::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path.join("tests/data/staff").join(name)).unwrap()
}

fn read(name: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>, TableProblem> {
    read_table(name, bytes, Limits::default())
}

fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn cells_read_as_people_see_them() {
    let bytes = book(|book| {
        book.add_worksheet();
        let sheet = book.add_worksheet();
        let date = Format::new().set_num_format("dd.mm.yyyy");
        let day = ExcelDateTime::from_ymd(2026, 9, 1).unwrap();
        sheet.write_string(1, 0, "Ким Анна").unwrap();
        sheet.write_number(1, 1, 12.0).unwrap();
        sheet.write_number(1, 2, 0.1 + 0.2).unwrap();
        sheet.write_datetime_with_format(1, 3, &day, &date).unwrap();
        sheet.write_boolean(1, 4, true).unwrap();
        let formula = Formula::new("=UPPER(A2)").set_result("КИМ АННА");
        sheet.write_formula(1, 5, formula).unwrap();
    });
    let rows = read("staff.xlsx", &bytes).unwrap();
    assert_eq!(rows[0], Vec::<String>::new());
    let seen = ["Ким Анна", "12", "0,3", "01.09.2026", "ИСТИНА", "КИМ АННА"];
    assert_eq!(rows[1], seen);
}

#[test]
fn f55_text_files_are_read_in_the_encodings_of_schools() {
    let utf8 = read("staff.csv", &fixture("utf8.csv")).unwrap();
    assert_eq!(utf8[1][0], "Иванова Мария Петровна");
    assert_eq!(read("staff.csv", &fixture("cp1251.csv")).unwrap(), utf8);
    assert_eq!(read("staff.xlsx", &fixture("cp1251.csv")).unwrap(), utf8);
}

#[test]
fn f55_a_merged_title_row_does_not_move_the_rows() {
    let rows = read("staff.xlsx", &fixture("merged_title.xlsx")).unwrap();
    assert_eq!(rows[0].len(), 1);
    assert_eq!(rows[2][1], "Фамилия");
}

#[test]
fn f55_files_of_other_kinds_are_named() {
    let found = FileKind::Pdf;
    assert_eq!(read("staff.xlsx", b"%PDF-1.4\n"), Err(TableProblem::WrongKind { found }));
    let found = FileKind::Image;
    assert_eq!(read("staff.csv", b"\xFF\xD8\xFF\xE0"), Err(TableProblem::WrongKind { found }));
    assert_eq!(read("staff.csv", b""), Err(TableProblem::Empty));
    assert_eq!(read("staff.csv", b" ;;\n;\n"), Err(TableProblem::Empty));
    assert_eq!(
        read(
            "empty.xlsx",
            &book(|book| {
                book.add_worksheet();
            })
        ),
        Err(TableProblem::Empty)
    );
}

#[test]
fn f55_broken_workbooks_are_refused() {
    let whole = fixture("merged_title.xlsx");
    assert_eq!(read("cut.xlsx", &whole[..whole.len() * 3 / 4]), Err(TableProblem::Broken));
    let mut flipped = whole.clone();
    for byte in flipped.iter_mut().skip(60).step_by(97) {
        *byte ^= 0x5A;
    }
    assert!(read("flipped.xlsx", &flipped).is_err());
}

#[test]
fn f55_a_huge_table_is_refused_by_the_limit_that_it_breaks() {
    let line = "Иванова Мария Петровна;учитель\n";
    let limit = 5_000;
    assert_eq!(read("s.csv", line.repeat(5_001).as_bytes()), Err(TableProblem::TooManyRows { limit }));
    assert!(read("s.csv", line.repeat(5_000).as_bytes()).is_ok());
    assert_eq!(read("s.csv", &vec![b'a'; 2 * MEGABYTE + 1]), Err(TableProblem::TooLarge { limit: 2 }));
    let wide = "a;".repeat(61);
    assert_eq!(read("s.csv", wide.as_bytes()), Err(TableProblem::TooManyColumns { limit: 60 }));
    let long = format!("Ким\n{}", "я".repeat(2_001));
    assert_eq!(read("s.csv", long.as_bytes()), Err(TableProblem::CellTooLong { row: 2, limit: 2_000 }));
}

#[test]
fn f55_a_stray_cell_at_the_end_of_a_sheet_costs_nothing() {
    let far = |row, column, text: &str| {
        book(|book| {
            let sheet = book.add_worksheet();
            sheet.write_string(0, 0, "Ким Анна").unwrap();
            sheet.write_string(row, column, text).unwrap();
        })
    };
    let limit = 5_000;
    let last = far(1_048_575, 16_383, "x");
    assert_eq!(read("s.xlsx", &last), Err(TableProblem::TooManyRows { limit }));
    assert_eq!(read("s.xlsx", &far(1_048_575, 16_383, " ")).unwrap(), [["Ким Анна"]]);
}

#[test]
fn f55_a_zip_bomb_is_refused_before_it_is_opened() {
    let bomb = book(|book| {
        let sheet = book.add_worksheet();
        for row in 0..1_200 {
            sheet.write_string(row, 0, format!("{row}{}", "а".repeat(16_000))).unwrap();
        }
    });
    assert!(bomb.len() < 2 * MEGABYTE, "{}", bomb.len());
    assert_eq!(read("s.xlsx", &bomb), Err(TableProblem::TooLargeInside { limit: 30 }));
}

#[test]
fn f55_a_package_that_lies_about_its_size_is_not_unpacked_beyond_it() {
    let mut bytes = fixture("merged_title.xlsx");
    let directory: Vec<usize> = (0..bytes.len() - 46).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02")).collect();
    for at in directory {
        bytes[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert_eq!(read("s.xlsx", &bytes), Err(TableProblem::Broken));
}
