//! Cells by example.

use super::*;

fn read(cell: &str) -> Vec<(String, &'static str)> {
    responsible(cell).into_iter().map(|one| (one.text, one.role.map_or("?", ResponsibleRole::code))).collect()
}

fn roles(cell: &str) -> Vec<&'static str> {
    read(cell).into_iter().map(|(_, role)| role).collect()
}

#[test]
fn posts_are_told_apart_without_commas() {
    assert_eq!(roles("директор куратор"), ["director", "curator"]);
    assert_eq!(roles("директор заместитель директора"), ["director", "deputy_director"]);
    assert_eq!(roles("заместитель директора руководителя МО"), ["deputy_director", "method_lead"]);
    assert_eq!(roles("Директор и куратор программы наставничества"), ["director", "curator"]);
    assert_eq!(roles("классный руководитель педагог-психолог"), ["class_teachers", "psychologist"]);
}

#[test]
fn deputies_are_spelled_out_and_keep_their_field() {
    assert_eq!(read("Зам. директора по УВР"), [("Заместитель директора по УВР".to_owned(), "deputy_director")]);
    assert_eq!(read("зам.дир. по ВР, завуч")[0].0, "заместитель директора по ВР");
    assert_eq!(roles("замдиректора; зам. заведующего"), ["deputy_director", "deputy_director"]);
    assert_eq!(read("замечательный человек")[0].0, "замечательный человек");
}

#[test]
fn qualifiers_stay_with_their_post() {
    let cell = "МКУ «ИМЦ, отдел кадров», руководители образовательных организаций, кураторы по работе с наставниками";
    assert_eq!(roles(cell), ["municipal_centre", "organisations_heads", "curator"]);
    assert_eq!(roles("Совет наставников"), ["mentor_council"]);
    assert_eq!(roles("руководители ШМО и молодые педагоги"), ["method_lead", "mentees"]);
}

#[test]
fn persons_stay_beside_their_post_and_strangers_stay_text() {
    let found = read("Директор Лаптева О. В., куратор Сомов П.А.");
    assert_eq!(
        found,
        [("Директор Лаптева О. В.".to_owned(), "director"), ("куратор Сомов П.А.".to_owned(), "curator")]
    );
    assert_eq!(read("Лаптева О.В."), [("Лаптева О.В.".to_owned(), "?")]);
    assert_eq!(read(" – "), []);
}

#[test]
fn every_case_form_gives_the_role() {
    for form in ["куратор", "куратора", "куратору", "кураторы", "Кураторов"] {
        assert_eq!(roles(form), ["curator"], "{form}");
    }
    assert_eq!(roles("педагоги-наставники, наставляемые"), ["mentors", "mentees"]);
    assert_eq!(roles("заведующий, старший воспитатель"), ["director", "methodist"]);
}

#[test]
fn a_person_stands_beside_the_post_that_follows() {
    assert_eq!(
        read("Иванова А.П., зам. директора"),
        [("Иванова А.П., заместитель директора".to_owned(), "deputy_director")]
    );
    assert_eq!(read("Иванова А.П. – куратор"), [("Иванова А.П. – куратор".to_owned(), "curator")]);
    assert_eq!(roles("Пономарёва Е.А., заведующий, педагоги"), ["director", "teachers"]);
    assert_eq!(roles("Директор ОО Куратор Калачева Е. А."), ["director", "curator"]);
    assert_eq!(roles("Лаптева Ольга Викторовна, куратор; Сомов П. А."), ["curator", "?"]);
}

#[test]
fn usual_abbreviations_are_posts() {
    let cases = [
        ("ЗДУВР", "deputy_director"),
        ("зам. зав. по ВМР", "deputy_director"),
        ("зам. директора по УВР, ВР", "deputy_director"),
        ("рук. ШМО", "method_lead"),
        ("зав. кафедрой", "method_lead"),
        ("ст. воспитатель", "methodist"),
        ("соц. педагог", "social_teacher"),
        ("педагог психолог", "psychologist"),
        ("кл. руководители", "class_teachers"),
        ("координатор наставничества", "curator"),
        ("все педагоги", "teachers"),
        ("зaм. директоpа", "deputy_director"),
    ];
    for (cell, role) in cases {
        assert_eq!(roles(cell), [role], "{cell}");
    }
    assert_eq!(read("Отв. Иванова А.П."), [("Иванова А.П.".to_owned(), "?")]);
}

#[test]
fn two_people_with_a_word_between_are_two() {
    for cell in ["Сомов П. И. и А. П. Иванова", "Сомов П.И. и А.П.Иванова", "Сомовым Петром Ильичем и Ивановой А. П."]
    {
        assert_eq!(read(cell).len(), 2, "{cell}");
    }
    assert_eq!(roles("Директор и Иванова А. П."), ["director", "?"]);
    assert_eq!(roles("директор И. Л. Кузьменко"), ["director"], "an initial is no «и»");
}

#[test]
fn a_name_below_a_post_is_its_holders() {
    for (above, line) in [
        ("Старший воспитатель", "Котова Л.И."),
        ("Зам. директора по УВР", "Громова Елена Андреевна"),
        ("Учитель математики", "И. С. Петрова"),
    ] {
        assert!(names_the_holder(above, line), "{above} / {line}");
    }
    for (above, line) in [
        ("Наставники", "Петрова И.С."),
        ("Учителя начальных классов", "Петрова И.С."),
        ("Директор Соколова Н.П.", "Громова Е.А."),
        ("Директор,", "Громова Е.А."),
        ("Директор", "Куратор"),
        ("", "Громова Е.А."),
    ] {
        assert!(!names_the_holder(above, line), "{above} / {line}");
    }
}
