//! The names of columns, by meaning: «Ф.И.О. педагога», «Занимаемая должность», «№ п/п».

use crate::domain::staff_list::name::tidy;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    FullName,
    Surname,
    /// A first name, or a first name with the patronymic.
    GivenName,
    Patronymic,
    Position,
    Subject,
    Role,
}

/// A column's name is short; a longer text is a title or an answer.
const MAX_CHARS: usize = 60;

/// What a header cell says about its column, if it is one that matters.
pub(super) fn column(cell: &str) -> Option<Column> {
    let cell = tidy(cell);
    if cell.chars().count() > MAX_CHARS {
        return None;
    }
    let lower = cell.to_lowercase().replace('ё', "е");
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let has = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let is_short_name =
        words.concat().starts_with("фио") || is(&["фио"]) || words.windows(3).any(|three| three == ["ф", "и", "о"]);
    let [surname, given, patronymic] =
        [has(&["фамили", "surname"]), is(&["имя", "имена"]), has(&["отчеств", "patronymic"])];
    if is_short_name || surname && given || lower == "full name" || lower == "name" {
        Some(Column::FullName)
    } else if surname || lower == "last name" {
        Some(Column::Surname)
    } else if given && words.len() <= 3 || lower == "first name" {
        Some(Column::GivenName)
    } else if patronymic {
        Some(Column::Patronymic)
    } else if has(&["должност", "position"]) {
        Some(Column::Position)
    } else if has(&["предмет", "дисциплин", "преподава", "групп", "subject"]) {
        Some(Column::Subject)
    } else if has(&["рол", "role", "статус"]) {
        Some(Column::Role)
    } else if words.len() <= 2 && has(&["сотрудник", "работник", "педагог", "учител", "воспитател", "преподавател"])
    {
        // «Педагог», «Список сотрудников»: a name, where no other cell of the row says so better.
        (words.len() == 1).then_some(Column::FullName)
    } else {
        None
    }
}

/// The columns that a row names, or `None` where the row is no header: it must name people and not hold one.
pub(super) fn read(cells: &[String]) -> Option<Vec<(usize, Column)>> {
    let mut found: Vec<(usize, Column)> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        if let Some(column) = column(cell).filter(|column| found.iter().all(|(_, known)| known != column)) {
            found.push((at, column));
        }
    }
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    // «Имя» without «Фамилия» holds whole names.
    if !found.iter().any(|(_, column)| matches!(column, Column::FullName | Column::Surname)) {
        for (_, column) in found.iter_mut().filter(|(_, column)| *column == Column::GivenName) {
            *column = Column::FullName;
        }
    }
    let names = found.iter().any(|(_, column)| matches!(column, Column::FullName | Column::Surname));
    // One word such as «Учитель» in a row of other cells is somebody's position.
    let enough = found.len() >= 2 || filled == 1 || names_people_plainly(cells);
    (names && enough).then_some(found)
}

/// Whether a row of column names says «ФИО» or «Фамилия», not only «Сотрудник».
pub(super) fn names_people_plainly(cells: &[String]) -> bool {
    cells.iter().any(|cell| is_plainly_a_name_column(cell))
}

fn is_plainly_a_name_column(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    lower.contains("фамили")
        || lower.contains("имя")
        || lower.chars().filter(|c| c.is_alphabetic()).collect::<String>().starts_with("фио")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_what_they_are_called() {
        for (cell, meaning) in [
            ("ФИО", Some(Column::FullName)),
            ("Ф. И. О. педагога", Some(Column::FullName)),
            ("Фамилия, имя, отчество (полностью)", Some(Column::FullName)),
            ("Сотрудник", Some(Column::FullName)),
            ("ФАМИЛИЯ", Some(Column::Surname)),
            ("Имя", Some(Column::GivenName)),
            ("Имя и отчество", Some(Column::GivenName)),
            ("Отчество", Some(Column::Patronymic)),
            ("Занимаемая должность", Some(Column::Position)),
            ("Преподаваемый\nпредмет", Some(Column::Subject)),
            ("Группа", Some(Column::Subject)),
            ("Роль в наставничестве", Some(Column::Role)),
            ("№ п/п", None),
            ("Телефон", None),
            ("Иванова Мария Петровна", None),
            ("Список сотрудников", None),
        ] {
            assert_eq!(column(cell), meaning, "{cell}");
        }
    }
}
