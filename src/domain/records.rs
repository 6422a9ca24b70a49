//! Lines of a text whose cells stand between signs (CSV) → records, also where a quote was forgotten.

/// So many lines a cell in quotes may have: a checklist. A quote that is open for longer was never meant to be one.
const MOST_LINES: usize = 40;

/// The cells of the first record, and how many of the lines it takes; 0 only where there are no lines.
///
/// A cell that begins with `"` goes on to the next one, over signs and lines' ends; `""` inside is one quote. «3;"Школа»
/// — занятие;май» has no second one: where the lines end first, where there are too many, and where what closes the
/// cell in a later line has more text behind it, the quote was a sign like others, and the record ends with its line.
pub fn record<L: AsRef<str>>(lines: &[L], sign: char) -> (Vec<String>, usize) {
    let again = |place| Record::default().read(lines, (sign, Some(place)));
    // From that place on its line opens nothing, so that a second reading ends there.
    Record::default().read(lines, (sign, None)).or_else(again).unwrap_or_else(|_| {
        let line: Vec<String> = lines.iter().take(1).map(|line| line.as_ref().to_owned()).collect();
        (line, lines.len().min(1))
    })
}

/// A line and a byte in it.
type Place = (usize, usize);

#[derive(Default)]
struct Record {
    cells: Vec<String>,
    cell: String,
    /// The cell holds more than blanks.
    begun: bool,
    /// Where the quote stands that is open.
    open: Option<Place>,
}

impl Record {
    /// Reads until a line ends outside quotes; the place of a quote that is none otherwise. Quotes from `literal` on
    /// open no cell.
    fn read<L: AsRef<str>>(
        mut self,
        lines: &[L],
        (sign, literal): (char, Option<Place>),
    ) -> Result<(Vec<String>, usize), Place> {
        for (at, line) in lines.iter().enumerate() {
            if let Some(open) = self.open {
                if at - open.0 > MOST_LINES {
                    return Err(open);
                }
                self.cell.push('\n');
            }
            self.line((at, line.as_ref()), sign, literal)?;
            if self.open.is_none() {
                self.cells.push(self.cell);
                return Ok((self.cells, at + 1));
            }
        }
        self.open.map_or(Ok((self.cells, 0)), Err)
    }

    fn line(&mut self, (at, line): (usize, &str), sign: char, literal: Option<Place>) -> Result<(), Place> {
        let mut chars = line.char_indices().peekable();
        while let Some((place, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            match self.open {
                Some(_) if c == '"' && next == Some('"') => {
                    chars.next();
                    self.cell.push('"');
                }
                Some(open) if c == '"' => {
                    if open.0 != at && next.is_some_and(|next| next != sign && !next.is_whitespace()) {
                        return Err(open);
                    }
                    self.open = None;
                }
                None if c == '"' && !self.begun && literal.is_none_or(|literal| (at, place) < literal) => {
                    self.cell.clear();
                    (self.open, self.begun) = (Some((at, place)), true);
                }
                None if c == sign => {
                    self.cells.push(std::mem::take(&mut self.cell));
                    self.begun = false;
                }
                _ => {
                    self.begun |= !c.is_whitespace();
                    self.cell.push(c);
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Vec<String>> {
        let lines: Vec<&str> = text.split('\n').collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < lines.len() {
            let (cells, taken) = record(&lines[at..], ';');
            found.push(cells);
            at += taken;
        }
        found
    }

    #[test]
    fn quotes_keep_signs_and_lines_together() {
        assert_eq!(records("1;\"а; б\";в\n2;\"г\n\nд\" ;е"), [vec!["1", "а; б", "в"], vec!["2", "г\n\nд ", "е"]]);
        assert_eq!(records("\"\"\"Школа\"\" — урок\";\"\";x"), [["\"Школа\" — урок", "", "x"]]);
        assert_eq!(records("ООО \"Мир\";  \"а\";б"), [["ООО \"Мир\"", "а", "б"]]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_sign() {
        assert_eq!(records("1;\"а;б\n2;в;г"), [["1", "\"а", "б"], ["2", "в", "г"]]);
        assert_eq!(records("1;\"а;б\n2;кружок \"Мир\";г"), [["1", "\"а", "б"], ["2", "кружок \"Мир\"", "г"]]);
        assert_eq!(records("1;\"а\nб\";\"в;г\n2;д;е;ж"), [["1", "а\nб", "\"в", "г"], ["2", "д", "е", "ж"]]);
        let far = format!("1;\"а;б\n{}3;\"в\";г", "2;д;е\n".repeat(60));
        assert_eq!(records(&far).len(), 62);
    }
}
