//! A made-up road map: what it means, and how it shows it.

use super::people::{self, People};
use super::terms::{self, Term};
use super::words::{ABOVE, BELOW, DOING, ITEMS, PEOPLE, RESULTS, STAGES, TITLES};
use nastavnik::domain::dice::Dice;

/// A row as it is meant.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) stage: String,
    pub(crate) doing: String,
    pub(crate) items: Vec<String>,
    pub(crate) term: Term,
    pub(crate) people: People,
    pub(crate) result: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Number,
    Stage,
    Doing,
    Term,
    People,
    Result,
    /// A column of no use: marks of completion, notes, who takes part.
    Aside,
}

/// How stages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Staging {
    None,
    /// A column; below the first row of a stage it is empty.
    Column,
    /// A row with the stage's name in its first cell.
    Lines,
    /// The same with the name in every cell, as merged cells come out of some programs.
    Spread,
    /// The same in bold, as Markdown and PDF text have it.
    Bold,
    /// The same in a line without columns, where the layout has such lines.
    Alone,
    /// Each stage has a table of its own under its name.
    Tables,
}

#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub(crate) columns: Vec<Column>,
    pub(crate) headings: Vec<String>,
    pub(crate) staging: Staging,
    /// Numbers: of rows, of rows inside their stage («2.1»), or none.
    pub(crate) numbers: usize,
    pub(crate) dot: &'static str,
    pub(crate) mark: usize,
    pub(crate) empty: &'static str,
    pub(crate) merged_terms: bool,
    pub(crate) merged_people: bool,
    /// «1 | 2 | 3» under the heading.
    pub(crate) counted_columns: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Map {
    pub(crate) above: Vec<String>,
    pub(crate) below: Vec<String>,
    pub(crate) rows: Vec<Row>,
    pub(crate) shape: Shape,
    /// A staff list that is no plan stands below.
    pub(crate) annex: bool,
}

const NUMBER: &[&str] = &["№", "№ п/п", "№п/п", "No", "№\nп/п", "N п/п"];
const STAGE: &[&str] =
    &["Этап", "Наименование этапа", "Направление", "Раздел", "Направление деятельности", "Этапы реализации"];
const WORK: &[&str] = &[
    "Мероприятие",
    "Мероприятия",
    "Наименование мероприятия",
    "Содержание деятельности",
    "МЕРОПРИЯТИЯ",
    "Содержание деятельности и план мероприятий",
    "Содержание работы",
    "Наименование мероприятий",
    "Действия",
    "Что делаем",
    "Планируемые мероприятия",
    "Виды деятельности",
    "Задачи",
];
const TERM: &[&str] = &[
    "Срок",
    "Сроки",
    "Сроки реализации",
    "Срок исполнения",
    "Дата проведения",
    "Период",
    "Сроки проведения",
    "Дата",
    "Когда",
    "Месяц",
    "Период реализации",
    "Срок реализации этапа",
    "Сроки выполнения",
];
const WHO: &[&str] = &[
    "Ответственный",
    "Ответственные",
    "Исполнитель",
    "Ответственный исполнитель",
    "Исполнители",
    "Ответственные лица",
    "Кто отвечает",
    "Ответственные за выполнение",
];
const OUTCOME: &[&str] = &[
    "Результат",
    "Ожидаемый результат",
    "Вид документа",
    "Результат. Вид документа",
    "Планируемый результат",
    "Итог",
    "Продукт",
    "Показатель",
    "Предполагаемый результат",
    "Итоговый документ",
];
const ASIDE: &[&str] = &["Отметка о выполнении", "Примечание", "Целевая аудитория", "Форма проведения", "Участники"];

impl Map {
    pub(crate) fn draw(dice: &mut Dice, phrases: &[Term]) -> Self {
        let shape = Shape::draw(dice);
        // A single table under a single name: nobody could tell the name from the title.
        let fewest = if shape.staging == Staging::Tables { 2 } else { 1 };
        let stages = if shape.staging == Staging::None { 1 } else { fewest + dice.below(4) };
        let mut names = STAGES.to_vec();
        dice.shuffle(&mut names);
        let mut rows = Vec::new();
        for name in names.iter().take(stages) {
            let stage = if shape.staging == Staging::None { "" } else { name };
            let first = Row::draw(dice, phrases, stage, &shape);
            let count = 1 + dice.below(5);
            for nth in 0..count {
                let mut row = Row::draw(dice, phrases, stage, &shape);
                if shape.merged_terms {
                    row.term = first.term.clone();
                }
                if shape.merged_people {
                    row.people = first.people.clone();
                }
                rows.push(if nth == 0 { first.clone() } else { row });
            }
        }
        let mut above = Vec::new();
        if dice.chance(50) {
            above.push((*dice.pick(ABOVE)).to_owned());
        }
        above.push((*dice.pick(TITLES)).to_owned());
        let below = if dice.chance(40) { vec![(*dice.pick(BELOW)).to_owned()] } else { Vec::new() };
        let annex = dice.chance(10);
        Self { above, below, rows, shape, annex }
    }
}

impl Row {
    fn draw(dice: &mut Dice, phrases: &[Term], stage: &str, shape: &Shape) -> Self {
        let count = if dice.chance(30) { 2 + dice.below(3) } else { 0 };
        let mut items: Vec<String> = ITEMS.iter().map(|item| (*item).to_owned()).collect();
        dice.shuffle(&mut items);
        items.truncate(count);
        let people = people::draw(dice, PEOPLE);
        let has = |column| shape.columns.contains(&column);
        // An empty cell in a first column of terms is a merged one to anybody.
        let forgotten = dice.chance(4) && !shape.merged_terms && shape.columns[0] != Column::Term;
        let no_term = !has(Column::Term) || forgotten;
        let nobody = !has(Column::People) || (dice.chance(4) && !shape.merged_people);
        Self {
            stage: stage.to_owned(),
            doing: (*dice.pick(DOING)).to_owned(),
            items,
            term: if no_term { Term::none("") } else { terms::draw(dice, phrases) },
            people: if nobody { People::default() } else { people },
            result: if has(Column::Result) && dice.chance(95) {
                (*dice.pick(RESULTS)).to_owned()
            } else {
                String::new()
            },
        }
    }
}

impl Shape {
    fn draw(dice: &mut Dice) -> Self {
        let stagings = [
            Staging::None,
            Staging::Column,
            Staging::Lines,
            Staging::Spread,
            Staging::Bold,
            Staging::Alone,
            Staging::Tables,
        ];
        let staging = stagings[dice.below(stagings.len())];
        let numbers = dice.below(4);
        let mut texts = vec![Column::Doing];
        for (column, percent) in [(Column::Term, 96), (Column::People, 88), (Column::Result, 55), (Column::Aside, 20)] {
            if dice.chance(percent) {
                texts.push(column);
            }
        }
        if !texts.contains(&Column::Term) && !texts.contains(&Column::People) {
            texts.push(Column::Term);
        }
        if dice.chance(40) {
            dice.shuffle(&mut texts);
        }
        if staging == Staging::Column {
            texts.insert(0, Column::Stage);
        }
        if numbers > 0 {
            texts.insert(0, Column::Number);
        }
        let headings = texts.iter().map(|column| heading(dice, *column, staging)).collect();
        let staged = staging == Staging::Column;
        Self {
            columns: texts,
            headings,
            staging,
            numbers,
            dot: *dice.pick(&[".", "", ")"]),
            mark: dice.below(5),
            empty: *dice.pick(&["", "", "-", "—", "–"]),
            merged_terms: staged && dice.chance(30),
            merged_people: staged && dice.chance(30),
            counted_columns: dice.chance(10),
        }
    }

    /// The number of a row: counted over the map, inside its stage, or both.
    pub(crate) fn number(&self, row: usize, stage: usize, nth: usize) -> String {
        match self.numbers {
            0 => String::new(),
            1 => format!("{}{}", row + 1, self.dot),
            2 if self.staging != Staging::None => format!("{}.{}{}", stage + 1, nth + 1, self.dot.replace(')', "")),
            _ if self.staging == Staging::Column && nth > 0 => String::new(),
            _ if self.staging == Staging::Column => format!("{}{}", stage + 1, self.dot),
            _ => format!("{}{}", nth + 1, self.dot),
        }
    }
}

fn heading(dice: &mut Dice, column: Column, staging: Staging) -> String {
    let names = match column {
        Column::Number => NUMBER,
        Column::Stage => STAGE,
        Column::Doing => WORK,
        Column::Term => TERM,
        Column::People => WHO,
        Column::Result => OUTCOME,
        Column::Aside => ASIDE,
    };
    let name = *dice.pick(names);
    // Beside a column of directions, «Направление деятельности» would be two things at once.
    if column == Column::Doing && staging == Staging::Column && name == "Виды деятельности" {
        return "Мероприятия".to_owned();
    }
    if dice.chance(5) { name.to_uppercase() } else { name.to_owned() }
}
