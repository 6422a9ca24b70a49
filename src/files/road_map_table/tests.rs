use super::*;

fn texts(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn table() -> CorrectionTable {
    let column = |name: &str| Column { name: name.to_owned(), width: 20, for_reference: false };
    CorrectionTable {
        mark: "77".to_owned(),
        title: "Дорожная карта".to_owned(),
        instruction: "Правьте белые столбцы.".to_owned(),
        columns: ["№", "Мероприятие", "Срок"].map(column).into(),
        lines: vec![
            Line {
                mark: "5".to_owned(), cells: texts(&["1", "Подготовить:\n– приказ\n– журнал", "-1"])
            },
            Line { mark: "6".to_owned(), cells: texts(&["2", "=1+1", ""]) },
        ],
    }
}

#[test]
fn a_table_reads_back_with_its_identities() {
    let read = read("t.xlsx", &write(&table()).unwrap()).unwrap().unwrap();
    assert_eq!(read.mark, "77");
    assert_eq!(read.columns, ["№", "Мероприятие", "Срок"]);
    let expected = [
        (Some("5".to_owned()), texts(&["1", "Подготовить:\n– приказ\n– журнал", "-1"])),
        (Some("6".to_owned()), texts(&["2", "=1+1", ""])),
    ];
    assert_eq!(read.rows, expected);
}

#[test]
fn a_table_of_somebody_else_is_none_of_ours() {
    assert_eq!(read("t.csv", "№;Мероприятие\n1;Работа\n".as_bytes()), Ok(None));
    assert_eq!(read("t.pdf", b"%PDF-1.7"), Ok(None));
}

#[test]
fn a_table_saved_as_csv_and_sorted_keeps_its_identities() {
    let text = "Срок;nastavnik:77;Мероприятие\nмай;row:6;Итоги\n;;\nиюнь;;Новая\n";
    let read = read("t.csv", text.as_bytes()).unwrap().unwrap();
    assert_eq!(read.columns, ["Срок", "Мероприятие"]);
    assert_eq!(read.rows, [(Some("6".to_owned()), texts(&["май", "Итоги"])), (None, texts(&["июнь", "Новая"]))]);
}
