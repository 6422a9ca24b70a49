//! How wide columns are and how high rows: not every program that opens a workbook finds out by itself.

const NARROWEST: usize = 8;
const WIDEST: usize = 48;
/// Points for one line of the default font, and the greatest height that Excel allows.
const LINE_POINTS: f64 = 15.0;
const MOST_LINES: usize = 27;

/// Widths in characters: the longest line of each column, within bounds; longer lines wrap.
pub(in crate::files) fn widths(columns: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let longest = |text: &String| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    // The filter's arrow covers the end of a column's name.
    let mut widest: Vec<usize> = columns.iter().map(|name| longest(name) + 3).collect();
    for cells in rows {
        for (width, text) in widest.iter_mut().zip(cells) {
            *width = longest(text).max(*width);
        }
    }
    widest.into_iter().map(|width| width.clamp(NARROWEST, WIDEST) + 2).collect()
}

/// The height in points of a row: its cell with the most lines.
pub(in crate::files) fn height(cells: &[String], widths: &[usize]) -> f64 {
    let lines = cells.iter().zip(widths).map(|(text, width)| lines(text, *width)).max().unwrap_or(1);
    LINE_POINTS * f64::from(u8::try_from(lines.clamp(1, MOST_LINES)).unwrap_or(1))
}

/// The lines that a text takes when words wrap; Russian letters are a little wider than the digits in which
/// Excel counts a column's width.
fn lines(text: &str, width: usize) -> usize {
    let room = (width * 19 / 20).max(1);
    text.lines()
        .map(|paragraph| {
            let (mut lines, mut used) = (1, 0);
            for word in paragraph.split_whitespace().map(|word| word.chars().count()) {
                if used > 0 && used + 1 + word > room {
                    (lines, used) = (lines + 1, 0);
                }
                used += word + usize::from(used > 0);
                lines += (used - 1) / room;
                used = (used - 1) % room + 1;
            }
            lines
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_they_will_wrap() {
        assert_eq!(lines("", 10), 0);
        assert_eq!(lines("слово", 10), 1);
        assert_eq!(lines("слово слово слово", 10), 3);
        assert_eq!(lines("раз\n\nдва", 10), 3);
        assert_eq!(lines(&"я".repeat(25), 10), 3);
        assert!((height(&["раз\nдва".to_owned()], &[10]) - 30.0).abs() < f64::EPSILON);
        assert!(height(&["я".repeat(9_000)], &[50]) <= 409.0);
    }

    #[test]
    fn columns_fit_their_texts_within_bounds() {
        let texts = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        let rows = [texts(&["1", "Иванова Мария Петровна", &"я".repeat(200)])];
        assert_eq!(widths(&texts(&["№", "ФИО", "Ответ"]), &rows), [10, 24, 50]);
    }
}
