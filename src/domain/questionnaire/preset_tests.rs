//! Each mistake in a preset is named with its file, its question and its key.

use crate::domain::questionnaire::{OptionSets, Questionnaire};

const HEAD: &str = "code = \"t\"\nbank = \"mentors\"\nminutes = 1\n";
const FIRST: &str = "[[question]]\ncode = \"first\"\nkind = \"single\"\noptions = [\"a\", \"b\"]\n";

fn complaint(toml: &str) -> String {
    Questionnaire::parse("t.toml", toml, &OptionSets::default()).unwrap_err().to_string()
}

fn complaint_about(entry: &str) -> String {
    complaint(&format!("{HEAD}{FIRST}[[question]]\ncode = \"q\"\n{entry}"))
}

/// An entry and what is said about it.
const MISTAKES: &[(&str, &str)] = &[
    ("kind = \"radio\"", "`kind` is `radio`, but must be single, multi, scale, grid, text or person"),
    ("kind = \"single\"", "`options` is missing; a question of kind `single` needs it"),
    ("kind = \"single\"\noptions = \"gone\"", "there is no option set `gone`"),
    ("kind = \"single\"\noptions = [\"a\"]\nmax = 2", "`max` means nothing for a question of kind `single`"),
    ("kind = \"multi\"\noptions = [\"a\", \"a\"]", "the code `a` is used twice"),
    ("kind = \"multi\"\noptions = [\"a\"]\nmax = 2", "`max` is 2, but there are 1 options"),
    ("kind = \"multi\"\noptions = [\"a\"]\nmax = 0", "`max` is `0`, but must be 1 or more"),
    ("kind = \"multi\"\noptions = []", "a list without entries"),
    ("kind = \"scale\"\nfrom = 1", "`to` is missing; a question of kind `scale` needs it"),
    ("kind = \"scale\"\nfrom = 5\nto = 1", "`to` is `1`, but must be above `from`"),
    ("kind = \"grid\"\nrows = [\"a\"]", "`columns` is missing; a question of kind `grid` needs it"),
    ("kind = \"text\"\nmax_chars = 9000", "`max_chars` is `9000`, but must be 1 to 3500"),
    ("kind = \"text\"\nper_row = 3", "`per_row` is `3`, but must be 1 or 2"),
    (
        "kind = \"text\"\nonly_if = { question = \"later\", any_of = [\"a\"] }",
        "`only_if` names `later`, which is not an earlier question with options",
    ),
    (
        "kind = \"text\"\nonly_if = { question = \"first\", any_of = [\"c\"] }",
        "`only_if` names `c`, which `first` does not offer",
    ),
    (
        "kind = \"single\"\noptions = [\"a\", \"z\"]\namong = \"first\"",
        "`among` names `z`, which `first` does not offer",
    ),
];

#[test]
fn the_complaint_names_file_question_and_key() {
    for (entry, expected) in MISTAKES {
        assert_eq!(complaint_about(entry), format!("t.toml, question `q`: {expected}"), "{entry}");
    }
}

#[test]
fn an_unknown_key_is_named() {
    let told = complaint_about("kind = \"text\"\noptinal = true");
    assert!(told.starts_with("t.toml, question `q`: ") && told.contains("`optinal`"), "{told}");
    let told = complaint(&format!("{HEAD}titel = \"x\"\n{FIRST}"));
    assert!(told.starts_with("t.toml, the file: ") && told.contains("`titel`"), "{told}");
    let told = complaint_about("kind = \"single\"\noptions = 5");
    assert!(told.contains("the name of an option set or a list of codes"), "{told}");
}

#[test]
fn codes_are_checked() {
    let told = complaint(&format!("{HEAD}[[question]]\ncode = \"Стаж\"\nkind = \"text\""));
    assert!(told.starts_with("t.toml, the file: `Стаж` is not a code"), "{told}");
    assert_eq!(complaint(&format!("{HEAD}{FIRST}{FIRST}")), "t.toml, the file: the code `first` is used twice");
    let told = complaint(&HEAD.replace("mentors", "people").replace("minutes = 1", "minutes = 1\nquestion = []"));
    assert_eq!(told, "t.toml, the file: `bank` is `people`, but must be mentors or mentees");
    let told = complaint(&format!("{HEAD}[[question]]\nkind = \"text\""));
    assert!(told.starts_with("t.toml, question number 1: ") && told.contains("`code`"), "{told}");
}

#[test]
fn a_shared_set_cannot_be_redefined() {
    let shared = OptionSets::parse("options.toml", "[options]\nyes_no = [\"yes\", \"no\"]").unwrap();
    let toml = format!("{HEAD}[options]\nyes_no = [\"yes\"]\n{FIRST}");
    let told = Questionnaire::parse("t.toml", &toml, &shared).unwrap_err().to_string();
    assert_eq!(told, "t.toml, option set `yes_no`: the code `yes_no` is used twice");
    assert_eq!(shared.get("yes_no").unwrap(), ["yes", "no"]);
}

#[test]
fn text_keys_follow_the_set_or_the_question() {
    let shared = OptionSets::parse("options.toml", "[options]\nyes_no = [\"yes\"]").unwrap();
    let toml = format!("{HEAD}{FIRST}[[question]]\ncode = \"q\"\nkind = \"multi\"\noptions = \"yes_no\"");
    let keys = Questionnaire::parse("t.toml", &toml, &shared).unwrap().text_keys();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.key.as_str()).collect();
    let expected = [
        "label-t-first",
        "label-t-q",
        "option-first-a",
        "option-first-b",
        "option-yes_no-yes",
        "question-t-first",
        "question-t-q",
        "questionnaire-t-finish",
        "questionnaire-t-intro",
        "questionnaire-t-title",
    ];
    assert_eq!(required, expected);
    assert_eq!(keys.iter().filter(|key| !key.required).count(), 2, "the hints");
}
