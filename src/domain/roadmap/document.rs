//! A road map's document before it is read: plain text, or cells where the file had a table.

use super::read::{PlanYear, RoadMapReading, read_grid, read_text};

/// The end of a page. Between two lines of a cell: a row that a page's end cut was joined here. At the beginning of a
/// row's first cell: the row may be the rest of the row above it, the file does not tell.
pub const PAGE_BREAK: char = '\u{c}';

/// What a file or a chat said, whatever format it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    Text(String),
    /// The document's lines from top to bottom. A row of a table is its cells: one merged downwards has its text in
    /// each row that it covers, one merged to the right in its first column, with empty ones after it. What stands
    /// above, between and below the tables, and a row that is one merged cell, is a row of one cell. Paragraphs
    /// inside a cell are its lines; a [`PAGE_BREAK`] is kept where it says something of a row.
    Grid(Vec<Vec<String>>),
}

impl Document {
    /// Reads the rows. Where the tables are no road map (an approval stamp above a numbered list), the whole document
    /// is read as text.
    pub fn read(&self, year: impl Into<PlanYear>) -> RoadMapReading {
        let year = year.into();
        match self {
            Self::Text(text) => read_text(text, year),
            Self::Grid(cells) => {
                let reading = read_grid(cells.clone(), year);
                if reading.rows.is_empty() { read_text(&tabbed(cells), year) } else { reading }
            }
        }
    }

    /// Its size in characters.
    pub fn chars(&self) -> usize {
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Grid(cells) => cells.iter().flatten().map(|cell| cell.chars().count()).sum(),
        }
    }
}

/// The cells as text with tabs between columns.
fn tabbed(cells: &[Vec<String>]) -> String {
    cells.iter().map(|row| row.join("\t").replace(PAGE_BREAK, "")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::read::Remark;
    use crate::domain::school_year::SchoolYear;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn a_list_below_a_stamp_is_read_as_text() {
        let stamp = [row(&["СОГЛАСОВАНО", "УТВЕРЖДАЮ"]), row(&["Председатель", "Директор"])];
        let list = [
            "ДОРОЖНАЯ КАРТА",
            "1. Собрать запросы молодых педагогов. Срок: до 1 октября",
            "2. Провести опрос наставников. Срок: ноябрь",
        ];
        let grid = stamp.into_iter().chain(list.map(|line| row(&[line]))).collect();
        let read = Document::Grid(grid).read(SchoolYear(2026));
        assert_eq!(read.rows.len(), 2, "{read:#?}");
    }

    #[test]
    fn the_ends_of_pages_are_told_and_leave_no_sign() {
        let cut = ["Провести опрос\n\u{c}молодых педагогов", "май", "Куратор"];
        let rest = ["\u{c}Подвести итоги", "июнь", "Директор"];
        let rows = [row(&["Мероприятие", "Срок", "Ответственный"]), row(&cut), row(&rest)];
        let read = Document::Grid(rows.to_vec()).read(SchoolYear(2026));
        let activities: Vec<&str> = read.rows.iter().map(|row| row.activity.as_str()).collect();
        assert_eq!(activities, ["Провести опрос молодых педагогов", "Подвести итоги"]);
        assert_eq!(read.notes, [Remark::MayBeRest(1), Remark::Continued(0)]);
    }
}
