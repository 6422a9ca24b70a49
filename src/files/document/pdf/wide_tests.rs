//! Sheets whose columns are printed on several pages.

use super::drawn::{at, book, grid};
use crate::files::document::{DocumentProblem, read_document};

/// A page of lines 20 points apart, each a few texts with their places.
fn page(lines: &[&[(u32, &str)]]) -> String {
    let placed = lines.iter().zip((0..).map(|nth| 700 - 20 * nth));
    placed.map(|(line, y)| line.iter().map(|(x, text)| at(*x, y, text)).collect::<String>()).collect()
}

const NAMES: &[(u32, &str)] = &[(50, "№"), (90, "Мероприятие")];
const MORE_NAMES: &[(u32, &str)] = &[(50, "Срок"), (200, "Ответственный")];
const ROWS: [&[(u32, &str)]; 4] = [
    &[(50, "1"), (90, "Опрос наставников")],
    &[(90, "всей школы")],
    &[(50, "2"), (90, "Беседы с педагогами")],
    &[(50, "3"), (90, "Отчёт о работе")],
];
const MORE: [&[(u32, &str)]; 4] =
    [&[(50, "май"), (200, "куратор")], &[], &[(50, "июнь"), (200, "директор")], &[(50, "август"), (200, "совет")]];

#[test]
fn columns_that_no_lines_part_are_put_beside_each_other() {
    let left =
        [page(&[&[NAMES], &ROWS[..]].concat()), page(&[&[(50, "4"), (90, "Показ")], &[(50, "5"), (90, "Итоги")]])];
    let right = [page(&[&[MORE_NAMES], &MORE[..]].concat()), page(&[MORE[2], MORE[0]])];
    let down = [left[0].clone(), left[1].clone(), right[0].clone(), right[1].clone()];
    let across = [left[0].clone(), right[0].clone(), left[1].clone(), right[1].clone()];
    for pages in [down, across] {
        let rows = grid(&book(&pages));
        assert_eq!(rows[0], ["№", "Мероприятие", "Срок", "Ответственный"]);
        assert_eq!(rows[1], ["1", "Опрос наставников\nвсей школы", "май", "куратор"]);
        assert_eq!(
            rows[3..],
            [
                ["3", "Отчёт о работе", "август", "совет"],
                ["4", "Показ", "июнь", "директор"],
                ["5", "Итоги", "май", "куратор"],
            ]
        );
    }
}

#[test]
fn a_title_over_the_edge_of_the_pages_is_whole() {
    let title = |x: i32| {
        let codes = "cfebe0ed20e7e0f1e5e4e0ede8e920f1eee2e5f2e020f8eaeeebfb";
        format!("q 50 600 130 200 re W n BT /G 10 Tf {x} 720 Td <{codes}> Tj ET Q\n")
    };
    let pages = [
        title(50) + &page(&[NAMES, ROWS[0], &[(50, "2"), (90, "Беседы")], ROWS[3]]),
        title(-80) + &page(&[MORE_NAMES, MORE[0], MORE[2], MORE[3]]),
    ];
    assert_eq!(grid(&book(&pages))[0], ["План заседаний совета школы"]);
}

#[test]
fn columns_whose_rows_stand_at_other_heights_are_refused() {
    let right =
        page(&[MORE_NAMES]) + &[(671, "май"), (655, "июнь"), (632, "август")].map(|(y, text)| at(50, y, text)).concat();
    let pages = [page(&[&[NAMES], &ROWS[..]].concat()), right];
    assert_eq!(read_document("plan.pdf", &book(&pages)).map(|read| read.document), Err(DocumentProblem::ColumnsApart));
}

#[test]
fn rows_whose_cells_stand_at_the_bottom_without_numbers_are_refused() {
    let line = |x, y, text| at(x, y, text);
    let mut left = line(50, 700, "Мероприятие");
    let mut right = line(50, 700, "Срок") + &line(200, 700, "Ответственный");
    for y in [660, 620, 580, 540] {
        left += &(line(50, y, "Провести опрос всех") + &line(50, y - 14, "молодых педагогов"));
        right += &(line(50, y - 14, "май") + &line(200, y - 14, "куратор"));
    }
    let read = read_document("plan.pdf", &book(&[left, right])).map(|read| read.document);
    assert_eq!(read, Err(DocumentProblem::RowsUnclear));
}
