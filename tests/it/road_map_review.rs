//! Going over the road map: questions one by one, rows by hand, the table out to a desk and back.

use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, seat};
use nastavnik::domain::people::Role;
use nastavnik::files::road_map_table::{Column, CorrectionTable, Line, MarkedTable, read, write};
use nastavnik::sandbox::UserId;

/// Two doubts: a vague term, and somebody unknown.
const DOCUMENT: &str = include_str!("../data/road_map/lesnaya.txt");

/// One doubt of each kind that has ready answers.
const DOUBTS: &str = "Дорожная карта школы «Лесная»

№	Этап	Мероприятие	Срок	Ответственный	Результат
1.	Банки	Собрать анкеты	до 30.10.2026	куратор	банк
2.	Банки	Собрать согласия		куратор	согласия
3.	Старт	Провести встречу	до октября	директор	протокол
4.	Старт	Показать уроки	ноябрь, февраль	наставники	отзывы
5.	Итоги	Подвести итоги	май 2024	Сомовой Г.	справка
6.	Итоги	Наградить	июнь 2024	директор	приказ
";

fn shows(school: &TestSchool, user: UserId, words: &str) {
    assert!(school.screen(user).contains(words), "«{words}» is not here:\n{}", school.chat(user));
}

fn hides(school: &TestSchool, user: UserId, words: &str) {
    assert!(!school.screen(user).contains(words), "«{words}» is here:\n{}", school.chat(user));
}

async fn staff(school: &TestSchool) -> [UserId; 3] {
    seat(
        school,
        [
            ("Сомова Вера Ильинична", &[Role::Curator]),
            ("Лаптева Ольга Викторовна", &[Role::Director]),
            ("Ёлкин Пётр Андреевич", &[Role::Mentor]),
        ],
    )
    .await
}

async fn sends(school: &TestSchool, curator: UserId, document: &str) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", document.as_bytes()).await;
}

/// The list of all rows, from anywhere.
async fn rows(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Дорожная карта", "Все строки"]).await;
}

/// Asks for the table and opens it at the desk.
async fn takes_table(school: &TestSchool, curator: UserId) -> MarkedTable {
    rows(school, curator).await;
    school.presses(curator, "Таблица для правки").await;
    let messages = school.sandbox.messages(curator);
    let file = messages.iter().rev().find_map(|message| message.document.clone()).expect("no table came");
    assert!(std::path::Path::new(&file.name).extension().is_some_and(|end| end == "xlsx"), "{}", file.name);
    read(&file.name, &file.bytes).unwrap().expect("the table has lost its marks")
}

/// Saves what was written at the desk.
fn saved(table: &MarkedTable) -> Vec<u8> {
    let column = |name: &String| Column { name: name.clone(), width: 20, for_reference: false };
    let line = |(mark, cells): &(Option<String>, Vec<String>)| Line {
        mark: mark.clone().unwrap_or_default(),
        cells: cells.clone(),
    };
    let made = CorrectionTable {
        mark: table.mark.clone(),
        title: String::new(),
        instruction: String::new(),
        columns: table.columns.iter().map(column).collect(),
        lines: table.rows.iter().map(line).collect(),
    };
    write(&made).unwrap()
}

/// The cell of a row (from 0) in a column of this name.
fn cell<'t>(table: &'t mut MarkedTable, row: usize, column: &str) -> &'t mut String {
    let at = table.columns.iter().position(|name| name == column).unwrap();
    &mut table.rows[row].1[at]
}

/// A document of an earlier year; one of its August days has no year of its own.
const OLD: &str = "Дорожная карта на 2022–2023 учебный год

№	Мероприятие	Срок	Ответственный
1.	Положение	август 2022	директор
2.	Список	до 20 августа	куратор
3.	Отчёт	май 2023	куратор
";

stories! {
    async fn days_that_lie_behind_are_said_and_not_refused(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, OLD).await;
        shows(&school, curator, "Документ составлен на 2022/23 учебный год, а читается для 2026/27");
        shows(&school, curator, "Срок в строке 2 уже прошёл");
        press_all(&school, curator, &["Ответить на вопросы (2)", "Перенести все такие: 2"]).await;
        shows(&school, curator, "Ответ записан в 2 строках");
        shows(&school, curator, "Этот срок уже прошёл у 1 строки");
    }

    async fn questions_come_one_by_one_and_answers_are_ready(mut school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOUBTS).await;
        // Six questions of five rows: what is said, what is listed and what the button asks is one number.
        shows(&school, curator, "1 строка понята, 6 вопросов");
        shows(&school, curator, "И ещё 2 вопроса");
        shows(&school, curator, "по остальным — когда вы ответите");
        school.presses(curator, "Ответить на вопросы (6)").await;
        insta::assert_snapshot!("question_without_a_term", school.screen(curator));
        // What is clear works already.
        school.presses(curator, "Как в строке 1: до 30.10.2026").await;
        shows(&school, curator, "✓ Ответ записан.");
        insta::assert_snapshot!("question_about_inclusion", school.screen(curator));
        // The answer can be taken back, also after a restart.
        school.restarts().await;
        school.presses(curator, "↩ Вернуть как было").await;
        shows(&school, curator, "Вопрос 1 из 6");
        shows(&school, curator, "Собрать согласия");
        press_all(&school, curator, &["В течение учебного года", "До 30 сентября"]).await;
        shows(&school, curator, "Вопрос 3 из 6");
        insta::assert_snapshot!("question_of_several_dates", school.screen(curator));
        school.presses(curator, "Да, 2 срока за год").await;
        shows(&school, curator, "Вопрос 4 из 6");
        shows(&school, curator, "31 мая 2024 года");
        school.presses(curator, "Перенести все такие: 2").await;
        shows(&school, curator, "Ответ записан в 2 строках");
        shows(&school, curator, "Вопрос 6 из 6");
        insta::assert_snapshot!("question_about_people", school.screen(curator));
        school.presses(curator, "Сомова В. И.").await;
        shows(&school, curator, "Вопросов больше нет");
        school.presses(curator, "К календарю →").await;
        shows(&school, curator, "Дорожная карта · сентябрь");
        rows(&school, curator).await;
        hides(&school, curator, "⚠");
    }

    async fn a_question_may_be_skipped_or_answered_in_own_words(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        school.presses(curator, "Ответить на вопросы (2)").await;
        shows(&school, curator, "Вопрос 1 из 2");
        school.presses(curator, "Пропустить →").await;
        shows(&school, curator, "Вопрос 2 из 2");
        shows(&school, curator, "«Сидорова А. Б.»: такой должности я не знаю");
        school.presses(curator, "← Назад").await;
        shows(&school, curator, "Вопрос 1 из 2");
        press_all(&school, curator, &["Другой срок…"]).await;
        school.says(curator, "до 15 сентября").await;
        shows(&school, curator, "до 15 сентября 2026 года");
        school.presses(curator, "Записать").await;
        shows(&school, curator, "Вопрос 2 из 2");
        shows(&school, curator, "↩ Вернуть как было");
        press_all(&school, curator, &["Выбрать из списка…", "Наставники", "← Назад"]).await;
        shows(&school, curator, "Вопросов больше нет");
        // Skipped ones are said, and come again.
        rows(&school, curator).await;
        press_all(&school, curator, &["5", "Срок"]).await;
        school.says(curator, "до 20 сентября").await;
        school.presses(curator, "Записать").await;
        shows(&school, curator, "Ваш срок: до 20 сентября");
    }

    async fn skipped_questions_wait_and_are_said(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        press_all(&school, curator, &["Ответить на вопросы (2)", "Пропустить →", "Пропустить →"]).await;
        shows(&school, curator, "Без ответа осталось 2");
        school.presses(curator, "К пропущенным (2)").await;
        shows(&school, curator, "Вопрос 1 из 2");
    }

    /// F28 and old buttons: an answer to a question that somebody else has answered changes nothing.
    async fn f28_an_answered_question_is_not_answered_twice(school: TestSchool) {
        let [first, second] = seat(&school, [
            ("Сомова Вера Ильинична", &[Role::Curator]), ("Рыбин Олег Олегович", &[Role::Curator]),
        ]).await;
        sends(&school, first, DOCUMENT).await;
        school.presses(first, "Ответить на вопросы (2)").await;
        school.says(second, "/menu").await;
        press_all(&school, second, &["Дорожная карта", "Все строки", "⚠ Вопросы: 2", "Ответить на вопросы (2)"]).await;
        school.presses(first, "До 10 сентября").await;
        school.presses(second, "До 30 сентября").await;
        shows(&school, second, "Строка изменилась, пока вы отвечали");
        shows(&school, second, "Сидорова А. Б.");
        // Nor does an undo take back what the other one did meanwhile.
        press_all(&school, second, &["← Назад", "← Назад", "5", "Без срока"]).await;
        school.presses(first, "↩ Вернуть как было").await;
        shows(&school, first, "уже изменил кто-то другой");
        rows(&school, first).await;
        shows(&school, first, "5. Провести первую встречу — без даты");
    }

    async fn a_row_is_rewritten_and_the_document_stays_in_sight(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        press_all(&school, curator, &["Загрузить", "← Назад", "1", "Изменить текст", "Мероприятие"]).await;
        shows(&school, curator, "Сейчас: Подготовить документы");
        school.says(curator, "Собрать документы школы").await;
        shows(&school, curator, "Собрать документы школы\n▫ приказ о программе");
        shows(&school, curator, "Мероприятие в документе: Подготовить документы – приказ о программе");
        press_all(&school, curator, &["Изменить текст", "Пункты"]).await;
        school.says(curator, "приказ\n- журнал\nсогласия").await;
        shows(&school, curator, "▫ приказ\n▫ журнал\n▫ согласия");
        press_all(&school, curator, &["Изменить текст", "Результат", "Оставить пустым"]).await;
        hides(&school, curator, "Результат: ");
        shows(&school, curator, "Ожидаемый результат в документе: приказы");
        press_all(&school, curator, &["Изменить текст", "Этап", "Итоги"]).await;
        shows(&school, curator, "Итоги\nСобрать документы школы");
        // The same document again: what the curator wrote stays.
        press_all(&school, curator, &["← Назад", "Загрузить другую"]).await;
        school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
        school.presses(curator, "Загрузить").await;
        shows(&school, curator, "Изменено 0 · добавлено 0 · убрано 0 · без изменений 6");
        press_all(&school, curator, &["Заменить", "← Назад"]).await;
        shows(&school, curator, "1. Собрать документы школы");
    }

    async fn rows_are_added_and_taken_out_by_hand(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        press_all(&school, curator, &["Загрузить", "← Назад", "Добавить строку"]).await;
        school.says(curator, "😀").await;
        shows(&school, curator, "Здесь нужны слова");
        school.says(curator, "Провести анкетирование:\n- наставники\n- молодые педагоги").await;
        shows(&school, curator, "Строка добавлена");
        shows(&school, curator, "Итоги\nПровести анкетирование\n▫ наставники");
        shows(&school, curator, "Строки нет в документе");
        press_all(&school, curator, &["Срок"]).await;
        school.says(curator, "до 20 мая").await;
        press_all(&school, curator, &["Записать", "← Назад"]).await;
        shows(&school, curator, "7. Провести анкетирование — до 20 мая 2027 года");
        // A row with something done in it leaves, and what was done stays.
        press_all(&school, curator, &["← Назад", "Готово: 1", "Текст"]).await;
        school.says(curator, "приказы подписаны").await;
        press_all(&school, curator, &["Да, выполнено", "Все строки", "1", "Изменить текст", "Убрать строку"]).await;
        shows(&school, curator, "Открытых сроков у неё нет, 1 закрытый останется в истории");
        school.presses(curator, "Да, убрать").await;
        shows(&school, curator, "Строка 1 убрана");
        hides(&school, curator, "Подготовить документы");
        press_all(&school, curator, &["7", "Изменить текст", "Убрать строку", "Да, убрать", "← Назад"]).await;
        shows(&school, curator, "✓ до 30 сентября · Подготовить документы");
    }

    async fn the_table_goes_out_and_comes_back(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        press_all(&school, curator, &["Загрузить", "← Назад", "← Назад", "Готово: 1", "Текст"]).await;
        school.says(curator, "приказы подписаны").await;
        school.presses(curator, "Да, выполнено").await;
        let mut table = takes_table(&school, curator).await;
        assert_eq!(table.columns[..6], ["№", "Этап", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат"]);
        assert_eq!(*cell(&mut table, 0, "Мероприятие"), "Подготовить документы\n– приказ о программе\n– приказ о кураторе");
        assert_eq!(*cell(&mut table, 1, "Как понял бот"), "30.10.2026");
        assert_eq!(*cell(&mut table, 4, "Как понял бот"), "⚠ точные дни не названы: нужны число или период");
        assert_eq!(cell(&mut table, 4, "Кому напомнит бот").replace('\u{a0}', " "), "Сомова В. И.");
        // Nothing was touched.
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        shows(&school, curator, "Ничего не изменилось: 6 строк");
        school.presses(curator, "← Назад").await;
        // A term, people, an item, a new row, one row less, another order, somebody's own column.
        *cell(&mut table, 0, "Мероприятие") += "\n– журнал";
        "до 15.11.2026".clone_into(cell(&mut table, 1, "Срок"));
        "директор, Ёлкин П. А.".clone_into(cell(&mut table, 2, "Ответственный"));
        "без срока".clone_into(cell(&mut table, 4, "Срок"));
        table.rows.remove(5);
        table.rows.swap(1, 2);
        let mut new = vec![String::new(); table.columns.len()];
        "Итоги".clone_into(&mut new[1]);
        "Поблагодарить наставников".clone_into(&mut new[2]);
        "когда-нибудь".clone_into(&mut new[3]);
        table.rows.push((None, new));
        table.columns.push("Мои пометки".to_owned());
        for row in &mut table.rows {
            row.1.push("!".to_owned());
        }
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        insta::assert_snapshot!("changes_of_a_table", school.screen(curator));
        school.presses(curator, "Применить").await;
        shows(&school, curator, "Записал: изменено 4, добавлено 1, убрано 1");
        shows(&school, curator, "6. ⚠ Поблагодарить наставников");
        press_all(&school, curator, &["← Назад"]).await;
        shows(&school, curator, "2. Провести встречи пар");
        shows(&school, curator, "1. ✓ Подготовить документы");
        press_all(&school, curator, &["3"]).await;
        shows(&school, curator, "Срок в документе: до 30.10.2026\nВаш срок: до 15.11.2026");
        press_all(&school, curator, &["← Назад", "2"]).await;
        shows(&school, curator, "Ответственные: директор, Ёлкин П. А.\nНапомню: Ёлкин П. А., Лаптева О. В.");
        shows(&school, curator, "Ответственный в документе: наставники");
    }

    /// The table lay on a desk while the map went on: nothing of both is lost, and what both changed is asked.
    async fn a_table_that_lay_on_a_desk_meets_a_map_that_went_on(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        school.presses(curator, "Загрузить").await;
        let mut table = takes_table(&school, curator).await;
        rows(&school, curator).await;
        press_all(&school, curator, &["2", "Срок"]).await;
        school.says(curator, "до 1 ноября").await;
        press_all(&school, curator, &["Записать", "← Назад", "3", "Изменить текст", "Результат"]).await;
        school.says(curator, "журнал и фото").await;
        rows(&school, curator).await;
        school.presses(curator, "Добавить строку").await;
        school.says(curator, "Добавлено в боте").await;
        // Anywhere at the road map the table is taken.
        "до 15.11.2026".clone_into(cell(&mut table, 1, "Срок"));
        "Пары".clone_into(cell(&mut table, 2, "Этап"));
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        insta::assert_snapshot!("changes_that_clash", school.screen(curator));
        school.presses(curator, "Взять из таблицы").await;
        shows(&school, curator, "Станет так, как в таблице");
        shows(&school, curator, "Изменено 2 · добавлено 0 · убрано 0 · без изменений 5");
        // While this is looked at, the map moves once more.
        school.presses(curator, "Применить").await;
        shows(&school, curator, "Записал: изменено 2, добавлено 0, убрано 0");
        rows(&school, curator).await;
        shows(&school, curator, "2. Собрать анкеты наставников — до 13 ноября");
        shows(&school, curator, "7. ⚠ Добавлено в боте");
        school.presses(curator, "3").await;
        shows(&school, curator, "Пары\nПровести встречи пар");
        shows(&school, curator, "Результат: журнал и фото");
    }

    async fn f28_what_was_shown_is_what_is_applied(school: TestSchool) {
        let [first, second] = seat(&school, [
            ("Сомова Вера Ильинична", &[Role::Curator]), ("Рыбин Олег Олегович", &[Role::Curator]),
        ]).await;
        sends(&school, first, DOCUMENT).await;
        school.presses(first, "Загрузить").await;
        let mut table = takes_table(&school, first).await;
        "до 15.11.2026".clone_into(cell(&mut table, 1, "Срок"));
        school.sends_file(first, "правка.xlsx", &saved(&table)).await;
        rows(&school, second).await;
        press_all(&school, second, &["2", "Без срока"]).await;
        school.presses(first, "Применить").await;
        shows(&school, first, "Пока вы смотрели, карту изменили");
        // Whoever leaves finds it waiting.
        rows(&school, first).await;
        school.presses(first, "Изменения из таблицы").await;
        shows(&school, first, "1 место изменили и в таблице, и в боте");
        school.presses(first, "Не менять").await;
        shows(&school, first, "2. Собрать анкеты наставников — без даты");
    }

    async fn tables_that_do_not_fit_are_answered(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        school.presses(curator, "Загрузить").await;
        let mut table = takes_table(&school, curator).await;
        shows(&school, curator, "пришлите файл сюда");
        let whole = table.clone();
        "Дела".clone_into(&mut table.columns[2]);
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        shows(&school, curator, "В таблице нет столбца «Мероприятие»");
        table = whole.clone();
        table.rows.clear();
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        shows(&school, curator, "не осталось ни одной строки");
        table = whole.clone();
        *cell(&mut table, 0, "Этап") = "я".repeat(3_001);
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        shows(&school, curator, "В строке 1 таблицы есть ячейка длиннее 3");
        school.sends_file(curator, "правка.xlsx", b"PK\x03\x04 broken").await;
        shows(&school, curator, "файл");
        rows(&school, curator).await;
        school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
        shows(&school, curator, "Здесь я жду только свою таблицу");
        // A column that was taken out changes nothing; an unchanged rest says so.
        table = whole.clone();
        table.columns.truncate(4);
        for row in &mut table.rows {
            row.1.truncate(4);
        }
        school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
        shows(&school, curator, "Ничего не изменилось");
    }

    async fn a_table_of_another_year_or_school_is_not_taken(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        school.presses(curator, "Загрузить").await;
        let table = takes_table(&school, curator).await;
        for (change, answer) in [
            ("UPDATE road_map_tables SET school_year = 2025", "Эта таблица — на 2025/26, а сейчас идёт 2026/27"),
            ("UPDATE road_map_tables SET organisation = 2", "Это таблица другой организации"),
        ] {
            let write = school.app.db.write(move |tx| {
                Box::pin(async move {
                    sqlx::query(
                        "INSERT INTO organisations (id, name, kind, zone, school_year, created_at)
                         VALUES (2, 'x', 'school', 'Europe/Moscow', 2026, 0) ON CONFLICT (id) DO NOTHING",
                    )
                    .execute(&mut **tx)
                    .await?;
                    sqlx::query(change).execute(&mut **tx).await?;
                    Ok(())
                })
            });
            write.await.unwrap();
            school.sends_file(curator, "правка.xlsx", &saved(&table)).await;
            shows(&school, curator, answer);
        }
    }

    async fn a_newer_document_shows_what_it_changes(school: TestSchool) {
        let [curator, ..] = staff(&school).await;
        sends(&school, curator, DOCUMENT).await;
        press_all(&school, curator, &["Загрузить", "← Назад", "Загрузить другую"]).await;
        let newer = DOCUMENT.replace("до 30.10.2026", "до 15.11.2026").replace("Подготовить выставку", "Открыть выставку");
        school.sends_file(curator, "новая.txt", newer.as_bytes()).await;
        school.presses(curator, "Загрузить").await;
        shows(&school, curator, "Изменено 1 · добавлено 1 · убрано 1 · без изменений 4");
        school.presses(curator, "Посмотреть изменения").await;
        insta::assert_snapshot!("changes_of_a_document", school.screen(curator));
        school.presses(curator, "Заменить").await;
        shows(&school, curator, "Карта загружена: 6 строк");
    }
}
