//! What a row says to do, as one text that a person edits: the work, then its checklist, a dash before each item.

use super::activity::Activity;

/// The work of a row in parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    /// What stands before the checklist; empty when the checklist says it all.
    pub lead: String,
    pub items: Vec<String>,
}

/// Signs that people put before an item.
const BULLETS: [char; 10] = ['–', '—', '-', '−', '•', '·', '▫', '▪', '*', '●'];

impl Wording {
    pub fn of(row: &Activity) -> Self {
        let lead = match row.items.first() {
            None => &row.activity,
            Some(first) if *first == row.heading => "",
            Some(_) => row.heading.as_str(),
        };
        Self { lead: lead.to_owned(), items: row.items.clone() }
    }

    /// Reads an edited text: lines with a dash are items, a line below an item belongs to it.
    pub fn read(text: &str) -> Self {
        let mut wording = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let bare = line.trim_start_matches(|c: char| BULLETS.contains(&c) || c.is_whitespace());
            let goes_on = if bare.len() == line.len() { wording.items.last_mut() } else { None };
            match goes_on {
                Some(item) => push_words(item, line),
                None if bare.len() == line.len() => push_words(&mut wording.lead, line),
                None if bare.is_empty() => {}
                None => wording.items.push(bare.to_owned()),
            }
        }
        let lead = wording.lead.trim_end_matches([':', ' ']).len();
        if !wording.items.is_empty() {
            wording.lead.truncate(lead);
        }
        wording
    }

    pub fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.items.is_empty()
    }

    /// The text to edit.
    pub fn text(&self) -> String {
        let items = self.items.iter().map(|item| format!("– {item}"));
        let lead = (!self.lead.is_empty()).then(|| self.lead.clone());
        lead.into_iter().chain(items).collect::<Vec<_>>().join("\n")
    }

    /// The row with this work.
    #[must_use]
    pub fn applied(self, row: Activity) -> Activity {
        let items = self.items.join("; ");
        let activity = match (self.lead.as_str(), items.as_str()) {
            (lead, "") => lead.to_owned(),
            ("", items) => items.to_owned(),
            (lead, items) => format!("{lead}: {items}"),
        };
        let heading = if self.lead.is_empty() { self.items.first().cloned().unwrap_or_default() } else { self.lead };
        Activity { heading, activity, items: self.items, ..row }
    }
}

fn push_words(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_with_dashes_is_a_checklist() {
        let read = Wording::read("Подготовить документы:\n- приказ о программе\n— приказ\nо кураторе\n\n-");
        assert_eq!(read.lead, "Подготовить документы");
        assert_eq!(read.items, ["приказ о программе", "приказ о кураторе"]);
        assert_eq!(read.text(), "Подготовить документы\n– приказ о программе\n– приказ о кураторе");
        let two_lines = Wording::read("Провести встречу\nмолодых педагогов");
        assert_eq!((two_lines.lead.as_str(), two_lines.items.len()), ("Провести встречу молодых педагогов", 0));
    }

    proptest! {
        #[test]
        fn reading_its_own_text_changes_nothing(text in "[а-я –\\-\n:]{0,60}") {
            let read = Wording::read(&text);
            prop_assert_eq!(Wording::read(&read.text()), read);
        }
    }
}
