use super::*;
use crate::domain::roadmap::term::TermKind;
use crate::text::keys;

fn json(input: &str) -> (String, String, Count) {
    let (mut output, mut complaints) = (Vec::new(), Vec::new());
    let count = as_json(input.as_bytes(), &mut output, &mut complaints).unwrap();
    (String::from_utf8(output).unwrap(), String::from_utf8(complaints).unwrap(), count)
}

#[test]
fn a_line_is_answered_in_the_agreed_shape() {
    let (output, complaints, _) =
        json(r#"{"id": 7, "term_text": "до 15.09.2022 г., далее ежегодно", "school_year": "2023/24"}"#);
    assert_eq!(
        output,
        "{\"id\":7,\"term_kind\":\"deadline\",\"start\":\"\",\"due\":\"2022-09-15\",\
         \"recurrence\":\"FREQ=YEARLY\",\"needs_review\":false}\n"
    );
    assert_eq!(complaints, "");
}

#[test]
fn the_id_comes_back_as_it_was() {
    for id in ["7", "\"а-1\"", "null", "[1,2]", "{\"n\":1}", "1e400", "true", "12345678901234567890123"] {
        let (output, ..) = json(&format!(r#"{{"school_year":"2023/24","term_text":"май","id":{id}}}"#));
        assert!(output.starts_with(&format!("{{\"id\":{id},")), "{output}");
    }
    assert!(json(r#"{"school_year":"2023/24","term_text":null}"#).0.starts_with(r#"{"id":null,"term_kind":"none""#));
}

#[test]
fn a_school_year_may_be_written_in_many_ways() {
    for year in ["\"2023/24\"", "\"2023/2024\"", "\"2023-2024\"", "\" 2023 – 2024 \"", "\"2023\"", "2023"] {
        let (output, complaints, _) = json(&format!(r#"{{"id":1,"term_text":"май","school_year":{year}}}"#));
        assert!(output.contains("\"due\":\"2024-05-31\""), "{year}: {output}{complaints}");
    }
    for year in ["\"2023/25\"", "\"двадцать\"", "1023", "\"\"", "null", "\"2023/24/25\"", "\"99999999999\""] {
        let (output, complaints, count) = json(&format!(r#"{{"id":1,"term_text":"май","school_year":{year}}}"#));
        assert_eq!((output.as_str(), count.refused), ("", 1), "{year}");
        assert!(complaints.starts_with("line 1: "), "{complaints}");
    }
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let good = r#"{"id":1,"term_text":"ежемесячно","school_year":"2023/24"}"#;
    let (output, complaints, count) = json(&format!("\u{feff}{good}\r\n\n  \n{{oops\n{good}\n[]\n{good}"));
    assert_eq!(output.lines().count(), 3);
    assert_eq!(count, Count { answered: 3, refused: 2 });
    let lines: Vec<&str> = complaints.lines().map(|line| line.split(':').next().unwrap_or_default()).collect();
    assert_eq!(lines, ["line 4", "line 6"]);
}

#[test]
fn the_table_is_for_eyes() {
    let line = |phrase| format!("{{\"id\":1,\"term_text\":\"{phrase}\",\"school_year\":\"2023/24\"}}\n");
    let input: String =
        ["до 15 сентября", "Сентябрь", "2 раза в год", "1 сентября", "31.09.2023", "—"].map(line).concat();
    let mut output = Vec::new();
    as_table(Locale::Ru, input.as_bytes(), &mut output, std::io::sink()).unwrap();
    insta::assert_snapshot!(String::from_utf8(output).unwrap(), @r"
    Срок в документе  Что это              Даты                     Повторение             Что уточнить
    до 15 сентября    крайний срок         до 15.09.2023
    Сентябрь          месяц                01.09.2023 – 30.09.2023
    2 раза в год      несколько раз в год                           FREQ=YEARLY;X-TIMES=2
    1 сентября        день                 01.09.2023
    31.09.2023        день                                                                 такого дня нет в календаре
    —                 срока нет
    ");
}

#[test]
fn every_kind_has_a_name() {
    for locale in Locale::ALL {
        for kind in TermKind::ALL {
            assert!(keys(*locale)(&format!("reading-kind-{kind}")), "{kind}");
        }
    }
}
