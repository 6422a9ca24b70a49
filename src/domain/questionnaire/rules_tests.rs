//! Pressing, typing, checking: one test for each rule of a kind.

use crate::domain::ids::PersonId;
use crate::domain::questionnaire::{Answer, AnswerError, OptionSets, Question, Questionnaire};

fn question(entry: &str) -> Question {
    let toml = format!("code = \"t\"\nbank = \"mentors\"\nminutes = 1\n[[question]]\ncode = \"q\"\n{entry}");
    Questionnaire::parse("t.toml", &toml, &OptionSets::default()).unwrap().questions.remove(0)
}

fn multi() -> Question {
    question("kind = \"multi\"\noptions = [\"a\", \"b\", \"c\"]\nmax = 2")
}

fn choices(codes: &[&str]) -> Answer {
    Answer::Choices(codes.iter().map(|&code| code.to_owned()).collect())
}

#[test]
fn a_single_choice_takes_the_last_press() {
    let single = question("kind = \"single\"\noptions = [\"a\", \"b\"]");
    let first = single.toggle(None, "a").unwrap();
    assert_eq!(single.toggle(Some(&first), "b"), Ok(Answer::Choice("b".to_owned())));
    assert_eq!(single.toggle(None, "z"), Err(AnswerError::NotAnOption));
    assert_eq!(single.read_typed("a"), Err(AnswerError::NeedsButton));
}

#[test]
fn a_multiple_choice_ticks_unticks_and_keeps_the_order_of_the_list() {
    let multi = multi();
    let one = multi.toggle(None, "c").unwrap();
    let two = multi.toggle(Some(&one), "a").unwrap();
    assert_eq!(two, choices(&["a", "c"]));
    assert_eq!(multi.toggle(Some(&two), "b"), Err(AnswerError::TooMany { max: 2 }));
    assert_eq!(multi.toggle(Some(&two), "c"), Ok(choices(&["a"])));
    assert_eq!(multi.check(&choices(&[])), Err(AnswerError::Empty));
    assert_eq!(multi.check(&choices(&["a", "a"])), Err(AnswerError::NotAnOption));
    assert_eq!(multi.check(&choices(&["z"])), Err(AnswerError::NotAnOption));
}

#[test]
fn pressing_after_a_skip_begins_anew() {
    assert_eq!(multi().toggle(Some(&Answer::Skipped), "b"), Ok(choices(&["b"])));
}

#[test]
fn a_scale_is_pressed_or_typed() {
    let scale = question("kind = \"scale\"\nfrom = 1\nto = 5");
    assert_eq!(scale.toggle(None, "4"), Ok(Answer::Scale(4)));
    assert_eq!(scale.read_typed(" 5 "), Ok(Answer::Scale(5)));
    assert_eq!(scale.read_typed("пять"), Err(AnswerError::NotANumber));
    for outside in ["0", "6", "-1", "300"] {
        assert_eq!(scale.read_typed(outside), Err(AnswerError::OutOfRange { from: 1, to: 5 }), "{outside}");
    }
}

#[test]
fn a_grid_toggles_cells_in_the_order_of_the_table() {
    let grid = question("kind = \"grid\"\nrows = [\"mon\", \"tue\"]\ncolumns = [\"am\", \"pm\"]");
    let cell = |row: &str, column: &str| (row.to_owned(), column.to_owned());
    let one = grid.toggle(None, &Question::cell_code("tue", "am")).unwrap();
    let two = grid.toggle(Some(&one), &Question::cell_code("mon", "pm")).unwrap();
    assert_eq!(two, Answer::Grid(vec![cell("mon", "pm"), cell("tue", "am")]));
    assert_eq!(grid.toggle(Some(&two), "tue.am"), Ok(Answer::Grid(vec![cell("mon", "pm")])));
    for junk in ["tue", "am.tue", "sun.am", "mon.pm.x", ""] {
        assert_eq!(grid.toggle(None, junk), Err(AnswerError::NotAnOption), "{junk}");
    }
}

#[test]
fn people_are_picked_in_the_order_of_pressing() {
    let person = question("kind = \"person\"\nmax = 2");
    let one = person.toggle(None, "9").unwrap();
    let two = person.toggle(Some(&one), "3").unwrap();
    assert_eq!(two, Answer::Person(vec![PersonId(9), PersonId(3)]));
    assert_eq!(person.toggle(Some(&two), "4"), Err(AnswerError::TooMany { max: 2 }));
    assert_eq!(person.toggle(Some(&two), "9"), Ok(Answer::Person(vec![PersonId(3)])));
    assert_eq!(person.toggle(None, "Иванова"), Err(AnswerError::NotAnOption));
}

#[test]
fn f44_a_text_over_its_limit_says_by_how_much() {
    let text = question("kind = \"text\"\nmax_chars = 10");
    assert_eq!(text.read_typed("  ровно   10! "), Ok(Answer::Text("ровно 10!".to_owned())));
    assert_eq!(text.read_typed("одиннадцать"), Err(AnswerError::TooLong { max: 10, over: 1 }));
    let unstated = question("kind = \"text\"");
    assert_eq!(unstated.read_typed(&"ы".repeat(3_501)), Err(AnswerError::TooLong { max: 3_500, over: 1 }));
}

#[test]
fn f48_blanks_and_pictures_are_no_answer() {
    let text = question("kind = \"text\"\nmin_chars = 3");
    assert_eq!(text.read_typed("👍 ..."), Err(AnswerError::Empty));
    assert_eq!(text.read_typed("да"), Err(AnswerError::TooShort { min: 3 }));
    assert_eq!(text.read_typed("д\0а"), Err(AnswerError::NotPlain));
}

#[test]
fn f49_a_button_of_another_screen_does_not_answer_a_text_question() {
    assert_eq!(question("kind = \"text\"").toggle(None, "a"), Err(AnswerError::NeedsText));
}

#[test]
fn only_optional_questions_can_be_skipped() {
    let optional = question("kind = \"scale\"\nfrom = 1\nto = 5\noptional = true");
    assert_eq!(optional.check(&Answer::Skipped), Ok(()));
    assert_eq!(multi().check(&Answer::Skipped), Err(AnswerError::NotOptional));
}

#[test]
fn an_answer_of_another_kind_is_named_so() {
    assert_eq!(multi().check(&Answer::Scale(1)), Err(AnswerError::OtherKind));
}
