//! What the conventions promise of every reading, whatever the text.

use super::{Reading, TermKind};
use chrono::{Datelike, Months};

/// Kinds that have no days of their own.
const UNDATED: [TermKind; 10] = [
    TermKind::Monthly,
    TermKind::Weekly,
    TermKind::Quarterly,
    TermKind::Yearly,
    TermKind::Continuous,
    TermKind::ProgrammeEnd,
    TermKind::OnDemand,
    TermKind::ExternalPlan,
    TermKind::None,
    TermKind::Other,
];

impl Reading {
    /// Days only where the kind has them; a deadline without a start, a date of one day, a month that is whole, no
    /// end before its start. The grammar keeps to it; tests and fuzzing ask.
    pub fn is_sound(&self) -> bool {
        match (self.kind, self.start, self.due) {
            (_, None, None) => true,
            (kind, ..) if UNDATED.contains(&kind) => false,
            (TermKind::Deadline, start, due) => start.is_none() && due.is_some(),
            (TermKind::Date, start, due) => start == due,
            (TermKind::Month, Some(start), due) => {
                start.day() == 1
                    && due.is_some()
                    && start.checked_add_months(Months::new(1)) == due.and_then(|d| d.succ_opt())
            }
            (_, Some(start), Some(due)) => start <= due,
            _ => false,
        }
    }
}
