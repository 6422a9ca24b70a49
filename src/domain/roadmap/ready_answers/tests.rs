use super::*;
use crate::domain::calendar::russia;
use crate::domain::ids::{ActivityId, OrganisationId};
use crate::domain::people::Role;
use crate::domain::roadmap::duty::Duty;
use crate::domain::roadmap::responsible::responsible;
use crate::domain::school_year::SchoolYear;

fn row(id: i64, term: &str) -> Activity {
    Activity {
        id: ActivityId(id),
        organisation: OrganisationId(1),
        school_year: SchoolYear(2026),
        position: u32::try_from(id).unwrap(),
        stage: "Этап".to_owned(),
        heading: "Работа".to_owned(),
        activity: "Работа".to_owned(),
        items: Vec::new(),
        term_text: term.to_owned(),
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        responsible_text: String::new(),
        duty: Duty::default(),
        result: String::new(),
        version: 1,
    }
}

fn said(term: &str, others: &[&str]) -> Vec<String> {
    let rows: Vec<Activity> = (1..).zip([term].iter().chain(others)).map(|(id, term)| row(id, term)).collect();
    let around = Around { rows: &rows, staff: &[], calendar: russia() };
    let Some(question) = rows[0].term_question(russia()) else {
        return vec!["понятно".to_owned()];
    };
    let answers = ready_answers(&rows[0], question, around);
    for answer in &answers {
        assert_eq!(answer.applied(rows[0].clone()).term_question(russia()), None, "{answer:?} raises a question");
    }
    let word = |answer: &Answer| match answer {
        Answer::Phrase(phrase) => phrase.clone(),
        other => format!("{other:?}"),
    };
    answers.iter().map(word).collect()
}

#[test]
fn answers_fit_the_doubt() {
    insta::assert_snapshot!(
        [
            "в начале сентября",
            "первая неделя мая",
            "до сентября",
            "31.09.2026",
            "сентябрь, январь, май",
            "с октября",
            "I четверть",
            "в течение 10 дней после приказа",
            "2 раза в год (сентябрь)",
            "завтра утром",
            "в начале учебного года",
            "сентябрь 2024",
            "30.09 или 15.10",
            "по графику, до 1 ноября",
        ]
        .map(|term| format!("{term}: {}", said(term, &[]).join(" | ")))
        .join("\n")
    );
}

#[test]
fn a_row_without_a_term_is_offered_what_its_stage_has() {
    assert_eq!(
        said("", &["до 10 октября", "октябрь", "октябрь", "ежемесячно"]),
        ["до 10 октября", "октябрь", "май", "в течение учебного года", "Without"]
    );
    assert_eq!(said("сентябрь 2024", &["май 2025"]), ["Roll", "RollAll", "Without"]);
}

#[test]
fn somebody_unknown_is_looked_for_among_the_staff() {
    let person = |id, full_name: &str, role| Person {
        id: PersonId(id),
        organisation: OrganisationId(1),
        full_name: full_name.to_owned(),
        position: String::new(),
        roles: vec![role],
    };
    let staff = [
        person(1, "Сомова Вера Ильинична", Role::Curator),
        person(2, "Сидорова Анна Павловна", Role::Mentor),
        person(3, "Лаптева Ольга Викторовна", Role::Director),
    ];
    let cell = "Сидоровой А. Б.";
    let duty = Duty::of(&responsible(cell), &staff);
    let asked = Activity { responsible_text: cell.to_owned(), duty, ..row(1, "май") };
    let mut other = row(2, "май");
    other.duty.roles = vec![ResponsibleRole::Director, ResponsibleRole::Psychologist];
    let rows = [asked.clone(), other];
    let around = Around { rows: &rows, staff: &staff, calendar: russia() };
    assert_eq!(questions(&asked, russia()), [Question::Responsible]);
    let answers = ready_answers(&asked, Question::Responsible, around);
    let expected =
        [Answer::Person(PersonId(2)), Answer::Post(ResponsibleRole::Director), Answer::Post(ResponsibleRole::Curator)];
    assert_eq!(answers, expected);
    assert!(answers.iter().all(|answer| questions(&answer.applied(asked.clone()), russia()).is_empty()));
    assert_ne!(answers[0].key(), answers[1].key());
}
