//! Rows as a document was read → rows as they would be kept. The chat and the command that prints a document ask about
//! the same rows.

use super::activity::{Activity, TermChoice};
use super::duty::Duty;
use super::read::{RowReading, is_ditto};
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::people::Person;
use crate::domain::school_year::SchoolYear;

/// The rows of a document for one organisation's school year, in their order; identifiers come with the loading.
pub fn activities(
    rows: Vec<RowReading>,
    (organisation, school_year): (OrganisationId, SchoolYear),
    staff: &[Person],
) -> Vec<Activity> {
    let mut kept: Vec<Activity> = Vec::with_capacity(rows.len());
    for (position, row) in (1..).zip(rows) {
        let above = kept.last();
        // A row is looked at alone: what «то же» repeats is written out.
        let written_out = |text: String, of_above: fn(&Activity) -> &String| match above {
            Some(above) if is_ditto(&text) => of_above(above).clone(),
            _ => text,
        };
        kept.push(Activity {
            id: ActivityId(0),
            organisation,
            school_year,
            position,
            stage: row.stage,
            heading: row.heading,
            activity: row.activity,
            items: row.items,
            term_text: written_out(row.term_text, |above| &above.term_text),
            term_own: String::new(),
            term_choice: TermChoice::AsRead,
            duty: Duty::of(&row.responsible, staff),
            responsible_text: written_out(row.responsible_text, |above| &above.responsible_text),
            result: row.result,
            version: 1,
        });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::russia;
    use crate::domain::roadmap::read::read_text;

    #[test]
    fn what_a_row_repeats_is_written_out() {
        let year = SchoolYear(2026);
        let read = read_text(
            "№;Мероприятие;Срок;Ответственный\n1;Приказ;октябрь;директор\n2;Положение;-//-;-//-\n\
             3;Опрос;то же;куратор\n4;Отчёт;май;-\n",
            year,
        );
        assert_eq!(read.rows[1].term_text, "-//-", "as the document writes it");
        let rows = activities(read.rows, (OrganisationId(1), year), &[]);
        let said: Vec<_> = rows.iter().map(|row| (row.term_text.as_str(), row.responsible_text.as_str())).collect();
        assert_eq!(said[..3], [("октябрь", "директор"), ("октябрь", "директор"), ("октябрь", "куратор")]);
        assert!(rows[..3].iter().all(|row| row.question(russia()).is_none()));
        assert_eq!(rows[1].duty.roles, rows[0].duty.roles);
    }
}
