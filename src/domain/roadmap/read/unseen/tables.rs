//! Tables with known cells, and tables in text.

use super::*;

#[test]
fn a_beginning_and_an_end_are_one_term() {
    let reading = exact(&[
        &["№", "Мероприятие", "Начало", "Окончание", "Ответственный"],
        &["1", "Положение", "25.08.2026", "01.09.2026", "методист"],
        &["2", "Набор", "", "15.09.2026", "куратор"],
        &["3", "Школа", "01.10.2026", "", "куратор"],
        &["4", "Отчёты", "май", "июнь", "куратор"],
        &["5", "Совет", "1 раз в квартал", "", "куратор"],
    ]);
    let days: Vec<_> = reading.rows.iter().map(|row| (row.reading.start, row.reading.due)).collect();
    let day = |text: &str| Some(text.parse().unwrap());
    assert_eq!(days[0], (day("2026-08-25"), day("2026-09-01")), "{:?}", rows(&reading));
    assert_eq!(days[1], (None, day("2026-09-15")), "{:?}", rows(&reading));
    assert_eq!(reading.rows[2].question, Some(RowQuestion::Term(Doubt::OpenEnded)), "{:?}", rows(&reading));
    assert_eq!(days[3], (day("2027-05-01"), day("2027-06-30")), "{:?}", rows(&reading));
    assert_eq!(reading.rows[4].term_text, "1 раз в квартал");
}

#[test]
fn months_that_name_sections_are_the_terms_of_their_rows() {
    let reading = exact(&[
        &["№", "Мероприятие", "Ответственный"],
        &["Сентябрь", "Сентябрь", "Сентябрь"],
        &["1", "Опрос", "куратор"],
        &["2", "Приказ", "директор"],
        &["Ноябрь – декабрь", "", ""],
        &["1", "Неделя педагога", "куратор"],
        &["В течение года", "", ""],
        &["1", "Посещение уроков", "наставники"],
    ]);
    let expected = [
        ["Сентябрь", "Опрос", "Сентябрь"],
        ["Сентябрь", "Приказ", "Сентябрь"],
        ["Ноябрь – декабрь", "Неделя педагога", "Ноябрь – декабрь"],
        ["В течение года", "Посещение уроков", "В течение года"],
    ];
    assert_eq!(rows(&reading), expected);
    assert_eq!(reading.notes, [0, 1, 2, 3].map(Remark::TermInherited));
    let own = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Октябрь", "", ""],
        &["Консультация", "14.10", "наставник"],
        &["Посещение уроков", "", "наставник"],
        &["Ноябрь", "", ""],
        &["Открытый урок", "до 28.11", "наставляемый"],
    ]);
    let terms: Vec<_> = own.rows.iter().map(|row| row.term_text.as_str()).collect();
    assert_eq!(terms, ["14.10", "Октябрь", "до 28.11"]);
    assert_eq!(own.notes, [Remark::TermInherited(1)]);
}

#[test]
fn a_signature_in_cells_is_no_row() {
    let head: &[&str] = &["№", "Мероприятие", "Срок", "Ответственный", "Результат"];
    for signature in [
        ["Методист", "", "", "Орлова Е. В.", ""],
        ["Директор", "", "", "Иванова О.П.", ""],
        ["", "Директор школы", "", "", "И. П. Громова"],
    ] {
        let reading = exact(&[head, &["1", "Опрос", "май", "куратор", ""], &[""], &signature]);
        assert_eq!(rows(&reading), [["", "Опрос", "май"]], "{signature:?}");
        assert_eq!(left_out(&reading).len(), 1, "{signature:?}");
    }
    let tabs = text(
        "№\tМероприятие\tСрок\tОтветственный\n1.\tОпрос\tмай\tкуратор\n2.\tОтчёт\tиюнь\tкуратор\n\n\
         Зам. директора по НМР\t\t\tСоколова Т.Г.\n",
    );
    assert_eq!(rows(&tabs), [["", "Опрос", "май"], ["", "Отчёт", "июнь"]]);
    // Somebody named for a row is no signature.
    let named = exact(&[head, &["1", "Опрос", "май", "куратор", ""], &["2", "Отчёт", "", "Орлова Е. В.", ""]]);
    assert_eq!(named.rows.len(), 2);
}

#[test]
fn a_stage_in_the_column_of_activities_is_one() {
    let reading = text(
        "Дорожная карта;;;;\n№ п/п;Мероприятие;Срок;Ответственный;Результат\n;Организационный этап;;;\n\
         1.1;Приказ;май;Директор;Приказ\n;Основной этап;;;\n2.1;Встречи;июнь;Наставники;\n",
    );
    assert_eq!(rows(&reading), [["Организационный этап", "Приказ", "май"], ["Основной этап", "Встречи", "июнь"]]);
    let not_sure = text(
        "№;Мероприятие;Срок;Ответственный\n;Круглый стол;;\n1;Приказ;май;Директор\n;Обмен опытом;;\n2;Опрос;июнь;куратор\n",
    );
    assert_eq!(not_sure.rows.len(), 4);
}

#[test]
fn names_above_repeated_headings_are_stages_and_indicators_are_no_plan() {
    let head: &[&str] = &["№", "Мероприятие", "Срок", "Ответственный"];
    let reading = exact(&[
        &["Дорожная карта"],
        &["1. Подготовка условий"],
        head,
        &["1.", "Информирование", "до 15.09.2026", "директор"],
        &["2. Формирование базы"],
        head,
        &["1.", "Сбор запросов", "октябрь 2026", "куратор"],
        &["3. Контроль"],
        &["№", "Показатель", "Единица измерения", "2026", "2027"],
        &["1", "Доля наставников", "%", "10", "20"],
        &["Согласовано: председатель профкома Юдина Р. С."],
    ]);
    let expected = [
        ["Подготовка условий", "Информирование", "до 15.09.2026"],
        ["Формирование базы", "Сбор запросов", "октябрь 2026"],
    ];
    assert_eq!(rows(&reading), expected);
    let other = reading.notes.iter().filter(|note| matches!(note, Remark::TableLeftOut(_))).count();
    assert_eq!(other, 1, "{:?}", reading.notes);
    let about_figures = exact(&[
        &["Мероприятие", "Срок", "Ответственный", "Результат"],
        &["Показатели работы пар", "июнь", "куратор", "Количество пар"],
        &["Отчёт", "июнь", "куратор", "отчёт"],
    ]);
    assert_eq!(about_figures.rows.len(), 2);
}

#[test]
fn a_hyphen_at_a_lines_end_stays_between_two_words() {
    let reading = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Опрос", "Ноябрь-\nдекабрь", "Педагог-\nпсихолог"],
        &["Мастер-\nкласс", "Сен-\nтябрь", "настав-\nник"],
    ]);
    let cells = |at: usize| {
        let row = &reading.rows[at];
        [row.activity.as_str(), row.term_text.as_str(), row.responsible_text.as_str()]
    };
    assert_eq!(cells(0), ["Опрос", "Ноябрь-декабрь", "Педагог-психолог"]);
    assert_eq!(cells(1), ["Мастер-класс", "Сентябрь", "наставник"]);
}

#[test]
fn a_row_of_two_columns_without_a_term_stays_a_row() {
    let reading = exact(&[
        &["Мероприятие", "Срок"],
        &["Приказ", "до 5 сентября"],
        &["Заседание школы молодого педагога", ""],
        &["работа с документами", "сентябрь"],
        &["Основной этап", ""],
        &["Посещение уроков", "октябрь"],
    ]);
    let expected = [
        ["", "Приказ", "до 5 сентября"],
        ["", "Заседание школы молодого педагога", ""],
        ["", "работа с документами", "сентябрь"],
        ["Основной этап", "Посещение уроков", "октябрь"],
    ];
    assert_eq!(rows(&reading), expected);
}

#[test]
fn of_texts_one_below_another_none_is_lost() {
    let reading = exact(&[
        &["Мероприятие", "Срок"],
        &["Формирование банка", ""],
        &["Помощь в подготовке", ""],
        &["Выбор форм", "май"],
        &["Работа пар", ""],
        &["Встречи", "июнь"],
        &["Размещение материалов", ""],
        &["Итоги", ""],
        &["Диагностика", ""],
        &["Отчёт", "июнь"],
    ]);
    let read: Vec<_> = reading.rows.iter().map(|row| row.activity.as_str()).collect();
    for doing in ["Помощь в подготовке", "Размещение материалов", "Итоги", "Диагностика", "Отчёт"]
    {
        assert!(read.contains(&doing), "{doing}: {read:?}");
    }
    assert_eq!(reading.rows.iter().find(|row| row.activity == "Встречи").unwrap().stage, "Работа пар");
}

#[test]
fn the_title_is_the_maps_and_not_the_orders() {
    let reading = exact(&[
        &["Об утверждении дорожной карты"],
        &["1. Утвердить дорожную карту (приложение 1)."],
        &["Дорожная карта"],
        &["Мероприятие", "Срок"],
        &["Приказ", "май"],
    ]);
    assert_eq!(reading.title, "Дорожная карта");
}

#[test]
fn months_that_head_columns_say_when() {
    let reading = text(
        "№;Мероприятие;Сентябрь;Октябрь;Ноябрь;Декабрь;Январь;Ответственный\n1;Приказ;+;;;;;директор\n\
         2;Посещение уроков;;V;V;;;наставники\n3;Опрос;х;;;;x;психолог\n4;Отчёт;;;;до 25;;куратор\n5;Сайт;;;;;;куратор\n",
    );
    let terms: Vec<_> = rows(&reading).iter().map(|row| row[2].to_owned()).collect();
    assert_eq!(terms, ["сентябрь", "октябрь – ноябрь", "сентябрь, январь", "декабрь: до 25", ""]);
    let asked: Vec<_> = reading.rows.iter().map(RowReading::needs_review).collect();
    assert_eq!(asked, [false, false, true, true, false]);
    assert_eq!(reading.notes, [Remark::NoTerm(4)]);
    let roman = text(
        "Мероприятие;IX;X;XI;XII;I;II;III;IV;V;Ответственный\nПриказ;+;;;;;;;;;директор\nВстречи;;+;+;+;+;+;+;+;;пары\n",
    );
    let terms: Vec<_> = rows(&roman).iter().map(|row| row[2].to_owned()).collect();
    assert_eq!(terms, ["сентябрь", "октябрь – апрель"]);
}

#[test]
fn a_second_map_of_another_year_is_remarked_on() {
    let head: &[&str] = &["Мероприятие", "Срок", "Ответственный"];
    let reading = exact(&[
        &["Дорожная карта на 2025/26 учебный год"],
        head,
        &["Приказ", "сентябрь", "директор"],
        &["Дорожная карта на 2026/27 учебный год"],
        head,
        &["Опрос", "октябрь", "психолог"],
    ]);
    assert_eq!(reading.rows.len(), 2);
    assert!(reading.notes.contains(&Remark::TitleYearDiffers(SchoolYear(2026))), "{:?}", reading.notes);
}

#[test]
fn a_few_empty_terms_are_forgotten_and_not_merged() {
    let rows_of = |terms: &[&str]| {
        let mut cells = vec![vec!["Результат".to_owned(), "Срок".to_owned(), "Мероприятие".to_owned()]];
        for (at, term) in terms.iter().enumerate() {
            cells.push(vec!["приказ".to_owned(), (*term).to_owned(), format!("Дело {at}")]);
        }
        let reading = read_grid(cells, SchoolYear(2026));
        reading.rows.iter().map(|row| row.term_text.clone()).collect::<Vec<_>>()
    };
    let forgotten = ["май", "", "июнь", "", "октябрь", "ноябрь", "", "декабрь"];
    assert_eq!(rows_of(&forgotten), forgotten);
    assert_eq!(rows_of(&["май", "", "", "июнь", ""]), ["май", "май", "май", "июнь", "июнь"]);
}

#[test]
fn a_dash_for_a_term_leaves_no_row_open() {
    let reading = text(
        "№\tДействия\tДата\tКто отвечает\nИнформационная поддержка\n1\tОпрос\t-\tкуратор\n\
         Завершение программы\n2\tОтчёт\tмай\tкуратор\n",
    );
    let expected = [["Информационная поддержка", "Опрос", "-"], ["Завершение программы", "Отчёт", "май"]];
    assert_eq!(rows(&reading), expected);
}

#[test]
fn a_name_below_its_post_is_no_second_person() {
    let reading = exact(&[
        &["Мероприятие", "Срок", "Ответственный"],
        &["Опрос", "май", "Зам.директора\nСерова Л.П."],
        &["Отчёт", "май", "Куратор,\nСерова Л.П."],
        &["Итоги", "май", "Серова Л.П.\nОрлова Е. В."],
    ]);
    let people: Vec<_> = reading.rows.iter().map(|row| row.responsible.len()).collect();
    assert_eq!(people, [1, 2, 2]);
    assert!(reading.rows[0].responsible[0].role.is_some());
}
