//! Words over the ends of lines and cells, tables that a page leaves open, what no line parts.

use super::drawn::{COLUMNS, at, book, grid, table};
use crate::files::document::{DocumentProblem, read_document};
use std::fmt::Write as _;

const HEADING: (u32, &[&str]) = (1, &["Мероприятие", "Срок", "Ответственный"]);
const FILLER: (u32, &[&str]) = (1, &["Провести опрос наставников школы", "май", "куратор"]);

/// What a column of a table says, whose first column is 14 letters wide and whose second 9.
fn narrow(rows: &[(u32, &[&str])]) -> Vec<Vec<String>> {
    grid(&book(&[table(&[50, 129, 183, 400], rows)]))
}

#[test]
fn a_word_that_a_narrow_cell_tore_is_whole() {
    let rows = narrow(&[
        HEADING,
        (3, &["информационног/о стенда/«Наставничество", "10.09.202/6", "Педагог"]),
        (3, &["«Наставничеств/о» и опыт/в школе", "сентябрь/октябрь", "Директор"]),
        (2, &["Аналитическая/записка", "сентябр/ь", "Мы"]),
    ]);
    assert_eq!(rows[1], ["информационного стенда\n«Наставничество", "10.09.2026", "Педагог"]);
    assert_eq!(rows[2], ["«Наставничество» и опыт\nв школе", "сентябрь\nоктябрь", "Директор"]);
    // There was room for the letter.
    assert_eq!(rows[3], ["Аналитическая\nзаписка", "сентябр\nь", "Мы"]);
}

#[test]
fn a_hyphen_of_its_own_sign_is_the_lines() {
    let rows = narrow(&[HEADING, (2, &["обсуждение мероприя‐/тия и педагог-", "до мая", "Педагог-/психолог"])]);
    assert_eq!(rows[1], ["обсуждение мероприятия и педагог-", "до мая", "Педагог-\nпсихолог"]);
    // Where it stands inside lines too, it is any hyphen.
    let rows = narrow(&[HEADING, (3, &["нормативно‐/правовых и/медико‐педагог", "май‑июнь", "кто‐то"])]);
    assert_eq!(rows[1], ["нормативно-\nправовых и\nмедико-педагог", "май-июнь", "кто-то"]);
}

#[test]
fn a_word_that_reaches_over_its_cell_stays_in_it() {
    let rows = narrow(&[HEADING, (2, &["персонализированных/программ", "май", "куратор"])]);
    assert_eq!(rows[1], ["персонализированных\nпрограмм", "май", "куратор"]);
}

#[test]
fn a_row_that_a_page_leaves_open_is_in_its_table() {
    let open = |page: String, lines: &[&str]| {
        let mut page = page;
        let bottom = 700 - 14 * 3;
        for x in COLUMNS {
            let _ = writeln!(page, "{x} {bottom} m {x} {} l S", bottom - 28);
        }
        for (line, (x, nth)) in lines.iter().zip([(50, 1), (250, 1), (350, 1), (50, 2)]) {
            page.push_str(&at(x + 4, bottom - nth * 14 + 4, line));
        }
        page
    };
    let first = open(
        table(&COLUMNS, &[HEADING, FILLER, FILLER]),
        &["Обсуждение программ для молодых педагогов,", "апрель", "директор", "работающих в школе, с участием всех"],
    );
    let second = table(&COLUMNS, &[HEADING, (1, &["наставников города", "", ""]), FILLER]);
    let rows = grid(&book(&[first, second]));
    assert_eq!(
        rows[3][0],
        "Обсуждение программ для молодых педагогов,\nработающих в школе, с участием всех\n\u{c}наставников города"
    );
    assert_eq!(rows[3][1..], ["апрель", "директор"]);
    assert_eq!(rows[4], FILLER.1);
}

#[test]
fn a_table_without_sides_has_its_outer_columns() {
    let mut page = String::new();
    for (y, nth) in [700, 680, 660, 640].iter().zip(0..) {
        let _ = writeln!(page, "50 {y} m 500 {y} l S");
        if nth < 3 {
            for (x, text) in [(54, "Мероприятие"), (254, "Срок"), (354, "Ответственный")] {
                page.push_str(&at(x, y - 15, text));
            }
        }
    }
    page.push_str("250 700 m 250 640 l S\n350 700 m 350 640 l S\n");
    assert_eq!(grid(&book(&[page])), [HEADING.1, HEADING.1, HEADING.1]);
}

#[test]
fn what_is_cut_off_is_not_read() {
    let hidden = format!("q 50 600 100 100 re W n\n{}Q\n", at(54, 690, "Провести опрос наставников школы"));
    let page = table(&[50, 150, 300, 500], &[(1, &["", "Срок", "Ответственный"]), FILLER]) + &hidden;
    assert_eq!(grid(&book(&[page]))[0][1..], ["Срок", "Ответственный"]);
}

/// Lines without any rules: the columns begin at these places, a row takes 20 points.
fn bare(rows: &[&[(u32, &str)]]) -> Vec<Vec<String>> {
    let lines = rows.iter().zip((0..).map(|nth| 700 - 20 * nth));
    let page: String =
        lines.map(|(line, y)| line.iter().map(|(x, text)| at(*x, y, text)).collect::<String>()).collect();
    grid(&book(&[page]))
}

#[test]
fn a_section_whose_words_part_at_a_gutter_is_a_line() {
    let head: &[(u32, &str)] = &[(50, "№"), (95, "Мероприятие"), (250, "Срок"), (350, "Кто")];
    let row: &[(u32, &str)] = &[(50, "1."), (95, "Провести опрос"), (250, "май"), (350, "куратор")];
    let section: &[(u32, &str)] = &[(50, "Этап 2. Формирование базы")];
    let rows = bare(&[head, row, row, row, section, row, row, row]);
    assert_eq!(rows[4], ["Этап 2. Формирование базы"]);
    assert_eq!(rows[5], ["1.", "Провести опрос", "май", "куратор"]);
}

/// Above numbers, the names of sections lie across the columns more often than elsewhere.
#[test]
fn a_column_of_numbers_is_one_below_many_sections() {
    let head: &[(u32, &str)] = &[(50, "№ пп"), (72, "Мероприятие"), (250, "Срок"), (350, "Кто")];
    let row: &[(u32, &str)] = &[(50, "1."), (72, "Провести опрос"), (250, "май"), (350, "куратор")];
    let section: &[(u32, &str)] = &[(50, "Обсуждение и принятие программ всех пар, итоги")];
    let rows = bare(&[head, section, row, row, section, row, row, section, row, row, section, row, row]);
    assert_eq!(rows[0], ["№ пп", "Мероприятие", "Срок", "Кто"]);
    assert_eq!(rows[4], [section[0].1]);
    assert_eq!(rows[5], ["1.", "Провести опрос", "май", "куратор"]);
}

/// Rows that fill their height leave no white between them, others on the page do.
#[test]
fn a_row_without_white_above_it_is_a_row() {
    let head = [(50, "Мероприятие"), (250, "Срок"), (350, "Кто")];
    let names =
        ["Провести опрос наставников и педагогов", "Беседы", "Показ занятий", "Отчёт", "Выставка", "Обзор", "Круг"];
    // The last two fill the whole width.
    let long = ["Подвести итоги года наставников школы", "Анкетирование всех педагогов"];
    let levels = [660, 620, 606, 566, 526, 486, 472, 432, 418];
    let mut page: String = head.iter().map(|(x, text)| at(*x, 700, text)).collect();
    for ((name, y), nth) in names.iter().chain(&long).zip(levels).zip(0..) {
        let who = if nth < 7 { "куратор" } else { "Директор" };
        page.extend([(50, *name), (250, "Май"), (350, who)].map(|(x, text)| at(x, y, text)));
    }
    let read = grid(&book(&[page]));
    assert!(read.iter().skip(1).map(|row| row[0].as_str()).eq(names.into_iter().chain(long)), "{read:#?}");
}

#[test]
fn a_column_that_only_its_heading_fills_is_a_column() {
    let head: &[(u32, &str)] = &[(50, "№"), (80, "Мероприятие"), (250, "Срок"), (350, "Исполнители"), (430, "Отметка")];
    let row: &[(u32, &str)] = &[(50, "1"), (80, "Провести опрос"), (250, "май"), (350, "куратор")];
    let rows = bare(&[head, row, row, row, row]);
    assert_eq!(rows[0], ["№", "Мероприятие", "Срок", "Исполнители", "Отметка"]);
    assert_eq!(rows[1], ["1", "Провести опрос", "май", "куратор", ""]);
}

#[test]
fn the_next_item_of_a_list_on_the_next_page_is_of_its_row() {
    let columns = [50, 80, 250, 350];
    let heading: (u32, &[&str]) = (1, &["№", "Мероприятие", "Срок"]);
    let row: (u32, &[&str]) = (1, &["1", "Провести опрос наставников", "май"]);
    let cut: (u32, &[&str]) = (2, &["2", "1) приказ;/2) положение;", "июнь"]);
    let rest: (u32, &[&str]) = (1, &["", "3) план.", ""]);
    let pages = [table(&columns, &[heading, row, row, row, cut]), table(&columns, &[heading, rest, row])];
    let rows = grid(&book(&pages));
    assert_eq!(rows[4], ["2", "1) приказ;\n2) положение;\n\u{c}3) план.", "июнь"]);
}

/// In a sheet whose cells stand at the bottom of their rows, a row ends where its number stands.
#[test]
fn rows_whose_cells_stand_at_the_bottom_are_rows() {
    let head: &[(u32, &str)] = &[(50, "№"), (80, "Мероприятие"), (250, "Срок"), (350, "Кто")];
    let above: &[(u32, &str)] = &[(80, "Провести опрос всех")];
    let row = |number| [(50, number), (80, "молодых педагогов"), (250, "май"), (350, "куратор")];
    let placed = |after: &[u32]| {
        let mut y = 700;
        let mut page = head.iter().map(|(x, text)| at(*x, y, text)).collect::<String>();
        for number in ["1", "2", "3", "4"] {
            y -= 30;
            page.extend(above.iter().map(|(x, text)| at(*x, y, text)));
            y -= 14;
            page.extend(row(number).iter().map(|(x, text)| at(*x, y, text)));
            for _ in after {
                y -= 14;
                page.push_str(&at(80, y, "и наставников"));
            }
        }
        book(&[page])
    };
    let rows = grid(&placed(&[]));
    assert_eq!(rows.len(), 5, "{rows:#?}");
    assert!(rows[1..].iter().all(|row| row[1] == "Провести опрос всех\nмолодых педагогов" && row[2] == "май"));
    // In the middle they say nothing.
    let read = read_document("plan.pdf", &placed(&[1])).map(|read| read.document);
    assert_eq!(read, Err(DocumentProblem::RowsUnclear));
}

#[test]
fn dotted_lines_are_lines() {
    let mut page = String::new();
    let mut dots = |xs: &mut dyn Iterator<Item = u32>, ys: &mut dyn Iterator<Item = u32>| {
        let ys: Vec<u32> = ys.collect();
        for x in xs {
            page.extend(ys.iter().map(|y| format!("{x} {y} 1 1 re f\n")));
        }
    };
    for y in [700, 680, 660] {
        dots(&mut (50..500).step_by(3), &mut std::iter::once(y));
    }
    for x in [50, 250, 350, 500] {
        dots(&mut std::iter::once(x), &mut (660..700).step_by(2));
    }
    for y in [685, 665] {
        page.extend([(54, "Мероприятие"), (254, "Срок"), (354, "Ответственный")].map(|(x, text)| at(x, y, text)));
    }
    assert_eq!(grid(&book(&[page])), [HEADING.1, HEADING.1]);
}

/// Short cells in the middle beside long ones: where no white tells rows apart, nothing does.
#[test]
fn rows_whose_short_cells_stand_in_the_middle_are_refused() {
    let head = [(50, "Месяц"), (150, "Мероприятие"), (350, "Кто")];
    let mut page: String = head.map(|(x, text)| at(x, 700, text)).concat();
    for y in [660, 620, 580, 540] {
        page += &(at(150, y, "Провести опрос") + &at(150, y - 14, "всех педагогов"));
        page += &(at(50, y - 7, "май") + &at(350, y - 7, "куратор") + &at(250, y - 7, "школы"));
    }
    let read = read_document("plan.pdf", &book(&[page])).map(|read| read.document);
    assert_eq!(read, Err(DocumentProblem::RowsUnclear));
}
