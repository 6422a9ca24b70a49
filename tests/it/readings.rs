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

/// The project's own document, printed as it was understood.
#[test]
fn a_document_is_printed_row_by_row() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/road_map/lesnaya.txt");
    let said = asked(&["roadmap", "read", file, "--year", "2026", "--json"], "");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let printed = String::from_utf8(said.stdout).unwrap();
    let keys = [
        "stage",
        "activity",
        "term_text",
        "term_kind",
        "start",
        "due",
        "recurrence",
        "responsible",
        "result",
        "needs_review",
        "question",
    ];
    let places: Vec<usize> = keys.iter().map(|key| printed.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{printed}");
    let rows: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let rows = rows["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 6, "{printed}");
    assert!(rows[0]["responsible"].as_array().unwrap().iter().all(serde_json::Value::is_string));
    let asked_about = rows.iter().filter(|row| row["needs_review"] == true);
    assert!(asked_about.clone().count() > 0 && asked_about.clone().all(|row| row["question"] != ""), "{printed}");
    let shown = asked(&["roadmap", "read", file, "--year", "2026"], "");
    let table = String::from_utf8(shown.stdout).unwrap();
    assert!(table.contains("строк: 6") && table.contains("\nВопросы\n"), "{table}");
}

#[test]
fn a_document_that_cannot_be_read_is_answered_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let complaint = |name: &str, bytes: &[u8]| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let said = asked(&["roadmap", "read", file.to_str().unwrap(), "--json"], "");
        assert_eq!(said.status.code(), Some(1), "{name}");
        String::from_utf8(said.stderr).unwrap()
    };
    assert!(complaint("план.docx", b"{\\rtf1 x}").contains("Это документ RTF. Откройте его"));
    assert!(complaint("пусто.txt", b"").contains("Файл пустой"));
    assert!(complaint("письмо.txt", "Добрый день!".as_bytes()).contains("не нашлось ни одной строки плана"));
}

/// JSON has its agreed shape and no place for remarks.
#[test]
fn beside_json_the_remarks_go_to_standard_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("план.txt");
    let plan =
        "Дорожная карта на 2024–2025 учебный год\n\n№\tМероприятие\tСрок\tОтветственный\n1\tОпрос\tмай\tкуратор\n";
    std::fs::write(&file, plan).unwrap();
    let said = asked(&["roadmap", "read", file.to_str().unwrap(), "--year", "2023", "--json"], "");
    let printed: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(printed.as_object().unwrap().keys().collect::<Vec<_>>(), ["rows"]);
    assert_eq!(printed["rows"][0]["due"], "2024-05-31");
    let complaint = String::from_utf8(said.stderr).unwrap();
    assert!(complaint.contains("2024/25"), "{complaint}");
}
