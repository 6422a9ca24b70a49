//! A made-up road map as a document: cells, then text.

use super::map::{Column, Map, Row, Staging};
use nastavnik::domain::dice::Dice;

/// One line of the document: a paragraph, or cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    Text(String),
    Heading(Vec<String>),
    Section(String),
    Row(Vec<String>),
    /// A row of a table that is no plan.
    Other(Vec<String>),
}

/// The document line by line. `filled` repeats merged cells in each row, as DOCX and XLSX readers bring them.
pub(crate) fn lines(map: &Map, filled: bool) -> Vec<Line> {
    let mut lines: Vec<Line> =
        map.above.iter().flat_map(|text| text.lines()).map(|line| Line::Text(line.to_owned())).collect();
    let shape = &map.shape;
    let heading = Line::Heading(shape.headings.clone());
    let counted = Line::Heading((1..=shape.columns.len()).map(|n| n.to_string()).collect());
    let own_tables = shape.staging == Staging::Tables;
    if !own_tables {
        lines.push(heading.clone());
        lines.extend(shape.counted_columns.then_some(counted));
    }
    let (mut stage, mut nth) = (0, 0);
    for (at, row) in map.rows.iter().enumerate() {
        let opens = at == 0 || map.rows[at - 1].stage != row.stage;
        if opens && at > 0 {
            stage += 1;
        }
        nth = if opens { 0 } else { nth + 1 };
        if opens && own_tables {
            lines.extend([Line::Text(row.stage.clone()), heading.clone()]);
        } else if opens && ![Staging::None, Staging::Column].contains(&shape.staging) {
            lines.push(Line::Section(row.stage.clone()));
        }
        lines.push(Line::Row(cells(map, row, (at, stage, nth), filled)));
    }
    lines.extend(map.below.iter().map(|text| Line::Text(text.clone())));
    if map.annex {
        let other = |cells: &[&str]| Line::Other(cells.iter().map(|cell| (*cell).to_owned()).collect());
        lines.push(Line::Text("Состав наставнических пар".to_owned()));
        lines.push(other(&["№", "ФИО наставника", "Должность", "ФИО наставляемого"]));
        lines.push(other(&["1", "Сомова Вера Ильинична", "учитель физики", "Рыбин Олег Олегович"]));
        lines.push(other(&["2", "Лаптева Ольга Викторовна", "учитель химии", "Ёлкин Пётр Андреевич"]));
    }
    lines
}

fn cells(map: &Map, row: &Row, (at, stage, nth): (usize, usize, usize), filled: bool) -> Vec<String> {
    let shape = &map.shape;
    let or_empty = |text: &str| if text.is_empty() { shape.empty.to_owned() } else { text.to_owned() };
    let below = nth > 0 && !filled;
    let cell = |column: &Column| match column {
        Column::Number => {
            let number = shape.number(at, stage, nth);
            // A number that counts stages is merged with the stage.
            if number.is_empty() && filled { shape.number(at, stage, 0) } else { number }
        }
        Column::Stage if below => String::new(),
        Column::Stage => row.stage.clone(),
        Column::Doing => doing(row, shape.mark),
        Column::Term if below && shape.merged_terms => String::new(),
        Column::Term => or_empty(&row.term.text),
        Column::People if below && shape.merged_people => String::new(),
        Column::People => or_empty(&row.people.text),
        Column::Result => or_empty(&row.result),
        Column::Aside => String::new(),
    };
    shape.columns.iter().map(cell).collect()
}

/// The activity's cell: a lead and its sub-items, each in a line.
pub(crate) fn doing(row: &Row, mark: usize) -> String {
    let item = |(item, n): (&String, usize)| match mark {
        0 => format!("\n- {item};"),
        1 => format!("\n{n}) {item};"),
        2 => format!("\n• {item}"),
        3 => format!("\n{n}. {item}."),
        _ => format!("\n— {item};"),
    };
    let items: String = row.items.iter().zip(1..).map(item).collect();
    if row.items.is_empty() { row.doing.clone() } else { format!("{}:{items}", row.doing) }
}

/// Odd spaces, a comma without one, a Latin letter in a Russian word.
pub(crate) fn noisy(dice: &mut Dice, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let like = dice.chance(6);
    let mut swapped = false;
    for c in text.chars() {
        match c {
            ' ' if out.ends_with(',') && dice.chance(4) => {}
            ' ' if dice.chance(3) => out.push('\u{a0}'),
            ' ' if dice.chance(3) => out.push_str("  "),
            'о' | 'а' | 'е' | 'с' if like && !swapped && out.ends_with(char::is_alphabetic) => {
                swapped = true;
                out.push(match c {
                    'о' => 'o',
                    'а' => 'a',
                    'е' => 'e',
                    _ => 'c',
                });
            }
            c => out.push(c),
        }
    }
    out
}

/// The cells of a grid, as DOCX and XLSX readers bring them.
pub(crate) fn grid(lines: &[Line], width: usize) -> Vec<Vec<String>> {
    let row = |line: &Line| match line {
        Line::Text(text) => vec![text.clone()],
        Line::Section(text) => {
            let mut cells = vec![String::new(); width];
            cells[0].clone_from(text);
            cells
        }
        Line::Heading(cells) | Line::Row(cells) | Line::Other(cells) => cells.clone(),
    };
    lines.iter().map(row).collect()
}

/// How a section's name is shown between rows.
fn section(map: &Map, text: &str) -> Vec<String> {
    let width = map.shape.columns.len();
    match map.shape.staging {
        Staging::Spread => vec![text.to_owned(); width],
        Staging::Bold => {
            let mut cells = vec![String::new(); width];
            cells[0] = format!("**{text}**");
            cells
        }
        _ => {
            let mut cells = vec![String::new(); width];
            text.clone_into(&mut cells[0]);
            cells
        }
    }
}

/// A line without columns where rows begin with their number: below a name, a first cell that begins small looks like
/// the rest of it to the reader.
fn between_tabs(map: &Map, name: &str) -> String {
    let alone = map.shape.staging == Staging::Alone && map.shape.columns[0] == Column::Number;
    if alone { name.to_owned() } else { section(map, name).join("\t") }
}

fn flat(cells: &[String], sign: &str, paragraph: &str) -> String {
    cells.iter().map(|cell| cell.replace('\n', paragraph)).collect::<Vec<_>>().join(sign)
}

pub(crate) fn tabs(map: &Map, lines: &[Line], dice: &mut Dice) -> String {
    let mut text = String::new();
    let breaks = dice.chance(50);
    for line in lines {
        match line {
            Line::Text(line) => text += &(line.clone() + "\n"),
            Line::Section(name) => text += &(between_tabs(map, name) + "\n"),
            Line::Row(cells) if breaks && dice.chance(25) => text.push_str(&broken(map, cells, dice)),
            Line::Heading(cells) | Line::Other(cells) | Line::Row(cells) => text += &(flat(cells, "\t", " ") + "\n"),
        }
        if matches!(line, Line::Text(_)) {
            text.push('\n');
        }
    }
    text
}

/// A row that a page's end cuts: what stood lower in its cells comes after an empty line.
fn broken(map: &Map, cells: &[String], dice: &mut Dice) -> String {
    let numbered = map.shape.columns.contains(&Column::Number) && !cells[0].is_empty();
    let mut first: Vec<String> = cells.iter().map(|cell| cell.replace('\n', " ")).collect();
    let mut second = vec![String::new(); cells.len()];
    for (at, column) in map.shape.columns.iter().enumerate() {
        let wanted = matches!(column, Column::Doing | Column::Result) || (*column == Column::People && dice.chance(30));
        let cuts: Vec<usize> = first[at].match_indices(' ').map(|(at, _)| at).collect();
        if !wanted || cuts.is_empty() {
            continue;
        }
        let (head, tail) = first[at].split_at(cuts[dice.below(cuts.len())]);
        let (head, tail) = (head.to_owned(), tail.trim().to_owned());
        // A capital letter at the top of a page would look like a new row to anybody.
        if tail.starts_with(char::is_lowercase) && (numbered || *column == Column::Doing) {
            (first[at], second[at]) = (head, tail);
        }
    }
    let between = dice.pick(&["\n", "\n\n\n", "\u{c}", "\n2\n\n"]);
    if second.iter().all(String::is_empty) {
        return format!("{}\n", first.join("\t"));
    }
    format!("{}\n{between}{}\n", first.join("\t"), second.join("\t"))
}

/// Cells of several paragraphs break their row over several lines.
pub(crate) fn paragraphs(map: &Map, lines: &[Line]) -> String {
    let line = |line: &Line| match line {
        Line::Text(line) => format!("{line}\n\n"),
        Line::Heading(cells) | Line::Other(cells) => format!("{}\n", flat(cells, "\t", " ")),
        Line::Section(name) => format!("{}\n", between_tabs(map, name)),
        Line::Row(cells) => format!("{}\n", cells.join("\t")),
    };
    lines.iter().map(line).collect()
}

pub(crate) fn markdown(map: &Map, lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let row = |cells: &[String]| format!("| {} |\n", flat(cells, " | ", "<br>"));
        match line {
            Line::Text(line) => text += &["\n", line, "\n\n"].concat(),
            Line::Section(name) => text.push_str(&row(&section(map, name))),
            Line::Row(cells) => text.push_str(&row(cells)),
            Line::Heading(cells) if cells[0] == "1" => text.push_str(&row(cells)),
            Line::Heading(cells) | Line::Other(cells) => {
                text.push_str(&row(cells));
                if matches!(line, Line::Heading(_)) || cells[0] == "№" {
                    text += &["|", &"---|".repeat(cells.len()), "\n"].concat();
                }
            }
        }
    }
    text
}

pub(crate) fn csv(map: &Map, lines: &[Line], sign: char, always: bool) -> String {
    let quote = |cell: &String| {
        let needed = always || cell.contains([sign, '"', '\n']);
        if needed { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let row = |cells: &[String]| cells.iter().map(quote).collect::<Vec<_>>().join(&sign.to_string()) + "\r\n";
    let width = map.shape.columns.len();
    let alone = |text: &String| {
        let mut cells = vec![String::new(); width];
        cells[0].clone_from(text);
        cells
    };
    let line = |line: &Line| match line {
        Line::Text(text) => row(&alone(text)),
        Line::Section(name) => row(&section(map, name)),
        Line::Heading(cells) | Line::Row(cells) | Line::Other(cells) => row(cells),
    };
    lines.iter().map(line).collect()
}
