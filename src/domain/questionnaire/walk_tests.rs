//! The way through a small form with every kind of turn.

use crate::domain::questionnaire::{Answer, AnswerError, Answers, OptionSets, Question, Questionnaire};

const FORM: &str = r#"
code = "t"
bank = "mentees"
minutes = 1
[options]
extra = ["c"]
[[question]]
code = "start"
kind = "multi"
options = ["a", "b"]
[[question]]
code = "more"
kind = "multi"
options = ["x", "y"]
options_if = [{ set = "extra", question = "start", any_of = ["b"] }]
[[question]]
code = "best"
kind = "single"
options = ["c", "x", "y"]
among = "more"
[[question]]
code = "why"
kind = "text"
optional = true
private = true
only_if = { question = "best", any_of = ["c"] }
[[question]]
code = "end"
kind = "scale"
from = 1
to = 3
"#;

fn form() -> Questionnaire {
    Questionnaire::parse("t.toml", FORM, &OptionSets::default()).unwrap()
}

fn answers(given: &[(&str, Answer)]) -> Answers {
    given.iter().map(|(code, answer)| ((*code).to_owned(), answer.clone())).collect()
}

fn choices(codes: &[&str]) -> Answer {
    Answer::Choices(codes.iter().map(|&code| code.to_owned()).collect())
}

fn choice(code: &str) -> Answer {
    Answer::Choice(code.to_owned())
}

fn codes(questions: &[&Question]) -> Vec<String> {
    questions.iter().map(|question| question.code.clone()).collect()
}

#[test]
fn the_way_takes_its_turns() {
    let form = form();
    let none = Answers::default();
    assert_eq!(codes(&form.asked(&none)), ["start", "more", "end"]);
    assert_eq!(form.progress("end", &none), (3, 3));
    let given = answers(&[("start", choices(&["b"])), ("more", choices(&["x", "c"])), ("best", choice("c"))]);
    assert_eq!(codes(&form.asked(&given)), ["start", "more", "best", "why", "end"]);
    assert_eq!(form.progress("why", &given), (4, 5));
    assert_eq!(form.next("best", &given).unwrap().code, "why");
    assert_eq!(form.previous("end", &given).unwrap().code, "why");
    assert_eq!(form.next("end", &given), None);
    assert_eq!(form.previous("start", &given), None);
    assert_eq!(form.first_unanswered(&given).unwrap().code, "why");
}

#[test]
fn a_change_of_mind_overtakes_what_depended_on_it() {
    let form = form();
    let mut given = answers(&[
        ("start", choices(&["b"])),
        ("more", choices(&["x", "c"])),
        ("best", choice("c")),
        ("why", Answer::Text("так".to_owned())),
        ("end", Answer::Scale(2)),
    ]);
    assert!(form.is_complete(&given));
    given.set("start", choices(&["a"]));
    assert!(form.is_complete(&given), "with one thing left there is nothing to choose among");
    assert_eq!(
        form.standing(&given),
        answers(&[("start", choices(&["a"])), ("more", choices(&["x"])), ("end", Answer::Scale(2))])
    );
    given.set("start", choices(&["b"]));
    assert_eq!(form.standing(&given).len(), 5, "changing back brings everything back");
}

#[test]
fn a_press_sees_only_what_is_on_offer() {
    let form = form();
    let more = form.question("more").unwrap();
    let given = answers(&[("start", choices(&["a"])), ("more", choices(&["c", "x"]))]);
    assert_eq!(form.press(more, "c", &given), Err(AnswerError::NotAnOption));
    assert_eq!(form.press(more, "y", &given), Ok(choices(&["x", "y"])), "what is no longer offered falls away");
}

#[test]
fn finishing_early_skips_what_may_be_skipped() {
    let form = form();
    let mut given = answers(&[("start", choices(&["b"])), ("more", choices(&["c", "x"])), ("best", choice("c"))]);
    assert!(!form.may_finish(&given));
    assert!(!form.is_complete(&form.skip_rest(&given)), "the last question is needed");
    given.set("end", Answer::Scale(1));
    assert!(form.may_finish(&given));
    let finished = form.skip_rest(&given);
    assert_eq!(finished.get("why"), Some(&Answer::Skipped));
    assert!(form.is_complete(&finished));
}

#[test]
fn junk_in_a_stored_draft_counts_as_no_answer() {
    let form = form();
    let given = answers(&[("start", Answer::Scale(1)), ("gone", choice("a")), ("end", Answer::Scale(9))]);
    assert_eq!(form.first_unanswered(&given).unwrap().code, "start");
    assert!(form.standing(&given).is_empty());
    assert_eq!(form.next("gone", &given), None);
}

#[test]
fn private_answers_stay_with_the_curator() {
    let form = form();
    let given = answers(&[
        ("start", choices(&["b"])),
        ("more", choices(&["x", "c"])),
        ("best", choice("c")),
        ("why", Answer::Text("так".to_owned())),
    ]);
    let seen = form.public_part(&given);
    assert_eq!(seen.get("why"), None);
    assert_eq!(seen.get("best"), Some(&choice("c")));
}
