//! Whatever people press, in whatever order: the way ends, progress grows, limits hold, drafts come back as they were.

use crate::domain::questionnaire::{Answer, Answers, Kind, Question, Questionnaire, Questionnaires};
use proptest::prelude::*;

fn forms() -> Vec<Questionnaire> {
    Questionnaires::load_builtin().unwrap().iter().cloned().collect()
}

/// A press on some button of some question, offered or not.
fn press_code(question: &Question, at: usize) -> String {
    let one_of = |codes: Vec<String>| codes[at % codes.len()].clone();
    match &question.kind {
        Kind::Single { options, .. } | Kind::Multi { options, .. } => {
            one_of(options.iter().map(|option| option.code.clone()).collect())
        }
        Kind::Grid { rows, columns } => {
            let (row, column) = (&rows[at % rows.len()], &columns[at / 7 % columns.len()]);
            Question::cell_code(&row.code, &column.code)
        }
        Kind::Scale { .. } | Kind::Person { .. } => (at % 9).to_string(),
        Kind::Text { .. } => "x".to_owned(),
    }
}

/// A draft after these presses (question, button), with the ones that were refused left out.
fn draft(form: &Questionnaire, presses: &[(usize, usize)]) -> Answers {
    let mut answers = Answers::default();
    for &(which, at) in presses {
        let question = &form.questions[which % form.questions.len()];
        let answer = match form.press(question, &press_code(question, at), &answers) {
            Ok(answer) => answer,
            Err(_) if at % 3 == 0 => Answer::Skipped,
            Err(_) => continue,
        };
        answers.set(&question.code, answer);
    }
    answers
}

fn presses() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0_usize..1_000, 0_usize..1_000), 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_way_never_loops_and_progress_grows_by_one(presses in presses()) {
        for form in forms() {
            let answers = draft(&form, &presses);
            let mut here = Some(form.asked(&answers)[0]);
            let mut expected = 1;
            while let Some(question) = here {
                let (number, of) = form.progress(&question.code, &answers);
                prop_assert_eq!(number, expected);
                prop_assert!(number <= of && of <= form.most_asked());
                here = form.next(&question.code, &answers);
                if let Some(next) = here {
                    prop_assert_eq!(form.previous(&next.code, &answers), Some(question));
                }
                expected += 1;
            }
            prop_assert_eq!(expected - 1, form.asked(&answers).len());
        }
    }

    #[test]
    fn answering_what_is_open_always_comes_to_an_end(presses in presses()) {
        for form in forms() {
            let mut answers = draft(&form, &presses);
            for _ in 0..=form.questions.len() {
                let Some(question) = form.first_unanswered(&answers).cloned() else { break };
                let answer = if question.optional {
                    Answer::Skipped
                } else {
                    answers.remove(&question.code);
                    let option = form.offered(&question, &answers)[0].code.clone();
                    form.press(&question, &option, &answers).unwrap()
                };
                answers.set(&question.code, answer);
            }
            prop_assert!(form.is_complete(&answers));
            prop_assert!(form.may_finish(&answers));
        }
    }

    #[test]
    fn toggling_never_exceeds_the_limit_and_never_repeats(presses in presses()) {
        for form in forms() {
            for (code, answer) in draft(&form, &presses).iter() {
                let limit = match form.question(code).unwrap().kind {
                    Kind::Multi { max, .. } | Kind::Person { max } => max,
                    _ => usize::MAX,
                };
                let mut chosen: Vec<String> = match answer {
                    Answer::Choices(codes) => codes.clone(),
                    Answer::Person(people) => people.iter().map(ToString::to_string).collect(),
                    Answer::Grid(cells) => cells.iter().map(|(row, column)| Question::cell_code(row, column)).collect(),
                    _ => Vec::new(),
                };
                let before = chosen.len();
                prop_assert!(before <= limit);
                chosen.sort();
                chosen.dedup();
                prop_assert_eq!(chosen.len(), before);
            }
        }
    }

    #[test]
    fn pressing_twice_changes_nothing(presses in presses(), at in 0_usize..1_000) {
        for form in forms() {
            let answers = form.standing(&draft(&form, &presses));
            for question in form.asked(&answers) {
                if question.one_press_answers() { continue }
                let button = press_code(question, at);
                let Ok(once) = form.press(question, &button, &answers) else { continue };
                let before = answers.get(&question.code).filter(|answer| **answer != Answer::Skipped);
                let twice = question.toggle(Some(&once), &button).unwrap();
                // The order of picking people shows in their order; otherwise the answer is the same again.
                match (before, twice) {
                    (None, twice) => prop_assert!(question.check(&twice).is_err()),
                    (Some(Answer::Person(people)), Answer::Person(again)) => prop_assert_eq!(people.len(), again.len()),
                    (Some(before), twice) => prop_assert_eq!(before, &twice),
                }
            }
        }
    }

    #[test]
    fn a_draft_survives_being_stored(presses in presses()) {
        for form in forms() {
            let answers = draft(&form, &presses);
            let stored = serde_json::to_string(&answers).unwrap();
            prop_assert_eq!(serde_json::from_str::<Answers>(&stored).unwrap(), answers);
        }
    }

    #[test]
    fn what_stands_goes_on_standing(presses in presses()) {
        for form in forms() {
            let standing = form.standing(&draft(&form, &presses));
            prop_assert_eq!(&form.standing(&standing), &standing);
            for (code, answer) in standing.iter() {
                prop_assert_eq!(form.question(code).unwrap().check(answer), Ok(()));
            }
        }
    }
}
