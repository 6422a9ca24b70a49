//! Road maps that are made up, in every layout and with noise, so that the truth about them is known.

use proptest::prelude::*;

/// A row as it was meant.
#[derive(Debug, Clone)]
pub(super) struct Truth {
    pub(super) activity: String,
    pub(super) items: Vec<String>,
    pub(super) term: String,
    pub(super) people: String,
    pub(super) result: String,
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
const ITEMS: &[&str] =
    &["опрос", "разбор ответов", "приказ о парах", "бланк встречи и образец отчёта", "список участников", "памятка"];
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
const RESULTS: &[&str] = &["приказ", "список пар", "протокол совещания", "анкеты", "отчёт"];

pub(super) fn truth() -> impl Strategy<Value = Truth> {
    let pick = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    let items = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(pick(ITEMS), 2..5)];
    (pick(DOING), items, pick(TERMS), pick(PEOPLE), pick(RESULTS))
        .prop_map(|(activity, items, term, people, result)| Truth { activity, items, term, people, result })
}

/// Columns in any order; the number may be missing.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) columns: Vec<usize>,
    pub(super) headings: [&'static str; 5],
    pub(super) mark: usize,
}

pub(super) fn shape() -> impl Strategy<Value = Shape> {
    let headings = (
        prop::sample::select(&["№", "№ п/п", "No"][..]),
        prop::sample::select(
            &["Мероприятие", "Наименование мероприятия", "Содержание деятельности", "МЕРОПРИЯТИЯ"][..],
        ),
        prop::sample::select(&["Срок", "Сроки реализации", "Дата проведения", "Период", "Срок исполнения"][..]),
        prop::sample::select(&["Ответственный", "Ответственные", "Исполнитель", "Ответственный исполнитель"][..]),
        prop::sample::select(&["Результат", "Вид документа", "Ожидаемый результат"][..]),
    );
    let order = Just(vec![1, 2, 3, 4]).prop_shuffle();
    (headings, order, 0..3_usize).prop_map(|((a, b, c, d, e), order, mark)| {
        let columns = std::iter::once(0).chain(order).collect();
        Shape { columns, headings: [a, b, c, d, e], mark }
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

    pub(super) fn rows(&self, rows: &[Truth]) -> Vec<Vec<String>> {
        let heading = self.columns.iter().map(|column| self.headings[*column].to_owned()).collect();
        let body =
            rows.iter().zip(1..).map(|(row, n)| self.columns.iter().map(|column| self.cell(row, n, *column)).collect());
        std::iter::once(heading).chain(body).collect()
    }
}

pub(super) const TITLE: &str = "Дорожная карта школы «Парус»";

pub(super) fn tabs(cells: &[Vec<String>]) -> String {
    let lines = cells.iter().map(|row| row.iter().map(|cell| cell.replace('\n', " ")).collect::<Vec<_>>().join("\t"));
    format!("{TITLE}\n\n{}\n", lines.collect::<Vec<_>>().join("\n"))
}

/// Each row's activity breaks after its second word, and goes on after an empty line: a page's end.
/// A cut before a capital letter would look like a new row to anybody, so those rows stay whole.
pub(super) fn broken_tabs(cells: &[Vec<String>], activity: usize) -> String {
    let mut lines = vec![TITLE.to_owned(), String::new(), cells[0].join("\t")];
    for row in &cells[1..] {
        let mut first = row.iter().map(|cell| cell.replace('\n', " ")).collect::<Vec<_>>();
        let text = first[activity].clone();
        let cut = text.match_indices(' ').nth(1).map_or(text.len(), |(at, _)| at);
        let (head, tail) = text.split_at(cut);
        let mut second = vec![String::new(); row.len()];
        if tail.trim_start().starts_with(char::is_lowercase) {
            head.clone_into(&mut first[activity]);
            tail.trim().clone_into(&mut second[activity]);
        }
        lines.extend([first.join("\t"), String::new(), second.join("\t")]);
    }
    lines.join("\n")
}

pub(super) fn markdown(cells: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| format!("| {} |\n", row.join(" | ").replace('\n', "<br>"));
    let rule = format!("|{}\n", "---|".repeat(cells[0].len()));
    let body = cells[1..].iter().map(line).collect::<String>();
    format!("# {TITLE}\n\n{}{rule}{body}", line(&cells[0]))
}

pub(super) fn csv(cells: &[Vec<String>], sign: char) -> String {
    let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(quote).collect::<Vec<_>>().join(&sign.to_string()) + "\r\n";
    format!("{TITLE}\r\n{}", cells.iter().map(line).collect::<String>())
}

pub(super) fn vertical(cells: &[Vec<String>]) -> String {
    let rows: Vec<String> = cells.iter().map(|row| format!("\t{} \n", row.join(" \n\t"))).collect();
    format!("{TITLE}\n{}", rows.join("\n"))
}

pub(super) fn numbered(rows: &[Truth]) -> String {
    let row = |(row, n): (&Truth, usize)| {
        let mut lines = vec![format!("{n}. {}", row.activity)];
        lines.extend(row.items.iter().map(|item| format!("- {item};")));
        let Truth { term, people, result, .. } = row;
        lines.push(format!("Срок: {term}\nОтветственный: {people}\nРезультат: {result}\n"));
        lines.join("\n")
    };
    let rows: Vec<String> = rows.iter().zip(1..).map(row).collect();
    format!("{TITLE}\n\n{}", rows.join("\n"))
}
