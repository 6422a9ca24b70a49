//! What the chat would ask and remark on if this document were sent to it: from the same rules, in the same words.

use super::RoadMap;
use super::row::question as in_json;
use crate::domain::calendar::russia;
use crate::domain::ids::OrganisationId;
use crate::domain::roadmap::activity::{Activity, Question};
use crate::domain::roadmap::loaded::activities;
use crate::domain::roadmap::read::{Remark, RowQuestion, RowReading, remarks as all_remarks};
use crate::domain::roadmap::ready_answers::{questions as open_questions, unknown_people};
use crate::domain::school_year::SchoolYear;
use crate::label;
use crate::readings::terms::table::shown;
use crate::text::{Locale, Markup, road_map_remarks, row_question};

/// A question in words, and whether JSON says it beside its row.
pub(super) struct Asked {
    pub(super) words: String,
    pub(super) is_in_json: bool,
}

/// The questions about the rows, in their order. No staff list is known here: whoever is named without a post is asked
/// about.
pub(super) fn questions(locale: Locale, road_map: &RoadMap) -> Vec<Asked> {
    let reading = &road_map.reading;
    let rows = activities(reading.rows.clone(), (OrganisationId(0), reading.year), &[]);
    reading.rows.iter().zip(&rows).flat_map(|(read, row)| of_row(locale, read, row)).collect()
}

fn of_row(locale: Locale, read: &RowReading, row: &Activity) -> Vec<Asked> {
    let line = |question: String, is_in_json: bool| {
        let words = label!(
            locale,
            "reading-question-line",
            row = row.position,
            heading = shown(&read.heading),
            question = question
        );
        Asked { words, is_in_json }
    };
    let nothing_to_do = read.question.filter(|asked| *asked == RowQuestion::NoActivity);
    let open = open_questions(row, russia()).into_iter().map(|question| {
        let words = match question {
            Question::Responsible => {
                label!(locale, "reading-question-who", names = unknown_people(&row.responsible_text, &[]).join(", "))
            }
            _ => row_question(locale, question).as_plain(),
        };
        line(words, matches!(question, Question::Term(_)) && nothing_to_do.is_none())
    });
    nothing_to_do.map(|asked| line(in_json(locale, asked), true)).into_iter().chain(open).collect()
}

/// What the reader did on the way, what it left out, and what the rows say, a sentence each.
pub(super) fn remarks(locale: Locale, road_map: &RoadMap) -> Vec<String> {
    let mut said = Vec::new();
    if !road_map.left_out.is_empty() {
        said.push(label!(locale, "reading-left-out", sheets = road_map.left_out.join(", ")));
    }
    if road_map.nested > 0 {
        said.push(label!(locale, "reading-nested", count = road_map.nested));
    }
    let reading = &road_map.reading;
    // All of a plan of another year is over, or none of it.
    let today = Some(road_map.today).filter(|today| SchoolYear::containing(*today) == reading.year);
    // What is asked anyway is not remarked on as well.
    let asked = |remark: &Remark| matches!(remark, Remark::NoTerm(_) | Remark::UnknownResponsible(..));
    let others: Vec<Remark> =
        all_remarks(reading, russia(), today).into_iter().filter(|remark| !asked(remark)).collect();
    said.extend(road_map_remarks(locale, &others).iter().map(Markup::as_plain));
    said
}
