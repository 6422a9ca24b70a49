//! Headings of tables: those over several lines, those over each section, those of tables that are no plan.

use super::cells::is_numbering;
use super::header::{Column, Columns, column};
use super::layout::{GridLine, is_number};
use super::markup::without_markup;
use super::row_start::is_whole_term;
use crate::domain::roadmap::term::{self, Doubt};
use crate::domain::school_year::SchoolYear;

/// A cell under a heading that is longer is a row's text.
const LONGEST_PART: usize = 40;

/// A heading may be written over several lines: they belong to it up to the first row. Says how many it took.
pub(super) fn whole_heading(lines: &[GridLine]) -> (Columns, usize) {
    let Some(first) = lines.first() else {
        return (Columns::default(), 0);
    };
    let mut cells = first.cells.clone();
    let mut columns = Columns::of(&cells).unwrap_or_default();
    let mut taken = 1;
    let first_row = lines.iter().skip(1).position(|line| line.cells.first().is_some_and(|cell| is_number(cell)));
    let up_to_row = first_row.filter(|_| columns.has(Column::Number)).map_or(0, |at| at + 1);
    for (at, line) in lines.iter().enumerate().skip(1).take(3) {
        let wrapped = || (at < up_to_row && goes_on(&cells, &line.cells)).then(|| lengthened(&cells, &line.cells));
        let Some(joined) = lower_half(&cells, &line.cells).or_else(wrapped) else {
            break;
        };
        let Some(better) = Columns::of(&joined) else {
            break;
        };
        (cells, columns) = (joined, better);
        taken += 1;
    }
    (columns, taken)
}

/// Whether most written cells say what the known heading says.
pub(super) fn repeats(known: &[String], cells: &[String]) -> bool {
    let folded = |cell: &String| {
        let text = without_markup(cell).to_lowercase().replace('ё', "е");
        text.chars().filter(|c| c.is_alphanumeric() || *c == '№').map(term::look_alike).collect::<Vec<char>>()
    };
    let known: Vec<Vec<char>> = known.iter().map(folded).filter(|cell| !cell.is_empty()).collect();
    let written: Vec<Vec<char>> = cells.iter().map(folded).filter(|cell| !cell.is_empty()).collect();
    let same = |cell: &&Vec<char>| known.iter().any(|known| is_one_name(known, cell));
    written.iter().filter(same).count() * 2 > written.len()
}

/// «Ответственный» and «Ответственные», «№ п/п» and «№», and what the end of a column cut: «Ответст».
fn is_one_name(known: &[char], cell: &[char]) -> bool {
    let shared = known.iter().zip(cell).take_while(|(one, other)| one == other).count();
    let cut = shared == cell.len() && (shared > 3 || cell == ['№']);
    known == cell || cut || (shared > 3 && known.len().abs_diff(cell.len()) < 4)
}

/// Whether every written cell names a column, and none says when: «Период проведения», but not «В течение периода».
pub(super) fn names_columns(cells: &[String]) -> bool {
    const LEADS: [&str; 12] = ["в", "во", "на", "по", "до", "к", "с", "со", "за", "при", "через", "после"];
    let says_when = |cell: &str| {
        let reading = term::read(cell, SchoolYear(2000));
        let undated = matches!(reading.review, None | Some(Doubt::NotUnderstood));
        let first = cell.split_whitespace().next().unwrap_or_default().to_lowercase();
        reading.due.is_some() || reading.recurrence.is_some() || !undated || LEADS.contains(&first.as_str())
    };
    let cells = cells.iter().map(|cell| without_markup(cell));
    cells.filter(|cell| !cell.trim().is_empty()).all(|cell| column(&cell).is_some() && !says_when(cell.trim()))
}

/// Words of the heading go on in the next line.
fn goes_on(cells: &[String], line: &[String]) -> bool {
    let written: Vec<&String> = line.iter().filter(|cell| !cell.trim().is_empty()).collect();
    !is_numbering(line, true)
        && !written.iter().all(|cell| *cell == written[0])
        && line.len() == cells.len()
        && written.len() > 1
        && written.iter().all(|cell| cell.trim().chars().count() < LONGEST_PART)
}

fn lengthened(cells: &[String], line: &[String]) -> Vec<String> {
    cells.iter().zip(line).map(|(heading, more)| format!("{heading} {more}")).collect()
}

/// The lower half of a heading, joined with the upper one: «Начало | Окончание» under «Сроки», «Срок | Ответственный»
/// under «Исполнение». Each of its cells repeats the one above it, is empty, or is such a part; a heading that is merged
/// to the right counts for the empty cells after it.
fn lower_half(cells: &[String], line: &[String]) -> Option<Vec<String>> {
    if line.len() != cells.len() {
        return None;
    }
    let mut group = "";
    let (mut changed, mut kept, mut named) = (false, false, false);
    let mut joined = Vec::with_capacity(cells.len());
    for (at, (upper, lower)) in cells.iter().zip(line).enumerate() {
        let empty = upper.trim().is_empty();
        if !empty {
            group = upper;
        }
        if lower.trim().is_empty() || lower == upper {
            joined.push(upper.clone());
            kept |= !empty;
            continue;
        }
        let spreads = cells.get(at + 1).is_some_and(|next| next.trim().is_empty());
        let own_name = (empty || spreads || column(upper).is_none())
            && !group.is_empty()
            && lower.trim().chars().count() < LONGEST_PART
            && column(lower).is_some();
        if !(own_name || is_part(lower)) {
            return None;
        }
        joined.push(if own_name { lower.clone() } else { format!("{group} {lower}") });
        changed = true;
        named |= own_name;
    }
    // A section's name above a heading has nothing in common with it.
    (changed && (kept || !named)).then_some(joined)
}

/// «Начало», «Окончание», «план», «факт», «с», «по», «п/п»: names that mean nothing without what stands above them.
fn is_part(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let word = ["начал", "оконч", "конец", "план", "факт", "заверш"].iter().any(|stem| lower.starts_with(stem));
    (word && !lower.contains(' ')) || ["с", "по", "от", "до", "п/п"].contains(&lower.as_str())
}

/// Whether a line is the upper half of the heading below it, and by itself none: of «Мероприятие | Исполнение» only the
/// first column is known.
pub(super) fn is_upper_half(cells: &[String], below: &[String]) -> bool {
    let shared = cells.iter().zip(below).any(|(upper, lower)| !upper.trim().is_empty() && upper == lower);
    cells.len() > 1
        && cells.len() == below.len()
        && shared
        && Columns::of(cells).is_none()
        && Columns::of(below).is_some()
}

/// Whether every later heading has a lone text above it: then sections have tables of their own.
pub(super) fn each_named(body: &[GridLine]) -> bool {
    let written = |line: &GridLine| line.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let mut before: Option<&GridLine> = None;
    let mut headings = 0;
    let told = body.iter().filter(|line| written(line) > 0 && !is_running_title(&line.cells)).collect::<Vec<_>>();
    for (at, line) in told.iter().enumerate() {
        let below = told.get(at + 1).is_some_and(|below| is_upper_half(&line.cells, &below.cells));
        if below || Columns::of(&line.cells).is_some() {
            // The lower half of a heading belongs to the upper one.
            let lower = before.is_some_and(|before| lower_half(&before.cells, &line.cells).is_some());
            headings += usize::from(!lower);
            if !lower && before.is_none_or(|before| written(before) != 1) {
                return false;
            }
        }
        before = Some(line);
    }
    headings > 0
}

/// «Продолжение таблицы 1», «Окончание приложения»: what a new page says above the rest of a table.
pub(super) fn is_running_title(cells: &[String]) -> bool {
    let mut written = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let (Some(text), None) = (written.next(), written.next()) else {
        return false;
    };
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace();
    let says = words.next().is_some_and(|word| word.starts_with("продолжен") || word.starts_with("окончан"));
    let what = ["табл", "прилож", "плана", "дорожн"];
    says && lower.chars().count() < LONGEST_PART
        && words.next().is_some_and(|word| what.iter().any(|stem| word.starts_with(stem)))
}

/// The heading of a table of people or figures: no plan.
pub(super) fn is_foreign(cells: &[String]) -> bool {
    let foreign = |cell: &String| {
        let lower = cell.trim().to_lowercase();
        let stems = [
            "фио",
            "ф.и.о",
            "ф. и. о",
            "фамили",
            "должност",
            "стаж",
            "категори",
            "телефон",
            "подпис",
            "предмет",
            "показател",
            "единиц",
            "ед. изм",
            "ед.изм",
            "значени",
            "сумма",
            "статья",
            "количеств",
            "стоимост",
        ];
        cell.chars().count() < LONGEST_PART && stems.iter().any(|stem| lower.starts_with(stem))
    };
    // Numbers and years head the columns of any table.
    let says = |cell: &&String| !cell.trim().is_empty() && column(cell) != Some(Column::Number) && !is_figure(cell);
    let written = cells.iter().filter(says).count();
    let known = cells.iter().filter(|cell| foreign(cell)).count();
    // «Показатели работы | июнь | куратор | Количество пар» is a row.
    let is_row = || {
        cells.first().is_some_and(|cell| is_number(cell))
            || cells.iter().any(|cell| !is_figure(cell) && is_whole_term(cell))
    };
    written > 1 && known >= 2 && known * 2 >= written && Columns::of(cells).is_none() && !is_row()
}

/// «2026», «2026 г.».
fn is_figure(cell: &str) -> bool {
    let text = cell.trim().trim_end_matches(['.', ' ']).trim_end_matches('г').trim_end();
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "/-–".contains(c))
}
