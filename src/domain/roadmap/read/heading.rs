//! Headings of tables: those over several lines, those over each section, those of tables that are no plan.

use super::cells::is_numbering;
use super::header::{Column, Columns, column};
use super::layout::{GridLine, is_number};
use super::markup::without_markup;
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
        let under = parts_of_heading(&cells, &line.cells);
        if !(under || (at < up_to_row && goes_on(&cells, &line.cells))) {
            break;
        }
        let joined = if under { under_heading(&cells, &line.cells) } else { lengthened(&cells, &line.cells) };
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

/// «Начало | Окончание» under «Сроки»: each cell repeats the heading above it, is empty, or is such a part.
fn parts_of_heading(cells: &[String], line: &[String]) -> bool {
    let part = |text: &str| {
        let lower = text.trim().to_lowercase();
        let word = ["начал", "оконч", "конец", "план", "факт", "заверш"].iter().any(|stem| lower.starts_with(stem));
        (word && !lower.contains(' ')) || ["с", "по", "от", "до"].contains(&lower.as_str())
    };
    let fits = |(above, cell): (&String, &String)| cell.trim().is_empty() || cell == above || part(cell);
    let short = line.iter().all(|cell| cell.trim().chars().count() < LONGEST_PART * 2);
    line.len() == cells.len() && short && line.iter().any(|cell| part(cell)) && cells.iter().zip(line).all(fits)
}

/// A merged heading counts for the empty cells to its right.
fn under_heading(cells: &[String], line: &[String]) -> Vec<String> {
    let mut above = "";
    let mut joined = Vec::with_capacity(cells.len());
    for (heading, part) in cells.iter().zip(line) {
        if !heading.trim().is_empty() {
            above = heading;
        }
        let own = heading == part || part.trim().is_empty();
        joined.push(if own { heading.clone() } else { format!("{above} {part}") });
    }
    joined
}

/// Whether every later heading has a lone text above it: then sections have tables of their own.
pub(super) fn each_named(body: &[GridLine]) -> bool {
    let written = |line: &GridLine| line.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let mut before: Option<&GridLine> = None;
    let mut headings = 0;
    for line in body.iter().filter(|line| written(line) > 0) {
        if Columns::of(&line.cells).is_some() {
            headings += 1;
            if before.is_none_or(|before| written(before) != 1) {
                return false;
            }
        }
        before = Some(line);
    }
    headings > 0
}

/// The heading of a table of people or figures: no plan.
pub(super) fn is_foreign(cells: &[String]) -> bool {
    let foreign = |cell: &String| {
        let lower = cell.trim().to_lowercase();
        let stems =
            ["фио", "ф.и.о", "ф. и. о", "фамили", "должност", "стаж", "категори", "телефон", "подпис", "предмет"];
        cell.chars().count() < LONGEST_PART && stems.iter().any(|stem| lower.starts_with(stem))
    };
    let written = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let known = cells.iter().filter(|cell| foreign(cell)).count();
    written > 1 && known >= 2 && known * 2 >= written && Columns::of(cells).is_none()
}
