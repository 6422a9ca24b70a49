//! Road maps that are made up, in every layout and with noise, so that the truth about them is known.

use super::*;
use proptest::prelude::*;

/// A row as it was meant.
#[derive(Debug, Clone)]
struct Truth {
    activity: String,
    items: Vec<String>,
    term: String,
    people: String,
    result: String,
}

const DOING: &[&str] = &[
    "Провести опрос педагогов",
    "Назначить куратора программы",
    "Подобрать пары по запросам",
    "Организовать взаимное посещение уроков",
    "Подготовить памятки для новичков",
    "Обсудить итоги на педсовете",
    "Обновить страницу на сайте школы",
    "Собрать согласия участников",
    "Встреча наставников «За чаем»",
    "Семинар по формам и методам работы",
    "Издать приказ № 5 о наставничестве",
    "Анализ анкет (входная диагностика)",
];
const ITEMS: &[&str] = &[
    "опрос",
    "разбор ответов",
    "приказ о парах",
    "бланк встречи и образец отчёта",
    "список участников",
    "памятка",
];
const TERMS: &[&str] = &[
    "сентябрь",
    "до 15 сентября",
    "октябрь – декабрь",
    "ежемесячно",
    "2 раза в год",
    "в течение учебного года",
    "апрель 2027",
    "постоянно",
    "до 01.10.2026 г.",
    "по мере необходимости",
    "1 раз в четверть",
    "ежегодно, до 1 декабря",
    "с 1 по 15 октября",
    "по плану методиста",
];
const PEOPLE: &[&str] = &[
    "директор",
    "куратор",
    "зам. директора по УВР",
    "куратор, наставники",
    "педагог-психолог",
    "руководители ШМО",
    "методист и куратор",
];
const RESULTS: &[&str] = &[
    "приказ",
    "список пар",
    "протокол совещания",
    "анкеты",
    "отчёт",
];

fn truth() -> impl Strategy<Value = Truth> {
    let pick = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    let items = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(pick(ITEMS), 2..5)];
    (pick(DOING), items, pick(TERMS), pick(PEOPLE), pick(RESULTS)).prop_map(
        |(activity, items, term, people, result)| Truth {
            activity,
            items,
            term,
            people,
            result,
        },
    )
}

/// Columns in any order; the number may be missing.
#[derive(Debug, Clone)]
struct Shape {
    columns: Vec<usize>,
    headings: [&'static str; 5],
    mark: usize,
}

fn shape() -> impl Strategy<Value = Shape> {
    let headings = (
        prop::sample::select(&["№", "№ п/п", "No"][..]),
        prop::sample::select(
            &[
                "Мероприятие",
                "Наименование мероприятия",
                "Содержание деятельности",
                "МЕРОПРИЯТИЯ",
            ][..],
        ),
        prop::sample::select(
            &[
                "Срок",
                "Сроки реализации",
                "Дата проведения",
                "Период",
                "Срок исполнения",
            ][..],
        ),
        prop::sample::select(
            &[
                "Ответственный",
                "Ответственные",
                "Исполнитель",
                "Ответственный исполнитель",
            ][..],
        ),
        prop::sample::select(&["Результат", "Вид документа", "Ожидаемый результат"][..]),
    );
    let order = Just(vec![1, 2, 3, 4]).prop_shuffle();
    (headings, order, 0..3_usize).prop_map(|((a, b, c, d, e), order, mark)| {
        let columns = std::iter::once(0).chain(order).collect();
        Shape {
            columns,
            headings: [a, b, c, d, e],
            mark,
        }
    })
}

impl Shape {
    fn cell(&self, row: &Truth, number: usize, column: usize) -> String {
        match column {
            0 => format!("{number}."),
            1 => {
                let items = row.items.iter().zip(1..).map(|(item, n)| match self.mark {
                    0 => format!("\n- {item};"),
                    1 => format!("\n{n}) {item};"),
                    _ => format!("\n• {item}"),
                });
                let colon = if row.items.is_empty() { "" } else { ":" };
                format!("{}{colon}{}", row.activity, items.collect::<String>())
            }
            2 => row.term.clone(),
            3 => row.people.clone(),
            _ => row.result.clone(),
        }
    }

    fn rows(&self, rows: &[Truth]) -> Vec<Vec<String>> {
        let heading = self
            .columns
            .iter()
            .map(|column| self.headings[*column].to_owned())
            .collect();
        let body = rows.iter().zip(1..).map(|(row, n)| {
            self.columns
                .iter()
                .map(|column| self.cell(row, n, *column))
                .collect()
        });
        std::iter::once(heading).chain(body).collect()
    }
}

const TITLE: &str = "Дорожная карта школы «Парус»";

fn tabs(cells: &[Vec<String>]) -> String {
    let lines = cells.iter().map(|row| {
        row.iter()
            .map(|cell| cell.replace('\n', " "))
            .collect::<Vec<_>>()
            .join("\t")
    });
    format!("{TITLE}\n\n{}\n", lines.collect::<Vec<_>>().join("\n"))
}

/// Each row's activity breaks after its second word, and goes on after an empty line: a page's end.
fn broken_tabs(cells: &[Vec<String>], activity: usize) -> String {
    let mut out = format!("{TITLE}\n\n{}\n", cells[0].join("\t"));
    for row in &cells[1..] {
        let text = row[activity].replace('\n', " ");
        let cut = text
            .char_indices()
            .filter(|(_, c)| *c == ' ')
            .nth(1)
            .map_or(text.len(), |(at, _)| at);
        let (head, tail) = text.split_at(cut);
        let mut first: Vec<String> = row.clone();
        head.clone_into(&mut first[activity]);
        out += &format!("{}\n", first.join("\t"));
        let goes_on = tail.trim_start().starts_with(char::is_lowercase);
        if goes_on {
            let mut second = vec![String::new(); row.len()];
            tail.trim().clone_into(&mut second[activity]);
            out += &format!("\n{}\n", second.join("\t"));
        } else {
            out.truncate(out.len() - first.join("\t").len() - 1);
            let mut whole = row.clone();
            whole[activity].clone_from(&text);
            out += &format!("{}\n", whole.join("\t"));
        }
    }
    out
}

fn markdown(cells: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| format!("| {} |\n", row.join(" | ").replace('\n', "<br>"));
    let rule = format!("|{}\n", "---|".repeat(cells[0].len()));
    let body: String = cells[1..].iter().map(line).collect();
    format!("# {TITLE}\n\n{}{rule}{body}", line(&cells[0]))
}

fn csv(cells: &[Vec<String>], sign: char) -> String {
    let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| {
        row.iter()
            .map(quote)
            .collect::<Vec<_>>()
            .join(&sign.to_string())
            + "\r\n"
    };
    format!("{TITLE}\r\n{}", cells.iter().map(line).collect::<String>())
}

fn vertical(cells: &[Vec<String>]) -> String {
    let row = |row: &Vec<String>| {
        row.iter()
            .map(|cell| format!("\t{cell} \n"))
            .collect::<String>()
            + "\n"
    };
    format!("{TITLE}\n{}", cells.iter().map(row).collect::<String>())
}

fn numbered(rows: &[Truth]) -> String {
    let row = |(row, n): (&Truth, usize)| {
        let items: String = row
            .items
            .iter()
            .map(|item| format!("- {item};\n"))
            .collect();
        format!(
            "{n}. {}\n{items}Срок: {}\nОтветственный: {}\nРезультат: {}\n\n",
            row.activity, row.term, row.people, row.result
        )
    };
    format!(
        "{TITLE}\n\n{}",
        rows.iter().zip(1..).map(row).collect::<String>()
    )
}

/// Compares what was read with what was meant.
fn same(document: &str, rows: &[Truth]) -> Result<(), TestCaseError> {
    let read = read_text(document, SchoolYear(2026));
    prop_assert_eq!(&read.title, TITLE);
    prop_assert_eq!(read.rows.len(), rows.len(), "{}", document);
    for ((row, truth), n) in read.rows.iter().zip(rows).zip(1..) {
        prop_assert_eq!(&row.number, &n.to_string());
        prop_assert!(
            row.activity.starts_with(&truth.activity),
            "{} / {}",
            row.activity,
            document
        );
        prop_assert_eq!(&row.items, &truth.items, "{}", document);
        prop_assert_eq!(&row.term_text, &truth.term, "{}", document);
        prop_assert!(!row.needs_review(), "{}", row.term_text);
        prop_assert_eq!(&row.result, &truth.result, "{}", document);
        prop_assert!(
            !row.responsible.is_empty() && row.responsible.iter().all(|one| one.role.is_some()),
            "{}",
            document
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_row_is_lost_between_tabs(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&tabs(&shape.rows(&rows)), &rows)?;
    }

    #[test]
    fn page_breaks_inside_cells_are_mended(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        let activity = shape.columns.iter().position(|column| *column == 1).unwrap();
        same(&broken_tabs(&shape.rows(&rows).iter().map(|row| row.iter().map(|cell| cell.replace('\n', " ")).collect()).collect::<Vec<_>>(), activity), &rows)?;
    }

    #[test]
    fn no_row_is_lost_between_strokes(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&markdown(&shape.rows(&rows)), &rows)?;
    }

    #[test]
    fn no_row_is_lost_between_semicolons_or_commas(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&csv(&shape.rows(&rows), ';'), &rows)?;
        same(&csv(&shape.rows(&rows), ','), &rows)?;
    }

    #[test]
    fn no_row_is_lost_cell_under_cell(rows in prop::collection::vec(truth(), 1..9), shape in shape()) {
        same(&vertical(&shape.rows(&rows)), &rows)?;
    }

    #[test]
    fn no_row_is_lost_in_numbered_text(rows in prop::collection::vec(truth(), 1..9)) {
        same(&numbered(&rows), &rows)?;
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "(\\PC|[\t\n|;.1-9а-я]){0,200}") {
        read_text(&text, SchoolYear(2026));
    }

    #[test]
    fn a_damaged_document_is_read_without_a_panic(rows in prop::collection::vec(truth(), 1..5), shape in shape(), at in 0..2000_usize, sign in "[\t\n|;\"()]") {
        let mut text: Vec<char> = tabs(&shape.rows(&rows)).chars().collect();
        let at = at % text.len();
        text.splice(at..at, sign.chars());
        let text: String = text.into_iter().collect();
        read_text(&text, SchoolYear(2026));
    }
}

#[test]
fn a_grid_of_cells_is_read_like_a_text() {
    let cells = |row: &[&str]| {
        row.iter()
            .map(|cell| (*cell).to_owned())
            .collect::<Vec<_>>()
    };
    let read = read_grid(
        vec![
            cells(&["План"]),
            cells(&["Этап", "Мероприятие", "Срок"]),
            cells(&["Начало", "Приказ", "май"]),
            cells(&["", "Список", "июнь"]),
        ],
        SchoolYear(2026),
    );
    assert_eq!(read.rows.len(), 2);
    assert_eq!(
        (read.rows[1].stage.as_str(), read.rows[1].stage_number),
        ("Начало", 1)
    );
}

#[test]
fn a_document_without_rows_says_so() {
    for text in [
        "",
        "Просто письмо без плана",
        "\t\t\t\n\n",
        "№;Мероприятие;Срок\n",
    ] {
        let read = read_text(text, SchoolYear(2026));
        assert!(
            read.rows.is_empty() && read.notes.contains(&Remark::NoRows),
            "{text}"
        );
    }
}
