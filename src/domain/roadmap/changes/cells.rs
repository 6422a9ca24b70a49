//! A row as the cells that a person edits at a desk.

use crate::domain::people::Person;
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::duty::Duty;
use crate::domain::roadmap::responsible::responsible;
use crate::domain::roadmap::wording::Wording;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// What of a row can be edited.
    pub enum Part {
        Stage = "stage",
        Activity = "activity",
        Term = "term",
        Responsible = "responsible",
        Result = "result",
    }
}

/// What a term cell says for a row that has none by the curator's word.
pub const WITHOUT: &str = "без срока";

/// The editable cells of one row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cells {
    pub stage: String,
    /// The work, with its checklist as lines.
    pub activity: String,
    /// The term that counts.
    pub term: String,
    pub responsible: String,
    pub result: String,
}

impl Cells {
    pub fn of(row: &Activity) -> Self {
        Self {
            stage: row.stage.clone(),
            activity: Wording::of(row).text(),
            term: if row.term_choice == TermChoice::Without { WITHOUT.to_owned() } else { row.phrase().to_owned() },
            responsible: row.responsible_text.clone(),
            result: row.result.clone(),
        }
    }

    pub fn get(&self, part: Part) -> &str {
        match part {
            Part::Stage => &self.stage,
            Part::Activity => &self.activity,
            Part::Term => &self.term,
            Part::Responsible => &self.responsible,
            Part::Result => &self.result,
        }
    }

    pub fn set(&mut self, part: Part, text: String) {
        *match part {
            Part::Stage => &mut self.stage,
            Part::Activity => &mut self.activity,
            Part::Term => &mut self.term,
            Part::Responsible => &mut self.responsible,
            Part::Result => &mut self.result,
        } = text;
    }

    /// Whether there is nothing to make a row of.
    pub fn is_empty(&self) -> bool {
        Part::ALL.iter().all(|part| self.get(*part).is_empty())
    }
}

/// The row with one cell rewritten. The document's own term stays beside the new one.
pub fn rewritten(row: Activity, part: Part, text: &str, staff: &[Person]) -> Activity {
    match part {
        Part::Stage => Activity { stage: text.to_owned(), ..row },
        Part::Activity => Wording::read(text).applied(row),
        Part::Result => Activity { result: text.to_owned(), ..row },
        Part::Responsible => {
            let duty = Duty::of(&responsible(text), staff);
            Activity { responsible_text: text.to_owned(), duty, ..row }
        }
        Part::Term => term(row, text),
    }
}

fn term(row: Activity, text: &str) -> Activity {
    let nothing = text.is_empty() || text.to_lowercase() == WITHOUT || text.chars().all(|c| "-–—".contains(c));
    if nothing {
        return Activity { term_own: String::new(), term_choice: TermChoice::Without, ..row };
    }
    let term_own = if text == row.term_text { String::new() } else { text.to_owned() };
    Activity { term_own, term_choice: TermChoice::AsRead, ..row }
}

/// The same text, whatever its blanks, case and line ends.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('ё', "е")
}
