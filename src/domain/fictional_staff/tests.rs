use super::*;
use crate::domain::questionnaire::Questionnaire;
use std::collections::HashSet;

fn forms() -> Questionnaires {
    Questionnaires::load_builtin().unwrap()
}

/// Every answer passes its question's check, is still in force at the end, and none is missing.
fn assert_complete(questionnaire: &Questionnaire, answers: &Answers) {
    assert!(questionnaire.is_complete(answers));
    assert_eq!(&questionnaire.standing(answers), answers);
    for (code, answer) in answers.iter() {
        assert_eq!(questionnaire.question(code).unwrap().check(answer), Ok(()), "{code}");
    }
}

fn assert_all_complete(staff: &[FictionalPerson], forms: &Questionnaires) {
    let numbers: HashSet<i64> = staff.iter().map(|person| person.number).collect();
    for person in staff {
        for (bank, answers) in [(Bank::Mentors, &person.mentor), (Bank::Mentees, &person.mentee)] {
            let Some(answers) = answers else { continue };
            assert_complete(forms.of_bank(bank).unwrap(), answers);
            for named in answers.people("wish_persons").iter().chain(answers.people("avoid_persons")) {
                assert!(numbers.contains(&named.0) && named.0 != person.number, "person {}", person.number);
            }
        }
    }
}

#[test]
fn the_demo_has_24_people_with_every_role_and_complete_answers() {
    let forms = forms();
    let staff = load_builtin(&forms).unwrap();
    assert_all_complete(&staff, &forms);
    assert_eq!(staff.len(), 24);
    let mentors = staff.iter().filter(|person| person.mentor.is_some()).count();
    let mentees = staff.iter().filter(|person| person.mentee.is_some()).count();
    assert_eq!((mentors, mentees), (7, 7));
    for role in ["curator", "director", "deputy_director", "method_lead", "psychologist", "publisher"] {
        assert!(staff.iter().any(|person| person.roles.iter().any(|held| held.code() == role)), "{role}");
    }
    let names: HashSet<&str> = staff.iter().map(|person| person.full_name.as_str()).collect();
    assert_eq!(names.len(), 24);
    assert!(names.iter().all(|name| name.split(' ').count() == 3));
}

#[test]
fn subjects_of_the_demo_are_options_of_the_form() {
    let forms = forms();
    let options = forms.get("mentor").unwrap().question("subjects").unwrap().options();
    let staff = load_builtin(&forms).unwrap().into_iter().chain(generate(300, 3, &forms).unwrap());
    for subject in staff.filter_map(|person| person.subject) {
        assert!(options.iter().any(|option| option.code == subject), "{subject}");
    }
}

#[test]
fn two_thousand_people_have_different_names_and_complete_answers() {
    let forms = forms();
    let staff = generate(2_000, 7, &forms).unwrap();
    assert_all_complete(&staff, &forms);
    assert_eq!(staff.iter().map(|person| &person.full_name).collect::<HashSet<_>>().len(), 2_000);
    assert!(staff.iter().filter(|person| person.mentor.is_some()).count() > 500);
    assert!(staff.iter().filter(|person| person.mentee.is_some()).count() > 350);
}

#[test]
fn names_agree_in_gender() {
    for person in generate(500, 1, &forms()).unwrap() {
        let words: Vec<&str> = person.full_name.split(' ').collect();
        let is_woman = words[2].ends_with("на");
        assert_eq!(words[1].ends_with(['а', 'я']), is_woman || words[1] == "Илья", "person {}", person.number);
        let bends = words[0].ends_with(['а', 'я']);
        let keeps = words[0].ends_with("ко") || words[0].ends_with("их") || words[0].ends_with("ых");
        assert!(bends == is_woman || keeps || ["Ткач", "Лебедь"].contains(&words[0]), "person {}", person.number);
    }
}

#[test]
fn the_same_seed_gives_the_same_people() {
    let forms = forms();
    assert_eq!(generate(60, 42, &forms).unwrap(), generate(60, 42, &forms).unwrap());
    assert!(generate(60, 42, &forms).unwrap() != generate(60, 43, &forms).unwrap());
    assert!(generate(0, 42, &forms).unwrap().is_empty());
}

#[test]
fn answers_that_do_not_fit_are_named() {
    let staff = |answers: &str| {
        let toml = format!("[[person]]\nnumber = 1\nname = \"А\"\nposition = \"\"\n[person.mentor]\n{answers}");
        parse("x.toml", &toml, &forms()).unwrap_err().to_string()
    };
    assert_eq!(staff("level = 1"), "x.toml, person 1: `level`: no such question");
    assert_eq!(staff("levels = [\"moon\"]"), "x.toml, person 1: `levels`: not an option of this question");
    assert_eq!(staff("levels = [\"basic\"]"), "x.toml, person 1: `subjects`: an answer is needed");
    let overtaken = "levels = [\"basic\"]\nsubjects = [\"group_middle\"]";
    assert_eq!(staff(overtaken), "x.toml, person 1: `subjects`: not asked or not offered after the other answers");
}

#[test]
fn debug_output_hides_the_name() {
    let person = generate(1, 1, &forms()).unwrap().remove(0);
    assert!(!format!("{person:?}").contains(person.full_name.split(' ').next().unwrap()));
}
