//! The commands that print what was read, run as a person or a script runs them.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn asked(words: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nastavnik"));
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn terms_are_answered_line_by_line() {
    let input = "{\"id\": \"а\", \"term_text\": \"сентябрь\", \"school_year\": \"2023/24\"}\n\
                 not json\n\
                 {\"id\": 2, \"term_text\": \"до 31.09\", \"school_year\": \"2023/24\"}\n";
    let said = asked(&["roadmap", "terms", "--json"], input);
    assert_eq!(
        String::from_utf8(said.stdout).unwrap(),
        "{\"id\":\"а\",\"term_kind\":\"month\",\"start\":\"2023-09-01\",\"due\":\"2023-09-30\",\"recurrence\":\"\",\"needs_review\":false}\n\
         {\"id\":2,\"term_kind\":\"deadline\",\"start\":\"\",\"due\":\"\",\"recurrence\":\"\",\"needs_review\":true}\n"
    );
    let complaint = String::from_utf8(said.stderr).unwrap();
    assert!(complaint.starts_with("line 2: "), "{complaint}");
    assert!(!said.status.success(), "a line was refused");
}

#[test]
fn without_json_a_table_is_printed() {
    let said = asked(&["roadmap", "terms"], "{\"term_text\": \"к 1 октября\", \"school_year\": 2023}");
    assert!(said.status.success());
    let table = String::from_utf8(said.stdout).unwrap();
    assert!(table.contains("крайний срок") && table.contains("до 01.10.2023"), "{table}");
}
