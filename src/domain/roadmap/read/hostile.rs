//! Documents that nobody writes: they cost no more than their size, and nothing of a real one is lost to them.

use super::*;
use std::sync::mpsc;
use std::time::Duration;

/// Many times what a reading needs in a debug build, however busy the machine is; what is quadratic needs longer.
const PATIENCE: Duration = Duration::from_mins(2);

fn read(text: String) -> RoadMapReading {
    let (done, reading) = mpsc::channel();
    std::thread::spawn(move || done.send(read_text(&text, SchoolYear(2026))));
    reading.recv_timeout(PATIENCE).expect("reading takes too long")
}

/// A table of text with one row of these cells many times.
fn rows(row: &str, times: usize) -> RoadMapReading {
    read(format!("№\tМероприятие\tСрок\n{}", format!("{row}\n").repeat(times)))
}

/// A table whose first row has these cells, with many rows like the second below.
fn below(heading: &[&str], first: &[String], others: &[&str]) -> RoadMapReading {
    let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let mut cells = vec![owned(heading), first.to_vec()];
    cells.extend(std::iter::repeat_n(owned(others), 400));
    read_grid(cells, SchoolYear(2026))
}

/// Everything that a reading keeps, in characters.
fn kept(reading: &RoadMapReading) -> usize {
    let row = |row: &RowReading| {
        let texts = [&row.number, &row.stage, &row.heading, &row.activity, &row.term_text, &row.responsible_text];
        let people = row.responsible.iter().map(|one| &one.text);
        texts
            .into_iter()
            .chain(&row.items)
            .chain([&row.result])
            .chain(people)
            .map(|text| text.chars().count())
            .sum::<usize>()
    };
    reading.rows.iter().map(row).sum::<usize>()
}

#[test]
fn signs_without_end_are_no_labels() {
    assert_eq!(read(format!("1. Опрос {}", "(".repeat(60_000))).rows.len(), 1);
    assert_eq!(read(format!("1. Опрос {}", ". ".repeat(30_000))).rows.len(), 1);
}

#[test]
fn a_word_without_end_is_not_parted() {
    assert_eq!(rows(&format!("1\tПро{}\tмай", "ых".repeat(9_000)), 20).rows.len(), 20);
    assert_eq!(rows(&format!("1\tПро{}\tмай", "ованных".repeat(2_500)), 20).rows.len(), 20);
}

#[test]
fn numbers_and_letters_without_end_are_no_items() {
    for piece in ["1", "а)б", "• а 1) б ", "-", "б."] {
        let cell = piece.repeat(20_000 / piece.chars().count());
        assert_eq!(rows(&format!("1\tОпрос: {cell}\tмай"), 25).rows.len(), 25, "{piece}");
    }
}

#[test]
fn a_tail_without_end_is_no_term() {
    assert_eq!(read(format!("1. Опрос — {}", "а, ".repeat(20_000))).rows.len(), 1);
    assert_eq!(read(format!("1. Опрос ({})", "май, ".repeat(12_000))).rows.len(), 1);
}

#[test]
fn tags_that_are_never_closed_are_text() {
    let line = format!("1. Опрос {}", "<a".repeat(30_000));
    assert_eq!(read(format!("{line}\n").repeat(16)).rows.len(), 1);
    assert_eq!(super::markup::without_markup("<b>a</b> <i class=\"x\">б</i> 2 < 3 <br/>"), "a б 2 < 3 \n");
}

#[test]
fn people_without_end_are_read_in_passing() {
    for piece in ["зам ", "а ", "аб,", "зам. дир. по ", "Иванова А. П. "] {
        let cell = piece.repeat(20_000 / piece.chars().count());
        let text = format!("№\tМероприятие\tСрок\tОтветственный\n{}", format!("1\tОпрос\t{cell}\t{cell}\n").repeat(20));
        assert_eq!(read(text).rows.len(), 20, "{piece}");
    }
}

#[test]
fn columns_without_end_are_no_table() {
    let heading = format!("Мероприятие{}", "  Срок".repeat(100));
    assert!(super::spaces::grid(&[heading, "опрос  май".to_owned()]).lines.is_empty());
    let blank = ";".repeat(59_000);
    assert_eq!(read(format!("{blank}\n{blank}\n{blank}")).rows.len(), 0);
}

#[test]
fn a_long_text_is_not_repeated_in_every_row() {
    let long = "наставник ".repeat(1_900);
    let own = |text: &str| text.to_owned();
    let heading = ["№", "Этап", "Мероприятие", "Срок", "Ответственный"];
    let others = ["", "", "Опрос", "", ""];
    let first = |at: usize| {
        let mut cells = ["1", "Начало", "приказ", "май", "куратор"].map(own);
        cells[at].clone_from(&long);
        cells
    };
    for at in [0, 1, 3, 4] {
        let read = below(&heading, &first(at), &others);
        assert!(read.rows.len() > 300 && kept(&read) < 1_500_000, "{at}: {} characters", kept(&read));
    }
    let leading = below(
        &["Срок", "Мероприятие", "Ответственный"],
        &[long.clone(), own("приказ"), own("куратор")],
        &["", "Опрос", "куратор"],
    );
    assert!(leading.rows.len() > 300 && kept(&leading) < 1_500_000, "{} characters", kept(&leading));
    let named = format!("Мероприятие\tСрок\nРаздел 1 {long}\n{}", "опрос\tмай\n".repeat(400));
    let section = read(named);
    assert!(section.rows.len() > 300 && kept(&section) < 1_500_000, "{} characters", kept(&section));
}

#[test]
fn what_merged_cells_of_usual_length_say_is_repeated() {
    let people = "куратор, педагог-психолог, ".repeat(20);
    let first = ["1", "Подготовительный этап", "приказ", "май", &people].map(str::to_owned);
    let read = below(&["№", "Этап", "Мероприятие", "Срок", "Ответственный"], &first, &["", "", "Опрос", "", ""]);
    assert!(read.rows.iter().all(|row| row.stage == "Подготовительный этап" && row.term_text == "май"));
    assert!(read.rows.iter().all(|row| row.responsible.len() == 2), "{:?}", read.rows[3].responsible);
}

#[test]
fn rows_of_a_text_have_the_limit_of_rows() {
    for text in ["№;Мероприятие;Срок\n".to_owned() + &"1;опрос;май\n".repeat(6_000), "- опрос\n".repeat(6_000)]
    {
        let read = read(text);
        assert_eq!(read.rows.len(), 5_000);
        assert!(read.notes.contains(&Remark::Cut(Limit::Rows)));
    }
}

#[test]
fn a_quote_that_is_never_closed_swallows_no_rows() {
    let csv = |middle: &str| {
        let text = format!(
            "№;Мероприятие;Срок;Ответственный\n1;приказ;август;директор\n{middle}\n4;семинар;октябрь;куратор\n\
             5;\"опрос; анкета\";ноябрь;куратор\n6;отчёт;май;куратор\n"
        );
        read(text).rows.iter().map(|row| row.number.clone()).collect::<Vec<_>>()
    };
    assert_eq!(csv("3;\"Школа молодого педагога» — занятие;сентябрь;куратор"), ["1", "3", "4", "5", "6"]);
    assert_eq!(csv("3;\"а;б\";\"сентябрь;куратор"), ["1", "3", "4", "5", "6"]);
    let long = "строка\n".repeat(15);
    assert_eq!(csv(&format!("3;\"Школа:\n{long}\";сентябрь;куратор")), ["1", "3", "4", "5", "6"]);
    let ends = read("№;Мероприятие;Срок\n1;\"Школа;май\n2;опрос;июнь\n3;отчёт;июль".to_owned());
    assert_eq!(ends.rows.len(), 3, "{ends:#?}");
    assert_eq!(ends.rows[0].activity, "\"Школа");
}
