//! Documents as other schools write them: no row lost, no wrong day, nothing asked that is plain.

use super::*;
use crate::domain::school_year::SchoolYear;

fn text(document: &str) -> RoadMapReading {
    read_text(document, SchoolYear(2026))
}

fn exact(rows: &[&[&str]]) -> RoadMapReading {
    let cells = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    read_grid(cells, SchoolYear(2026))
}

/// Stage, activity and term of each row.
fn rows(reading: &RoadMapReading) -> Vec<[&str; 3]> {
    reading.rows.iter().map(|row| [row.stage.as_str(), row.activity.as_str(), row.term_text.as_str()]).collect()
}

fn left_out(reading: &RoadMapReading) -> Vec<&str> {
    let text = |note| if let &Remark::TextAfterTable(ref text) = note { Some(text.as_str()) } else { None };
    reading.notes.iter().filter_map(text).collect()
}

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
fn numbers_that_begin_anew_under_each_month_lose_no_row() {
    let reading = text(
        "Дорожная карта наставничества\n\nСентябрь\n1. Приказ о наставничестве. Отв. директор\n\
         2. Выбор наставников. Отв. куратор\n\nОктябрь\n1. Утверждение планов. Отв. куратор\n\
         2. Посещение уроков. Отв. наставники\n\nМай\n1. Отчёты. Отв. наставники\n",
    );
    let expected = [
        ["Сентябрь", "Приказ о наставничестве.", "Сентябрь"],
        ["Сентябрь", "Выбор наставников.", "Сентябрь"],
        ["Октябрь", "Утверждение планов.", "Октябрь"],
        ["Октябрь", "Посещение уроков.", "Октябрь"],
        ["Май", "Отчёты.", "Май"],
    ];
    assert_eq!(rows(&reading), expected);
    assert_eq!(reading.title, "Дорожная карта наставничества");
}

#[test]
fn what_stands_below_a_numbered_text_belongs_to_no_row() {
    let chat = text(
        "Вот наша дорожная карта:\n\n1. Приказ — до 5 сентября, директор\n2. Отчёт — конец декабря, куратор\n\
         3. Круглый стол – 25 мая 2027 г., директор, куратор\n\nВопросы пишите в личку.\n",
    );
    let expected =
        [["", "Приказ", "до 5 сентября"], ["", "Отчёт", "конец декабря"], ["", "Круглый стол", "25 мая 2027 г."]];
    assert_eq!(rows(&chat), expected);
    assert_eq!(left_out(&chat), ["Вопросы пишите в личку."]);
    let signed = text(
        "План\n\n1. Опрос. Срок: май. Ответственный: куратор.\n2. Отчёт. Срок: июнь. Ответственный: куратор.\n\n\
         Директор школы                         О. П. Иванова\n",
    );
    assert_eq!(rows(&signed), [["", "Опрос.", "май"], ["", "Отчёт.", "июнь"]]);
    assert_eq!(left_out(&signed).len(), 1, "{:?}", signed.notes);
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
fn a_heading_in_two_lines_and_a_page_number_are_no_rows() {
    let reading = text(
        "            ДОРОЖНАЯ КАРТА\n     на 2026 – 2027 учебный год\n\n\
         №    Мероприятие                          Срок            Ответственный\nп/п\n\
         1    Проведение педсовета                 август          Директор\n     по наставничеству                    2026 г.\n\
         2    Мониторинг                           декабрь         Психолог\n\n\
         \u{20}                                                             Стр. 1\n",
    );
    assert_eq!(rows(&reading).iter().map(|row| row[2]).collect::<Vec<_>>(), ["август 2026 г.", "декабрь"]);
    assert_eq!(reading.rows[1].responsible_text, "Психолог");
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
fn bullets_under_months_and_stages_with_their_time_have_terms() {
    let bullets = text(
        "ПЛАН на 2026/27 уч. г.\n\nСЕНТЯБРЬ\n- Приказ (директор)\n- Опрос (куратор)\nОКТЯБРЬ\n- Семинар (психолог)\n",
    );
    let expected =
        [["СЕНТЯБРЬ", "Приказ", "СЕНТЯБРЬ"], ["СЕНТЯБРЬ", "Опрос", "СЕНТЯБРЬ"], ["ОКТЯБРЬ", "Семинар", "ОКТЯБРЬ"]];
    assert_eq!(rows(&bullets), expected);
    let stages = text(
        "Дорожная карта\n\nЭтап 1. Подготовка (август – сентябрь 2026 г.)\n1. Положение\n2. Опрос (октябрь)\n\n\
         Этап 2. Итоги (май 2027 г.)\n1. Отчёт\n",
    );
    let terms: Vec<_> = rows(&stages).iter().map(|row| row[2].to_owned()).collect();
    assert_eq!(terms, ["август – сентябрь 2026 г.", "октябрь", "май 2027 г."]);
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
fn a_table_drawn_with_signs_is_one() {
    let reading = text(
        "+---+-------------+------------------+-----------+\n| N | Мероприятие | Срок             | Ответств. |\n\
         +---+-------------+------------------+-----------+\n| 1 | Приказ о    | до 05.09.2026    | директор  |\n\
         |   | назначении  |                  |           |\n+---+-------------+------------------+-----------+\n",
    );
    assert_eq!(rows(&reading), [["", "Приказ о назначении", "до 05.09.2026"]]);
    assert_eq!(reading.rows[0].responsible_text, "директор");
    assert_eq!(left_out(&reading), [""; 0]);
}

#[test]
fn lines_that_begin_with_their_term_are_rows() {
    let ticked = text(
        "Дорожная карта по наставничеству\n\n✅ до 10 сентября — приказ о кураторе (директор)\n\
         ✅ октябрь — первая встреча пар (наставники)\n✅ май — круглый стол\n",
    );
    let expected = [
        ["", "приказ о кураторе", "до 10 сентября"],
        ["", "первая встреча пар", "октябрь"],
        ["", "круглый стол", "май"],
    ];
    assert_eq!(rows(&ticked), expected);
    assert_eq!(ticked.rows[1].responsible_text, "наставники");
    let months =
        text("Дорожная карта\nСентябрь: приказ (директор); выбор пар (куратор).\nМай: круглый стол (куратор).\n");
    let read: Vec<_> = rows(&months).iter().map(|row| row[2].to_owned()).collect();
    assert_eq!((months.title.as_str(), read.join(" ")), ("Дорожная карта", "Сентябрь Май".to_owned()));
    assert_eq!(rows(&months)[1][1], "круглый стол");
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
fn a_part_above_a_row_that_begins_small_is_not_glued() {
    let reading = text(
        "Мероприятие\tСрок\nПриказ о кураторе\tмай\nОсновной этап\nработа с документами\tиюнь\nВстречи пар\tиюль\n",
    );
    let expected = [
        ["", "Приказ о кураторе", "май"],
        ["Основной этап", "работа с документами", "июнь"],
        ["Основной этап", "Встречи пар", "июль"],
    ];
    assert_eq!(rows(&reading), expected);
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
fn stages_of_a_text_end_their_rows_and_lend_their_time() {
    let reading = text(
        "ДОРОЖНАЯ КАРТА\n\n1 этап – подготовительный (август-сентябрь)\nЗадачи: создать условия.\n\
         1.1 Приказ. Срок – до 01.09. Отв. – директор.\n1.2 Согласия. Срок – до 15.09. Отв. – куратор.\n\n\
         2 этап – основной (октябрь-апрель)\nЗадачи: вести пары.\n2.1 Встречи. Срок – еженедельно. Отв. – наставники.\n\
         2.2 Контроль. Отв. – директор.\n\nIII этап – заключительный (май)\n3.1 Педсовет. Отв. – директор.\n",
    );
    let read: Vec<_> = rows(&reading).iter().map(|row| (row[1].to_owned(), row[2].to_owned())).collect();
    let row = |doing: &str, term: &str| (doing.to_owned(), term.to_owned());
    let expected = [
        row("Приказ.", "до 01.09"),
        row("Согласия.", "до 15.09"),
        row("Встречи.", "еженедельно"),
        row("Контроль.", "октябрь-апрель"),
        row("Педсовет.", "май"),
    ];
    assert_eq!(read, expected);
    assert_eq!(reading.title, "ДОРОЖНАЯ КАРТА");
    assert_eq!(left_out(&reading), ["Задачи: вести пары."]);
}

#[test]
fn a_month_below_a_term_is_more_of_it() {
    let torn = text("№\tМероприятие\tСрок\n1.\tОпрос\tАвгуст\nСентябрь\n2.\tОтчёт\tмай\n");
    assert_eq!(rows(&torn), [["", "Опрос", "Август Сентябрь"], ["", "Отчёт", "май"]]);
    assert!(torn.rows[0].needs_review());
    let labelled = text("План\n\n1. Опрос\nСрок:\nСентябрь\n2. Отчёт\nСрок:\nМай\n");
    assert_eq!(labelled.rows.len(), 2, "{:?}", rows(&labelled));
    assert!(labelled.rows.iter().all(|row| row.stage.is_empty()), "{:?}", rows(&labelled));
}
