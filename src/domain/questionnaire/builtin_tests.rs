//! The built-in forms as people meet them.

use crate::domain::locale_texts::Texts;
use crate::domain::questionnaire::locale_tests::FORMS;
use crate::domain::questionnaire::{
    Answer, Answers, Bank, Kind, Question, QuestionOption, Questionnaire, Questionnaires,
};
use std::fmt::Write;

fn form(code: &str) -> Questionnaire {
    Questionnaires::load_builtin().unwrap().get(code).unwrap().clone()
}

#[test]
fn each_bank_has_its_form() {
    let forms = Questionnaires::load_builtin().unwrap();
    assert_eq!(forms.of_bank(Bank::Mentors).unwrap().code, "mentor");
    assert_eq!(forms.of_bank(Bank::Mentees).unwrap().code, "mentee");
}

#[test]
fn nobody_meets_more_than_fourteen_questions() {
    assert_eq!(form("mentor").most_asked(), 14);
    assert_eq!(form("mentee").most_asked(), 14);
}

/// Three difficulties, otherwise the first option everywhere; «Дальше» after a multiple choice, «Закончить» at the end.
#[test]
fn twelve_taps_are_enough() {
    for code in ["mentor", "mentee"] {
        let form = form(code);
        let mut answers = Answers::default();
        let mut taps = 0;
        while let Some(question) = form.first_unanswered(&answers).filter(|question| !question.optional) {
            let wanted = if matches!(question.code.as_str(), "helps_with" | "difficulties") { 3 } else { 1 };
            for option in form.offered(question, &answers).into_iter().take(wanted) {
                let answer = form.press(question, &option.code, &answers).unwrap();
                answers.set(&question.code, answer);
                taps += 1;
            }
            taps += usize::from(!question.one_press_answers());
        }
        assert!(form.may_finish(&answers));
        assert!(form.is_complete(&form.skip_rest(&answers)));
        assert_eq!(taps + 1, 12, "{code}");
    }
}

/// The fields that matching compares, by the codes it knows.
#[test]
fn both_sides_speak_the_same_codes() {
    let (mentor, mentee) = (form("mentor"), form("mentee"));
    let codes = |form: &Questionnaire, question: &str| -> Vec<String> {
        form.question(question).unwrap().options().iter().map(|option| option.code.clone()).collect()
    };
    for same in ["levels", "subjects", "kinds", "format", "experience"] {
        assert_eq!(codes(&mentor, same), codes(&mentee, same), "{same}");
    }
    assert_eq!(codes(&mentor, "helps_with"), codes(&mentee, "difficulties"));
    assert_eq!(codes(&mentor, "helps_with"), codes(&mentee, "main_difficulty"));
    assert_eq!(mentor.question("slots").unwrap().kind, mentee.question("slots").unwrap().kind);
}

#[test]
fn only_wishes_about_people_are_private() {
    for form in Questionnaires::load_builtin().unwrap().iter() {
        for question in &form.questions {
            assert_eq!(question.private, matches!(question.kind, Kind::Person { .. }), "{}", question.code);
        }
    }
}

#[test]
fn a_kindergarten_is_not_asked_about_school_subjects() {
    let form = form("mentor");
    let subjects = form.question("subjects").unwrap();
    let offered = |levels: &[&str]| -> Vec<String> {
        let levels = levels.iter().map(|&level| level.to_owned()).collect();
        let answers = [("levels".to_owned(), Answer::Choices(levels))].into_iter().collect();
        form.offered(subjects, &answers).iter().map(|option| option.code.clone()).collect()
    };
    assert!(!offered(&["preschool"]).contains(&"physics".to_owned()));
    assert!(offered(&["preschool"]).contains(&"group_senior".to_owned()));
    assert!(offered(&["additional"]).contains(&"dir_arts".to_owned()));
    assert_eq!(offered(&["preschool", "basic", "additional"]).len(), subjects.options().len());
}

#[test]
fn the_main_difficulty_is_asked_where_there_is_a_choice() {
    let form = form("mentee");
    let after = |difficulties: &[&str]| {
        let chosen = difficulties.iter().map(|&code| code.to_owned()).collect();
        let answers: Answers = [("difficulties".to_owned(), Answer::Choices(chosen))].into_iter().collect();
        form.next("difficulties", &answers).unwrap().code.clone()
    };
    assert_eq!(after(&["lesson"]), "urgency");
    assert_eq!(after(&["lesson", "parents"]), "main_difficulty");
}

#[test]
fn the_russian_forms_as_people_read_them() {
    for form in Questionnaires::load_builtin().unwrap().iter() {
        insta::assert_snapshot!(format!("{}_ru", form.code), read_aloud(form));
    }
}

fn read_aloud(form: &Questionnaire) -> String {
    let texts = Texts::load(FORMS[0]);
    let mut page = String::new();
    let counts = [("minutes", form.minutes.into()), ("questions", form.most_asked())];
    writeln!(page, "{}\n", texts.say(&form.title_key())).unwrap();
    writeln!(page, "{}", texts.get(&form.intro_key(), &counts, &[])).unwrap();
    for (number, question) in (1..).zip(&form.questions) {
        writeln!(page, "\n{number}. {}{}", texts.say(&form.question_key(question)), remarks(question)).unwrap();
        if texts.has(&form.hint_key(question)) {
            writeln!(page, "{}", texts.say(&form.hint_key(question))).unwrap();
        }
        let label = |key: &str| format!("[{}]", texts.say(key));
        let labels = |options: &[QuestionOption]| -> String {
            options.iter().map(|option| label(&option.text_key)).collect::<Vec<_>>().join(" ")
        };
        let buttons = match &question.kind {
            Kind::Single { options, .. } | Kind::Multi { options, .. } => labels(options),
            Kind::Grid { rows, columns } => format!("{} × {}", labels(rows), labels(columns)),
            Kind::Scale { from, to } => format!("[{from}] … [{to}]"),
            Kind::Text { max_chars, .. } => format!("(текст, до {max_chars})"),
            Kind::Person { max } => format!("(коллеги из списка, до {max})"),
        };
        writeln!(page, "{buttons}").unwrap();
    }
    write!(page, "\n{}", texts.say(&form.finish_key())).unwrap();
    page
}

fn remarks(question: &Question) -> String {
    let mut remarks = String::new();
    if let Kind::Multi { max, .. } = question.kind {
        write!(remarks, " · до {max}").unwrap();
    }
    if question.optional {
        remarks.push_str(" · можно пропустить");
    }
    if question.private {
        remarks.push_str(" · видит только куратор");
    }
    if let Some(condition) = &question.only_if {
        write!(remarks, " · если {}: {}", condition.question, condition.any_of.join(", ")).unwrap();
    }
    remarks
}
