use super::*;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::roadmap::activity::TermChoice;
use crate::domain::roadmap::duty::Duty;
use crate::domain::school_year::SchoolYear;
use std::collections::{BTreeMap, HashMap};

fn row(id: i64, work: &str, term: &str) -> Activity {
    Activity {
        id: ActivityId(id),
        organisation: OrganisationId(1),
        school_year: SchoolYear(2026),
        position: u32::try_from(id).unwrap(),
        stage: "Этап".to_owned(),
        heading: work.to_owned(),
        activity: work.to_owned(),
        items: Vec::new(),
        term_text: term.to_owned(),
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        responsible_text: "куратор".to_owned(),
        duty: Duty::default(),
        result: "приказ".to_owned(),
        version: 1,
    }
}

fn rows() -> Vec<Activity> {
    vec![row(1, "Подготовить приказ", "сентябрь"), row(2, "Собрать анкеты", "октябрь"), row(3, "Подвести итоги", "май")]
}

fn base(rows: &[Activity]) -> HashMap<ActivityId, Cells> {
    rows.iter().map(|row| (row.id, Cells::of(row))).collect()
}

fn sent(row: &Activity) -> SentRow {
    let cells = Cells::of(row);
    let texts: BTreeMap<Part, String> = Part::ALL.iter().map(|part| (*part, cells.get(*part).to_owned())).collect();
    SentRow { id: Some(row.id), cells: texts }
}

fn with(mut row: SentRow, part: Part, text: &str) -> SentRow {
    row.cells.insert(part, text.to_owned());
    row
}

fn changes(now: &[Activity], base: &HashMap<ActivityId, Cells>, table: &[SentRow], prefer: Prefer) -> Changes {
    from_table(now, base, table, prefer, (&row(0, "", ""), &[]))
}

#[test]
fn an_untouched_table_changes_nothing() {
    let rows = rows();
    let table: Vec<_> = rows.iter().map(sent).collect();
    let found = changes(&rows, &base(&rows), &table, Prefer::Ours);
    assert!(found.is_empty() && found.clashes.is_empty());
    assert_eq!(found.same, rows);
}

#[test]
fn what_was_written_at_the_desk_is_told_cell_by_cell() {
    let rows = rows();
    let new = SentRow { id: None, ..with(sent(&rows[0]), Part::Activity, "Новая встреча") };
    let table = [with(sent(&rows[1]), Part::Term, "до 15 ноября"), new, sent(&rows[0])];
    let found = changes(&rows, &base(&rows), &table, Prefer::Ours);
    assert_eq!(found.changed[0].parts(), [(Part::Term, "октябрь".to_owned(), "до 15 ноября".to_owned())]);
    assert_eq!(found.changed[0].after.term_text, "октябрь", "the document's own term stays");
    assert_eq!((found.added[0].heading.as_str(), found.added[0].position), ("Новая встреча", 2));
    assert_eq!(found.removed, [rows[2].clone()]);
    assert_eq!(found.same[0].position, 3);
}

#[test]
fn what_the_bot_learned_meanwhile_is_not_lost() {
    let old = rows();
    let mut now = rows();
    now[0].term_own = "до 20 сентября".to_owned();
    now[1].result = "банк".to_owned();
    now.push(row(4, "Добавлена в боте", "июнь"));
    let table = [sent(&old[0]), with(sent(&old[1]), Part::Stage, "Банки"), sent(&old[2])];
    let found = changes(&now, &base(&old), &table, Prefer::Theirs);
    assert!(found.clashes.is_empty(), "they wrote in different places");
    assert_eq!(found.changed.len(), 1);
    assert_eq!((found.changed[0].after.stage.as_str(), found.changed[0].after.result.as_str()), ("Банки", "банк"));
    assert_eq!(found.same[0].term_own, "до 20 сентября");
    assert_eq!(found.same[2].heading, "Добавлена в боте");
    assert!(found.removed.is_empty());
}

#[test]
fn a_clash_is_decided_by_the_curator() {
    let old = rows();
    let mut now = rows();
    now[0].term_own = "до 20 сентября".to_owned();
    now[2].result = "отчёт".to_owned();
    let gone = now.remove(1);
    let table = [with(sent(&old[0]), Part::Term, "до 25 сентября"), with(sent(&gone), Part::Term, "ноябрь")];
    let ours = changes(&now, &base(&old), &table, Prefer::Ours);
    assert_eq!(ours.clashes.len(), 3, "a cell, a row that left the bot, a row that left the table");
    assert!(ours.is_empty());
    let theirs = changes(&now, &base(&old), &table, Prefer::Theirs);
    assert_eq!(theirs.changed[0].after.term_own, "до 25 сентября");
    assert_eq!((theirs.added.len(), theirs.removed.len()), (1, 1));
    assert_ne!(ours.stamp(), theirs.stamp());
}

#[test]
fn a_copied_row_is_a_new_one_and_a_missing_column_says_nothing() {
    let rows = rows();
    let mut first = sent(&rows[0]);
    first.cells.remove(&Part::Result);
    let found = changes(&rows[..1], &base(&rows), &[first.clone(), first], Prefer::Ours);
    assert!(found.changed.is_empty());
    assert_eq!(found.added.len(), 1);
}

#[test]
fn a_newer_document_keeps_what_the_curator_settled() {
    let mut rows = rows();
    rows[0].term_own = "до 20 сентября".to_owned();
    rows[1].heading = "Анкеты".to_owned();
    rows[1].activity = "Анкеты".to_owned();
    rows.push(row(4, "Своё", "июнь"));
    let originals =
        HashMap::from([(ActivityId(2), Original::of(&self::rows()[1])), (ActivityId(4), Original::by_hand())]);
    let mut document = self::rows();
    document[1].term_text = "ноябрь".to_owned();
    document.remove(2);
    let found = from_document(&rows, &originals, &[], &document);
    assert_eq!(found.same[0].term_own, "до 20 сентября");
    assert_eq!(found.changed[0].after.heading, "Анкеты", "the curator's words stay");
    assert_eq!(found.changed[0].parts(), [(Part::Term, "октябрь".to_owned(), "ноябрь".to_owned())]);
    assert_eq!(found.removed.len(), 1);
    assert_eq!((found.same[1].heading.as_str(), found.same[1].position), ("Своё", 3), "no document says it");
}

#[test]
fn a_cleared_term_means_that_there_is_none() {
    let cleared = rewritten(row(1, "Работа", "май"), Part::Term, "", &[]);
    assert_eq!(cleared.term_choice, TermChoice::Without);
    assert_eq!(Cells::of(&cleared).term, WITHOUT);
    let back = rewritten(cleared, Part::Term, "май", &[]);
    assert_eq!((back.term_own.as_str(), back.term_choice), ("", TermChoice::AsRead));
}
