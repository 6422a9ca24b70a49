//! A map → texts and tables with merged cells.

use super::{Area, Block, Cell, Table};
use crate::made_up_maps::map::{Column, Map, Staging};
use crate::made_up_maps::render::{self, Line};
use crate::made_up_maps::terms::{self, Held, Term};
use nastavnik::domain::dice::Dice;

/// What only office documents have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent habits of those who lay out a table")]
pub(crate) struct Style {
    /// «Сроки» over «Начало» and «Окончание».
    two_ends: Option<(&'static str, &'static str)>,
    /// A heading over this column and the next.
    group: Option<(usize, &'static str)>,
    /// The heading comes again above every so many rows.
    again: Option<usize>,
    /// Then it begins a table of its own, or a sheet.
    again_apart: bool,
    /// «Продолжение таблицы» above it.
    continued: bool,
    /// Stages are merged cells; else their other rows leave them empty.
    merged_stages: bool,
    /// Names of sections are merged over all columns.
    merged_sections: bool,
    /// Each stage's table has a sheet of its own.
    sheets: bool,
    /// Numbers are numbers.
    counted: bool,
}

/// Draws a style and brings the map to it: terms as dates, or as two dates.
pub(crate) fn adapt(map: &mut Map, dice: &mut Dice, workbook: bool) -> Style {
    let shape = &map.shape;
    let place = shape.columns.iter().position(|column| *column == Column::Term);
    let ends = [("Начало", "Окончание"), ("начало", "окончание"), ("с", "по"), ("Дата начала", "Дата окончания")];
    let mut style = Style {
        two_ends: (place.is_some() && !shape.merged_terms && dice.chance(15)).then(|| *dice.pick(&ends)),
        again: dice.chance(25).then(|| 1 + dice.below(5)),
        again_apart: dice.chance(60),
        continued: dice.chance(20),
        merged_stages: dice.chance(80),
        merged_sections: dice.chance(70),
        sheets: dice.chance(40),
        counted: dice.chance(70),
        ..Style::default()
    };
    let pairs: Vec<usize> =
        (0..shape.columns.len() - 1).filter(|at| grouped(shape.columns[*at], shape.columns[at + 1])).collect();
    if style.two_ends.is_none() && !pairs.is_empty() && dice.chance(15) {
        style.group = Some((*dice.pick(&pairs), *dice.pick(&["Исполнение", "Организация работы", "Реализация"])));
    }
    for row in map.rows.iter_mut().filter(|row| row.term.kind != "none") {
        if style.two_ends.is_some() {
            row.term = terms::two_ends(dice);
        } else if workbook && !map.shape.merged_terms && dice.chance(30) {
            row.term = terms::day(dice);
        }
    }
    style
}

fn grouped(first: Column, second: Column) -> bool {
    let fits = |column| matches!(column, Column::Term | Column::People | Column::Result);
    fits(first) && fits(second)
}

/// The document from top to bottom.
pub(crate) fn blocks(map: &Map, style: &Style, dice: &mut Dice) -> Vec<Block> {
    let mut made = Maker { map, style, blocks: Vec::new(), table: Table::default(), at: 0, stage_rows: 0 };
    let mut above_table = true;
    for line in render::lines(map, false) {
        match line {
            Line::Text(text) => {
                made.end();
                let own = map.shape.staging == Staging::Tables && map.rows.iter().any(|row| row.stage == text);
                if own && !above_table && style.sheets {
                    made.blocks.push(Block::Break);
                }
                above_table &= !own;
                made.blocks.push(Block::Text(text));
            }
            Line::Heading(cells) if cells[0] == "1" => made.counts(),
            Line::Heading(_) => made.heading(dice),
            Line::Section(name) => {
                made.again(dice);
                made.section(&name);
            }
            Line::Row(cells) => {
                if map.shape.staging != Staging::Column || made.opens_stage() {
                    made.again(dice);
                }
                made.row(cells, dice);
            }
            Line::Other(cells) => made.push(cells.iter().map(|text| Cell::of(text)).collect()),
        }
    }
    made.end();
    made.blocks
}

struct Maker<'m> {
    map: &'m Map,
    style: &'m Style,
    blocks: Vec<Block>,
    table: Table,
    /// The next row of the map.
    at: usize,
    /// Rows since the last heading.
    stage_rows: usize,
}

impl Maker<'_> {
    fn end(&mut self) {
        let table = std::mem::take(&mut self.table);
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    fn opens_stage(&self) -> bool {
        self.at == 0 || self.map.rows[self.at - 1].stage != self.map.rows[self.at].stage
    }

    fn push(&mut self, cells: Vec<Cell>) {
        self.table.width = self.table.width.max(cells.len());
        self.table.rows.push(cells);
    }

    /// «1 | 2 | 3» under the heading.
    fn counts(&mut self) {
        let width = self.map.shape.columns.len() + usize::from(self.style.two_ends.is_some());
        let count = |at: usize| Cell { is_number: true, ..Cell::of(&at.to_string()) };
        self.push((1..=width).map(count).collect());
    }

    /// Cells with one more after the term, where it has two.
    fn wide(&self, cells: &[Cell], more: &str) -> Vec<Cell> {
        let mut cells = cells.to_vec();
        let term = self.map.shape.columns.iter().position(|column| *column == Column::Term);
        if let (Some(at), Some(_)) = (term, self.style.two_ends) {
            cells.insert(at + 1, Cell::of(more));
        }
        cells
    }

    fn heading(&mut self, dice: &mut Dice) {
        self.stage_rows = 0;
        let names: Vec<Cell> =
            self.map.shape.headings.iter().map(|name| Cell::of(&render::noisy(dice, name))).collect();
        let mut first = self.wide(&names, "");
        let mut second = vec![Cell::default(); first.len()];
        let top = self.table.rows.len();
        let term = self.map.shape.columns.iter().position(|column| *column == Column::Term);
        let pair = match (self.style.two_ends, self.style.group, term) {
            (Some((begin, end)), _, Some(at)) => {
                (second[at], second[at + 1]) = (Cell::of(begin), Cell::of(end));
                at
            }
            (_, Some((at, name)), _) => {
                (second[at], second[at + 1]) = (first[at].clone(), first[at + 1].clone());
                (first[at], first[at + 1]) = (Cell::of(name), Cell::default());
                at
            }
            _ => return self.push(first),
        };
        let areas = (0..first.len()).filter(|at| *at != pair && *at != pair + 1);
        let areas = areas.map(|at| Area { rows: (top, top + 1), columns: (at, at) }).collect::<Vec<_>>();
        self.table.merged.extend(areas);
        self.table.merged.push(Area { rows: (top, top), columns: (pair, pair + 1) });
        self.push(first);
        self.push(second);
    }

    /// The heading again, as tables over several pages have it.
    fn again(&mut self, dice: &mut Dice) {
        let due = self.style.again.is_some_and(|every| self.stage_rows >= every);
        if !due || self.map.shape.staging == Staging::Tables || self.table.rows.is_empty() {
            return;
        }
        if self.style.again_apart {
            self.end();
            if self.style.continued {
                self.blocks.push(Block::Text("Продолжение таблицы".to_owned()));
            } else if self.style.sheets {
                self.blocks.push(Block::Break);
            }
        }
        self.heading(dice);
    }

    fn section(&mut self, name: &str) {
        let width = self.table.width;
        let mut cells = vec![Cell::default(); width];
        cells[0] = Cell::of(name);
        if self.map.shape.staging == Staging::Spread {
            cells = vec![Cell::of(name); width];
        } else if self.style.merged_sections && width > 1 {
            let top = self.table.rows.len();
            self.table.merged.push(Area { rows: (top, top), columns: (0, width - 1) });
        }
        self.push(cells);
    }

    fn row(&mut self, cells: Vec<String>, dice: &mut Dice) {
        let (map, row) = (self.map, &self.map.rows[self.at]);
        let opens = self.opens_stage();
        let top = self.table.rows.len();
        let covers = map.rows[self.at..].iter().take_while(|one| one.stage == row.stage).count();
        let mut made = Vec::with_capacity(cells.len());
        for (column, text) in map.shape.columns.iter().zip(cells) {
            let mut cell = Cell::of(&render::noisy(dice, &text));
            if *column == Column::Number {
                cell.is_number = self.style.counted && text.parse::<f64>().is_ok();
            }
            if *column == Column::Term {
                put_term(&mut made, &row.term, cell, self.style.two_ends.is_some());
            } else {
                made.push(cell);
            }
            let counts_stages = *column == Column::Number && map.shape.numbers == 3;
            let merged = match column {
                Column::Stage => self.style.merged_stages,
                Column::Number => self.style.merged_stages && counts_stages,
                Column::Term => map.shape.merged_terms,
                Column::People => map.shape.merged_people,
                _ => false,
            };
            if map.shape.staging == Staging::Column && merged && opens && covers > 1 {
                let at = made.len() - 1;
                self.table.merged.push(Area { rows: (top, top + covers - 1), columns: (at, at) });
            }
        }
        self.push(made);
        self.at += 1;
        self.stage_rows += 1;
    }
}

/// A term in its cell, or in its two.
fn put_term(cells: &mut Vec<Cell>, term: &Term, cell: Cell, two: bool) {
    let day = |day, format| Cell { day: Some((day, format)), ..Cell::of(&term.text) };
    match term.held {
        Held::Text if two => cells.extend([cell, Cell::default()]),
        Held::Text => cells.push(cell),
        Held::Day(at, format) => cells.push(day(at, format)),
        Held::Days(first, last) => cells.extend(
            [first, last]
                .map(|at| Cell { day: Some((at, "dd.mm.yyyy")), ..Cell::of(&at.format("%d.%m.%Y").to_string()) }),
        ),
        Held::Months(first, last) => cells.extend([first, last].map(Cell::of)),
    }
}
