//! Pictures of all sizes; the ignored test writes them out to be looked at.

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
    let state = [
        State::Done,
        State::Open,
        State::Late,
        State::Open,
        State::Undated,
    ][number % 5];
    let from = start + Days::new(number as u64 * 37 % 200);
    let monthly = |month: u64| {
        (
            start + Days::new(29 + 30 * month),
            if month < 2 { State::Done } else { State::Open },
        )
    };
    RowBar {
        label: WORK[number % WORK.len()].to_owned(),
        from: (number % 3 != 0 && state != State::Undated).then_some(from),
        due: (state != State::Undated).then_some(from + Days::new(45)),
        marks: if number % 5 == 1 {
            (0..9).map(monthly).collect()
        } else {
            Vec::new()
        },
        state,
    }
}

fn view(rows: usize, stages: usize) -> RoadMapView {
    let named = |number: usize| {
        format!(
            "{}. {}",
            number + 1,
            [
                "Подготовка условий",
                "Банк наставляемых",
                "Банк наставников"
            ][number % 3]
        )
    };
    let of_stage = |stage: usize| {
        (0..rows)
            .filter(|number| number * stages / rows.max(1) == stage)
            .map(row)
            .collect()
    };
    RoadMapView {
        title: "Дорожная карта наставничества".to_owned(),
        subtitle: "МБОУ «СОШ № 1», 2026/27 · готово 4 из 20".to_owned(),
        today: day(2026, 11, 21),
        today_label: "сегодня, 21 ноября".to_owned(),
        year_start: day(2026, 9, 1),
        year_end: day(2027, 8, 31),
        months: [
            "сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг",
        ]
        .map(str::to_owned)
        .to_vec(),
        stages: (0..stages)
            .map(|stage| StageBar {
                name: named(stage),
                rows: of_stage(stage),
            })
            .collect(),
        legend: Legend {
            done: "выполнено".to_owned(),
            open: "впереди".to_owned(),
            late: "срок прошёл".to_owned(),
            undated: "без даты".to_owned(),
        },
        empty: "Дорожной карты пока нет. Пришлите документ школы или возьмите готовый шаблон."
            .to_owned(),
    }
}

fn size(view: &RoadMapView) -> (u32, u32) {
    let pixels = Pixmap::decode_png(&draw(view).unwrap()).unwrap();
    (pixels.width(), pixels.height())
}

#[test]
fn the_picture_is_as_wide_as_a_phone_and_grows_with_rows() {
    let (width, small) = size(&view(7, 7));
    let (_, usual) = size(&view(20, 7));
    assert_eq!(width, 1080);
    assert!(small < usual && usual < 2_600, "{small} {usual}");
    let (_, sixty) = size(&view(60, 8));
    assert!(sixty < 6_000, "{sixty}");
}

#[test]
fn more_rows_than_fit_are_folded_but_late_ones_stay() {
    let long = view(200, 8);
    let (_, height) = size(&long);
    assert!(height < 4_000, "{height}");
    let shown = fold::shown(&long.stages);
    assert_eq!(shown.iter().map(|stage| stage.total).sum::<usize>(), 200);
    assert!(
        shown
            .iter()
            .all(|stage| stage.summary.is_some() && !stage.rows.is_empty())
    );
    assert!(
        shown
            .iter()
            .flat_map(|stage| &stage.rows)
            .all(|row| row.state == State::Late)
    );
    assert!(
        fold::shown(&view(60, 8).stages)
            .iter()
            .all(|stage| stage.summary.is_none())
    );
}

#[test]
fn a_late_row_is_told_by_colour_and_by_sign() {
    let mut one = view(1, 1);
    one.stages[0].rows[0].state = State::Late;
    let late = page::svg(&one);
    one.stages[0].rows[0].state = State::Open;
    let open = page::svg(&one);
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
    assert_eq!(size(&odd).0, 1080);
    odd.year_end = day(2020, 1, 1);
    assert_eq!(size(&odd).0, 1080);
}

#[test]
fn an_empty_road_map_says_what_to_do() {
    let svg = page::svg(&view(0, 0));
    assert!(svg.contains("Дорожной карты пока нет"));
    assert_eq!(size(&view(0, 0)).0, 1080);
}

#[test]
#[ignore = "writes pictures to look at into the system's folder for temporary files"]
fn pictures_to_look_at() {
    let folder = std::env::temp_dir().join("nastavnik-pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let mut long_names = view(9, 3);
    for stage in &mut long_names.stages {
        stage.name = "Формирование и сопровождение наставнических пар и групп педагогических работников образовательной организации".to_owned();
        for row in &mut stage.rows {
            row.label = format!("{} ({})", WORK[5], WORK[2]);
        }
    }
    let pictures = [
        ("7", view(7, 7)),
        ("20", view(20, 7)),
        ("60", view(60, 8)),
        ("200", view(200, 8)),
        ("long", long_names),
        ("empty", view(0, 0)),
    ];
    for (name, view) in pictures {
        std::fs::write(
            folder.join(format!("road-map-{name}.png")),
            draw(&view).unwrap(),
        )
        .unwrap();
    }
    let steps = [
        "Наведите камеру телефона на код",
        "Нажмите «Старт» в открывшемся чате",
        "Выберите себя в списке сотрудников",
    ]
    .map(str::to_owned);
    let many = [&steps[..], &[WORK[2].to_owned(), WORK[5].to_owned()]].concat();
    let link = "https://t.me/nastavnik_school_bot?start=AbCdEf0123456789";
    let card = crate::files::qr::invitation_card(
        link,
        "Наставничество в школе № 1: присоединяйтесь",
        &steps,
    )
    .unwrap();
    std::fs::write(folder.join("invitation.png"), card).unwrap();
    let card = crate::files::qr::invitation_card(&link.repeat(2), WORK[5], &many).unwrap();
    std::fs::write(folder.join("invitation-full.png"), card).unwrap();
    let columns = [
        "ФИО",
        "Должность",
        "В чём готовы помогать",
        "Часов в неделю",
        "Комментарий",
    ]
    .map(str::to_owned);
    let person = |i: usize| {
        vec![
            format!("Иванова-{i} Мария Петровна"),
            "учитель физики".to_owned(),
            WORK[i % 7].to_owned(),
            "2".to_owned(),
            WORK.join("; "),
        ]
    };
    let rows: Vec<_> = (0..40).map(person).collect();
    let bank = crate::files::bank::write_bank(
        "Банк наставников 2026/27",
        "Составлен 21 ноября 2026 года, ответов: 40",
        &columns,
        &rows,
    )
    .unwrap();
    std::fs::write(folder.join("bank.xlsx"), bank).unwrap();
}
