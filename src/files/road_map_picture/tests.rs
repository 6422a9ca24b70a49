//! Pictures of all sizes and of odd contents.

use super::*;
use chrono::Days;
use resvg::tiny_skia::Pixmap;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const WORK: [&str; 7] = [
    "Приказ об утверждении положения о наставничестве и дорожной карты",
    "Сбор информации о запросах наставляемых",
    "Анкетирование желающих стать наставниками, согласия на обработку персональных данных",
    "Закрепление наставнических пар",
    "Консультации и установочные сессии",
    "Мониторинг качества реализации персонализированных программ наставничества педагогических работников",
    "Статьи на сайте и в соцсетях",
];

fn row(number: usize) -> RowBar {
    let start = day(2026, 9, 1);
    let state = [State::Done, State::Open, State::Late, State::Open, State::Undated][number % 5];
    let from = start + Days::new(number as u64 * 37 % 200);
    let monthly = |month: u64| (start + Days::new(29 + 30 * month), if month < 2 { State::Done } else { State::Open });
    RowBar {
        label: WORK[number % WORK.len()].to_owned(),
        from: (!number.is_multiple_of(3) && state != State::Undated).then_some(from),
        due: (state != State::Undated).then_some(from + Days::new(45)),
        marks: if number % 5 == 1 { (0..9).map(monthly).collect() } else { Vec::new() },
        state,
    }
}

fn view(rows: usize, stages: usize) -> RoadMapView {
    let named = |number: usize| {
        format!("{}. {}", number + 1, ["Подготовка условий", "Банк наставляемых", "Банк наставников"][number % 3])
    };
    let of_stage = |stage: usize| (0..rows).filter(|number| number * stages / rows.max(1) == stage).map(row).collect();
    RoadMapView {
        title: "Дорожная карта наставничества".to_owned(),
        subtitle: "МБОУ «СОШ № 1», 2026/27 · готово 4 из 20".to_owned(),
        today: day(2026, 11, 21),
        today_label: "сегодня, 21 ноября".to_owned(),
        year_start: day(2026, 9, 1),
        year_end: day(2027, 8, 31),
        months: ["сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг"]
            .map(str::to_owned)
            .to_vec(),
        stages: (0..stages).map(|stage| StageBar { name: named(stage), rows: of_stage(stage) }).collect(),
        legend: Legend {
            done: "выполнено".to_owned(),
            open: "впереди".to_owned(),
            late: "срок прошёл".to_owned(),
            undated: "без даты".to_owned(),
        },
        empty: "Дорожной карты пока нет. Пришлите документ школы или возьмите готовый шаблон.".to_owned(),
    }
}

/// The size that the page asks for; drawing itself is slow without optimisation.
fn size(view: &RoadMapView) -> (f32, f32) {
    let size = crate::files::picture::parse(&page::svg(view).0).unwrap().size();
    (size.width(), size.height())
}

#[test]
fn a_drawn_picture_has_its_size_and_ink() {
    let small = view(2, 1);
    let pixels = Pixmap::decode_png(&draw(&small).unwrap()).unwrap();
    assert_eq!(
        (pixels.width().to_string(), pixels.height().to_string()),
        ("1080".to_owned(), size(&small).1.to_string())
    );
    let dark = pixels.pixels().iter().filter(|pixel| pixel.red() < 100).count();
    assert!(dark > 5_000, "{dark}");
}

#[test]
fn the_picture_is_as_wide_as_a_phone_and_grows_with_rows() {
    let (width, small) = size(&view(7, 7));
    let (_, usual) = size(&view(20, 7));
    assert!((width - 1080.0).abs() < 0.5);
    assert!(small < usual && usual < 2_600.0, "{small} {usual}");
    let (_, sixty) = size(&view(60, 8));
    assert!(sixty < 2_600.0, "a messenger would shrink it until nobody can read it: {sixty}");
}

#[test]
fn more_rows_than_fit_are_folded_but_late_ones_stay() {
    let long = view(200, 8);
    let (_, height) = size(&long);
    assert!(height < 2_600.0, "{height}");
    let shown = fold::shown(&long.stages);
    assert_eq!(shown.iter().map(|stage| stage.total).sum::<usize>(), 200);
    assert!(shown.iter().all(|stage| stage.summary.is_some() && !stage.rows.is_empty()));
    assert!(shown.iter().flat_map(|stage| &stage.rows).all(|row| row.state == State::Late));
    assert!(shown.iter().all(|stage| stage.late == 5), "the counts tell of all");
    assert!(fold::shown(&view(60, 8).stages).iter().all(|stage| stage.summary.is_some()));
    assert!(fold::shown(&view(20, 8).stages).iter().all(|stage| stage.summary.is_none()));
}

#[test]
fn a_plan_of_hundreds_of_stages_is_drawn_smaller_rather_than_not_at_all() {
    let (_, height) = size(&view(300, 300));
    assert!(height > MAX_HEIGHT, "{height}");
    assert!(draw(&view(300, 300)).is_ok());
}

#[test]
fn a_late_row_is_told_by_colour_and_by_sign() {
    let mut one = view(1, 1);
    one.stages[0].rows[0].state = State::Late;
    let late = page::svg(&one).0;
    one.stages[0].rows[0].state = State::Open;
    let open = page::svg(&one).0;
    let red = crate::files::svg::colour::RED;
    assert!(late.matches(red).count() > open.matches(red).count());
    assert!(late.matches("<path").count() > open.matches("<path").count());
}

#[test]
fn f45_texts_are_shown_as_they_are_and_strange_dates_do_not_break_the_year() {
    let mut odd = view(3, 1);
    odd.title = "<script>&\"'\u{202e}👍".to_owned();
    odd.stages[0].name = "Очень-длинное-слово-без-пробелов".repeat(9);
    odd.stages[0].rows[0].label = String::new();
    odd.stages[0].rows[1].from = Some(day(1999, 1, 1));
    odd.stages[0].rows[1].due = Some(day(2099, 1, 1));
    odd.stages[0].rows[2].from = Some(day(2099, 1, 1));
    odd.today = day(2030, 1, 1);
    odd.months.clear();
    assert!(size(&odd).1 > 300.0);
    odd.year_end = day(2020, 1, 1);
    assert!(size(&odd).1 > 300.0);
}

#[test]
fn an_empty_road_map_says_what_to_do() {
    let svg = page::svg(&view(0, 0)).0;
    assert!(svg.contains("Дорожной карты пока нет"));
    assert!(size(&view(0, 0)).1 < 600.0);
}
