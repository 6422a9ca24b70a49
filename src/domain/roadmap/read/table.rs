//! Grid → rows: headings, tables of something else, and line by line what begins a row or goes on with one.

use super::Remark;
use super::cells::{clean, is_numbering, names_section};
use super::header::{Column, Columns};
use super::heading::{self, whole_heading};
use super::join::one_line;
use super::layout::{Grid, GridLine, is_number};
use super::markup::without_markup;
use super::rows::{Draft, RawRow};
use super::sections::{is_marked, is_page_number, stand_alone};

/// Interprets a grid that has a heading; without one it has no rows.
pub(super) fn interpret(grid: &Grid) -> Draft {
    let mut draft = Draft::default();
    let Some(first) = grid.lines.iter().position(|line| Columns::of(&line.cells).is_some()) else {
        draft.remarks.push(Remark::NoRows);
        return draft;
    };
    let upper = first.checked_sub(1).map(|at| &grid.lines[at].cells);
    let halved = upper.is_some_and(|upper| heading::is_upper_half(upper, &grid.lines[first].cells));
    let above = grid.lines[..first - usize::from(halved)]
        .iter()
        .map(|line| line.cells.iter().map(String::as_str).collect::<Vec<_>>().join(" "));
    draft.above = above.filter(|line| !line.trim().is_empty()).collect();
    let (columns, taken) = whole_heading(&grid.lines[first..]);
    let body = &grid.lines[first + taken..];
    // A section's name stands above its own heading, where each section has a table of its own.
    let named = draft.above.last().is_some_and(|line| names_section(&without_markup(line)));
    if named || (draft.above.len() > 1 && heading::each_named(body)) {
        draft.sections.extend(draft.above.pop().map(|line| one_line(&without_markup(&line))));
    }
    draft.term_leads = columns.leads(Column::Term);
    draft.term_first = columns.first() == Some(Column::Term);
    let mut reader = TableReader::new((columns, grid.lines[first].cells.clone()), draft, grid.exact);
    reader.learn(body);
    let mut at = 0;
    while let Some(line) = body.get(at) {
        at += reader.line(line, &body[at + 1..]);
    }
    reader.draft.end();
    reader.draft
}

/// Reads line by line below a heading.
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one table, each asked for alone")]
pub(super) struct TableReader {
    pub(super) columns: Columns,
    pub(super) draft: Draft,
    pub(super) rows_seen: bool,
    /// Some lines begin in the middle of a sentence: then a capital letter alone does not begin a row.
    pub(super) wrapped: bool,
    /// Each line is a row of the document's table.
    pub(super) exact: bool,
    /// No line looks like a part of a row, unless an empty line stands before it: a page's end.
    pub(super) whole_rows: bool,
    /// Most rows say only what to do.
    pub(super) bare: bool,
    /// Sections are shown otherwise than by a text in the first cell.
    pub(super) sections_marked: bool,
    /// Sections are shown by lines without columns.
    pub(super) sections_alone: bool,
    /// Below the heading stands a text alone: a section's name.
    pub(super) begins_with_name: bool,
    /// The line above holds one text, which goes on with nothing.
    pub(super) lone_before: bool,
    /// The cells of the heading that counts, as written.
    heading: Vec<String>,
    /// The line above is a name or a text of its own.
    parted: bool,
    /// Inside a table of something else.
    skipping: bool,
}

impl TableReader {
    fn new((columns, heading): (Columns, Vec<String>), draft: Draft, exact: bool) -> Self {
        Self {
            columns,
            heading,
            parted: false,
            draft,
            rows_seen: false,
            wrapped: false,
            exact,
            whole_rows: exact,
            bare: false,
            sections_marked: false,
            sections_alone: false,
            begins_with_name: false,
            lone_before: false,
            skipping: false,
        }
    }

    /// Looks at the whole table first: whether rows were torn, and whether they are more than their activity.
    fn learn(&mut self, body: &[GridLine]) {
        let together = |line: &GridLine| !line.apart;
        let plan = body.iter().take_while(|line| !heading::is_foreign(&line.cells));
        let plan: Vec<&GridLine> = plan.filter(|line| !is_numbering(&line.cells, true)).collect();
        self.sections_alone = stand_alone(&plan, self.columns.len());
        let count = |line: &&&GridLine| line.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        self.begins_with_name = plan.iter().find(|line| count(line) > 0).is_some_and(|line| count(&line) == 1);
        let cleaned = plan.into_iter().filter(|line| line.cells.len() > 1);
        let tables: Vec<(bool, Vec<String>)> =
            cleaned.map(|line| (together(line), clean(line, &mut Vec::new()))).collect();
        self.wrapped = tables.iter().any(|(_, cells)| self.is_wrapped(cells));
        self.whole_rows = self.exact || !tables.iter().any(|(together, cells)| *together && self.is_torn(cells));
        let spread = |cells: &[String]| cells.len() > 1 && cells.iter().all(|cell| *cell == cells[0]);
        let shown =
            body.iter().any(|line| is_marked(line) || (spread(&line.cells) && !line.cells[0].trim().is_empty()));
        self.sections_marked = shown || heading::each_named(body);
        let written = tables.iter().map(|(_, cells)| cells.iter().filter(|cell| !cell.trim().is_empty()).count());
        let written: Vec<usize> = written.filter(|count| *count > 0).collect();
        self.bare = written.iter().filter(|count| **count == 1).count() * 2 > written.len();
    }

    /// Reads a line; says how many were used up.
    fn line(&mut self, line: &GridLine, rest: &[GridLine]) -> usize {
        let line = &self.with_marks(line);
        let mut cells = clean(line, &mut self.draft.remarks);
        self.part_number(&mut cells);
        let upper = || {
            rest.first()
                .is_some_and(|below| heading::is_upper_half(&cells, &below.cells) && self.may_head(&below.cells))
        };
        if cells.iter().all(|cell| cell.trim().is_empty())
            || is_numbering(&cells, !self.rows_seen)
            || heading::is_running_title(&cells)
            || self.is_page_number_apart(line, &cells)
            || upper()
        {
            return 1;
        }
        if let Some((columns, taken)) = self.heading_again(line, &cells, rest) {
            (self.columns, self.heading, self.parted, self.skipping) = (columns, cells, false, false);
            return taken;
        }
        if self.skipping || self.begins_other_table(&cells, rest) {
            self.skipping = true;
            return 1;
        }
        self.body_line(line, &cells, rest);
        1
    }

    /// A «V» below a month is no crumb of a scan.
    fn with_marks(&self, line: &GridLine) -> GridLine {
        let mut line = line.clone();
        for (at, cell) in line.cells.iter_mut().enumerate() {
            if self.columns.marks_month(at, cell) {
                "+".clone_into(cell);
            }
        }
        line
    }

    /// «Стр. 3» below a page, under whichever column it happens to stand.
    fn is_page_number_apart(&self, line: &GridLine, cells: &[String]) -> bool {
        let mut written = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let (Some((at, text)), None) = (written.next(), written.next()) else {
            return false;
        };
        !self.exact && line.apart && at > 0 && is_page_number(text)
    }

    /// The heading once more, as on each page, or that of the next part of the plan: with other columns, or below a name
    /// of its own, and nearly as many of them as above. A row whose words could head columns stays a row.
    fn heading_again(&self, line: &GridLine, cells: &[String], rest: &[GridLine]) -> Option<(Columns, usize)> {
        if cells.first().is_some_and(|cell| is_number(cell)) {
            return None;
        }
        Columns::of(cells)?;
        let mut lines = vec![line.clone()];
        lines.extend(rest.iter().take(2).cloned());
        let (columns, taken) = whole_heading(&lines);
        let may_be_another = columns != self.columns || self.parted || self.skipping;
        let is_one = heading::repeats(&self.heading, cells) || (may_be_another && heading::names_columns(cells));
        (is_one && columns.known_count() * 3 >= self.columns.known_count() * 2).then_some((columns, taken))
    }

    /// Whether cells say what the heading says, or could head columns of their own.
    fn may_head(&self, cells: &[String]) -> bool {
        heading::repeats(&self.heading, cells) || heading::names_columns(cells)
    }

    /// A heading of something else, or a paragraph above one: what follows is no plan.
    fn begins_other_table(&mut self, cells: &[String], rest: &[GridLine]) -> bool {
        let next = rest.iter().find(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
        let written: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let announced = written.len() == 1 && next.is_some_and(|next| heading::is_foreign(&next.cells));
        let other = announced || heading::is_foreign(cells);
        if other {
            self.draft.remarks.push(Remark::TableLeftOut(one_line(&written.join(" · "))));
        }
        other
    }

    fn body_line(&mut self, line: &GridLine, cells: &[String], rest: &[GridLine]) {
        let next = rest.iter().find(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
        let (rows_above, sections_above) = (self.draft.rows.len(), self.draft.sections.len());
        self.parted = true;
        if let Some(section) = self.section(line, cells, next) {
            self.draft.remarks.extend(section.guessed.then(|| Remark::TakenAsStage(one_line(&section.name))));
            self.draft.sections.push(section.name);
            self.draft.close_stage();
        } else if cells.len() == 1 && self.columns.len() > 1 {
            self.lone_text(&cells[0], line.apart, next);
        } else if (self.exact && self.is_signature(cells, next)) || self.is_post_and_name(cells, rest) {
            self.draft.remarks.push(Remark::TextAfterTable(one_line(&cells.join(" "))));
        } else {
            let mut row = RawRow::of(&self.columns, cells);
            row.continued = line.joined;
            self.parted = false;
            if self.begins_row(cells, line.apart) {
                if self.exact && line.apart && self.rows_seen {
                    self.draft.remarks.push(Remark::MayBeRest(self.draft.rows.len()));
                }
                self.rows_seen = true;
                self.draft.begin(row);
            } else {
                self.draft.go_on(&row);
            }
        }
        let goes_on = self.draft.rows.len() == rows_above && self.draft.sections.len() == sections_above;
        self.lone_before = !goes_on && cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    }

    /// «1. Провести опрос» in one cell where the heading has two.
    fn part_number(&self, cells: &mut Vec<String>) {
        if !self.columns.leads(Column::Number) || cells.len() + 1 != self.columns.len() {
            return;
        }
        let parted = cells[0].trim().split_once(' ').filter(|(number, _)| is_number(number));
        if let Some((number, text)) = parted.map(|(number, text)| (number.to_owned(), text.to_owned())) {
            cells[0] = text;
            cells.insert(0, number);
        }
    }
}
