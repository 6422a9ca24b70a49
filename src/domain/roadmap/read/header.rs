//! What the columns of a table mean, by the words of its heading.

use super::month_columns;
use crate::domain::roadmap::term::{TermKind, look_alike, read};
use crate::domain::school_year::SchoolYear;

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Stage,
    Activity,
    /// What exactly is done, beside a short name or instead of one.
    Content,
    Term,
    Responsible,
    Result,
    /// Known to be of no use here: notes, marks of completion, who takes part.
    Aside,
}

/// A heading cell is short; a sentence that mentions «мероприятие» is not a heading.
const LONGEST_HEADING: usize = 90;

/// A heading that begins with an everyday word is shorter still: «Работа», but not «Работа с родителями: …».
const LONGEST_EVERYDAY: usize = 26;

/// Letters of headings, by what they begin with (`^`; `~` for everyday words; `@` perhaps after an adjective:
/// «Примерный срок», but not «Весь срок») or hold. The first rule that fits
/// decides.
#[rustfmt::skip]
const RULES: &[(Column, &[&str])] = &[
    (Column::Aside, &["отметка", "^примечани", "~участник", "аудитори", "факт", "~форм"]),
    (Column::Term, &["@срок", "^дата", "^даты", "@период", "^когда", "~время", "~месяц", "~начал", "~оконч", "~заверш"]),
    (Column::Responsible, &["ответств", "исполнител", "~кто"]),
    (Column::Content, &["^содержан"]),
    (Column::Result, &["результат", "документ", "^показател", "продукт", "~итог", "~выход", "^чтополуч"]),
    (Column::Activity, &["мероприят"]),
    (Column::Stage, &["этап", "направлени", "~раздел", "~блок", "~модул"]),
    (Column::Content, &["содержан"]),
    (Column::Activity, &["деятельност", "^наименован", "^назван", "~действи", "~вид", "~что", "~работ", "~событи", "~задач", "~план", "~тема"]),
];

/// Recognises a heading cell, also with its words cut or glued.
pub(super) fn column(cell: &str) -> Option<Column> {
    let cell = super::markup::without_markup(cell).to_lowercase().replace('ё', "е");
    let text: String = cell.chars().filter(|c| c.is_alphanumeric() || "№#".contains(*c)).collect();
    if text.is_empty() || text.chars().count() > LONGEST_HEADING {
        return None;
    }
    let russian = text.chars().any(|c| ('а'..='я').contains(&c));
    let number = matches!(text.as_str(), "no" | "nо" | "n" | "#" | "nn" | "пп" | "nпп" | "noпп" | "номер");
    if text == "отв" {
        return Some(Column::Responsible);
    }
    if number || (text.starts_with('№') && text.chars().count() <= 6) {
        return Some(Column::Number);
    }
    let text: String = if russian { text.chars().map(look_alike).collect() } else { text };
    let length = text.chars().count();
    // «Ответственный за сайт» is somebody, «Ответственный за выполнение» a heading.
    let somebody =
        ["ответственныйза", "ответственнаяза", "ответственныеза"].iter().find_map(|who| text.strip_prefix(who));
    if somebody.is_some_and(|what| !["выполн", "исполн", "реализ", "провед"].iter().any(|stem| what.starts_with(stem)))
    {
        return None;
    }
    let fits = |stem: &str| match stem.split_at(stem.chars().next().map_or(0, char::len_utf8)) {
        ("^", beginning) => text.starts_with(beginning),
        ("~", everyday) => length <= LONGEST_EVERYDAY && text.starts_with(everyday),
        ("@", noun) => text.find(noun).is_some_and(|at| at == 0 || text[..at].ends_with(['й', 'е', 'и'])),
        _ => text.contains(stem),
    };
    RULES.iter().find(|(_, stems)| stems.iter().any(|stem| fits(stem))).map(|(column, _)| *column)
}

/// Which cells of a row hold what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    meaning: Vec<Option<Column>>,
    /// The places of «Начало» and «Окончание».
    span: Option<(usize, usize)>,
    /// The month that each column stands for, where each month has a column of its own.
    months: Option<Vec<Option<String>>>,
}

impl Columns {
    /// Reads a heading row: at least two columns are known, one of them says what is done, and most cells are headings.
    pub(super) fn of(cells: &[String]) -> Option<Self> {
        let months = month_columns::named(cells);
        let is_month = |at: usize| months.as_ref().is_some_and(|months| months[at].is_some());
        let meaning: Vec<_> =
            (0..cells.len()).map(|at| if is_month(at) { Some(Column::Term) } else { column(&cells[at]) }).collect();
        let written = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let known = meaning.iter().flatten().count();
        let distinct = |wanted: &[Column]| meaning.iter().flatten().any(|column| wanted.contains(column));
        let named = distinct(&[Column::Stage, Column::Activity, Column::Content]);
        let second = distinct(&[Column::Number, Column::Term, Column::Responsible, Column::Result]);
        let enough = known >= 2 && known * 3 >= written * 2;
        let place = |stems: &[&str]| {
            let says = |cell: &String| stems.iter().any(|stem| cell.to_lowercase().contains(stem));
            meaning.iter().zip(cells).position(|(column, cell)| *column == Some(Column::Term) && says(cell))
        };
        let span = place(&["начал"]).zip(place(&["оконч", "заверш", "конец"]));
        (enough && named && second).then_some(Self { meaning, span, months })
    }

    pub(super) fn len(&self) -> usize {
        self.meaning.len()
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.meaning.contains(&Some(column))
    }

    pub(super) fn known_count(&self) -> usize {
        self.meaning.iter().flatten().count()
    }

    /// The cells of a column, in order; a table may have two for one meaning (start and end of the term).
    pub(super) fn cells<'c>(&self, column: Column, cells: &'c [String]) -> impl Iterator<Item = &'c str> {
        let places = self.meaning.iter().zip(cells).filter(move |(meaning, _)| **meaning == Some(column));
        places.map(|(_, cell)| cell.as_str()).filter(|cell| !cell.trim().is_empty()).collect::<Vec<_>>().into_iter()
    }

    /// The text of a column's cells.
    pub(super) fn text(&self, column: Column, cells: &[String]) -> String {
        if let Some(half) = self.half_of_span(column, cells) {
            return half;
        }
        if let Some(months) = self.months.as_ref().filter(|_| column == Column::Term) {
            return month_columns::term(months, cells);
        }
        let sign = if column == Column::Term { " – " } else { "; " };
        self.cells(column, cells).collect::<Vec<_>>().join(sign)
    }

    /// A day that stands only under «Начало», or only under «Окончание», says no more than that.
    fn half_of_span(&self, column: Column, cells: &[String]) -> Option<String> {
        let (from, to) = self.span.filter(|_| column == Column::Term)?;
        let written = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        // Merged to the right, «1 раз в квартал» stands under «Начало» too.
        let is_day = |text: &str| read(text, SchoolYear(2023)).kind == TermKind::Date;
        match (written(from), written(to)) {
            ("", day) if is_day(day) => Some(format!("до {day}")),
            (day, "") if is_day(day) => Some(format!("с {day}")),
            _ => None,
        }
    }

    /// Whether a cell marks a month in which a row goes on.
    pub(super) fn marks_month(&self, at: usize, cell: &str) -> bool {
        let month = self.months.as_ref().and_then(|months| months.get(at)).is_some_and(Option::is_some);
        month && month_columns::is_mark(cell)
    }

    /// The meaning of the first column.
    pub(super) fn first(&self) -> Option<Column> {
        self.meaning.first().copied().flatten()
    }

    /// The meaning of the last column.
    pub(super) fn last(&self) -> Option<Column> {
        self.meaning.last().copied().flatten()
    }

    /// Whether a column stands before the activity.
    pub(super) fn leads(&self, column: Column) -> bool {
        let place = |wanted| self.meaning.iter().position(|meaning| *meaning == Some(wanted));
        place(column).zip(place(self.activity())).is_some_and(|(first, second)| first < second)
    }

    /// Whether the first column says what to do.
    pub(super) fn leads_with_activity(&self) -> bool {
        self.first() == Some(self.activity())
    }

    /// Where the activity stands: its own column, else the contents, else the stage.
    pub(super) fn activity(&self) -> Column {
        [Column::Activity, Column::Content, Column::Stage]
            .into_iter()
            .find(|c| self.has(*c))
            .unwrap_or(Column::Activity)
    }

    /// The contents beside a named activity, if the table has both.
    pub(super) fn details(&self) -> Option<Column> {
        (self.has(Column::Activity) && self.has(Column::Content)).then_some(Column::Content)
    }

    /// The stage, if it is not the only text there is.
    pub(super) fn stage(&self) -> Option<Column> {
        (self.has(Column::Stage) && self.activity() != Column::Stage).then_some(Column::Stage)
    }
}
