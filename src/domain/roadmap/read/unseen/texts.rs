//! Numbered text, bullets, lines with dates, and text that a table leaves around itself.

use super::*;

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

#[test]
fn rows_whose_parts_have_labels_are_read() {
    let reading = text(
        "Направление: Нормативное обеспечение\nМероприятие: Приказ о кураторе\nСрок: до 5 сентября\n\
         Ответственный: директор\n\nНаправление: Кадры\nМероприятие: Опрос\nСрок: октябрь\nОтветственный: психолог\n",
    );
    let expected = [
        ["Направление: Нормативное обеспечение", "Приказ о кураторе", "до 5 сентября"],
        ["Направление: Кадры", "Опрос", "октябрь"],
    ];
    assert_eq!(rows(&reading), expected);
    assert_eq!(reading.rows[1].responsible_text, "психолог");
}
