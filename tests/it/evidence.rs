//! How rows of the road map close: by themselves, item by item, later, by somebody else.

use crate::founded::{Founded, decides, found, hire, write};
use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, shows};
use nastavnik::domain::consent::{ConsentDecision, ConsentKind};
use nastavnik::domain::ids::{PairId, PersonId};
use nastavnik::domain::pair::{Pair, Side};
use nastavnik::domain::people::Role;
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;
use nastavnik::store::{accounts, pairs};

/// A road map whose rows the bot can close itself, and others that it cannot.
const DOCUMENT: &str = "Дорожная карта наставничества

№\tЭтап\tМероприятие\tСрок\tОтветственный\tРезультат
1.\tСтарт\tПодготовить документы: - приказ о закреплении пар; - приказ о кураторе\tсентябрь\tдиректор\tприказы
2.\tПары\tЗакрепить пары приказом\tдо 30 сентября\tкуратор\tприказ о парах
3.\tРабота\tПровести консультации наставников\tдо 25 сентября\tнаставники\tжурнал
";

fn hides(school: &TestSchool, user: UserId, words: &str) {
    let screen = school.screen_with_buttons(user);
    assert!(!screen.contains(words), "«{words}» is here:\n{screen}");
}

/// The jobs have been asked twice what is due.
async fn works(school: &TestSchool) {
    for _ in 0..2 {
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

/// It is nine in the morning of a day, and the jobs have been asked what is due.
async fn it_is(school: &TestSchool, day: &str) {
    let morning: chrono::DateTime<chrono::Utc> = format!("{day}T06:00:00Z").parse().unwrap();
    school.clock.advance_to(morning);
    works(school).await;
}

async fn loads(school: &TestSchool, curator: UserId) {
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    school.sends_file(curator, "карта.txt", DOCUMENT.as_bytes()).await;
    school.presses(curator, "Загрузить").await;
}

/// Two people who both said yes to being a pair, with every consent.
async fn agreed_pair(school: &TestSchool, founded: &Founded) -> (UserId, [PersonId; 2]) {
    let (mentor_chat, mentor) =
        hire(school, founded.organisation, ("Ёлкин Пётр Андреевич", "учитель физики"), &[Role::Mentor]).await;
    let (_, mentee) =
        hire(school, founded.organisation, ("Белова Анна Ильинична", "учитель музыки"), &[Role::Mentee]).await;
    for person in [mentor, mentee] {
        let kinds = [ConsentKind::PersonalData, ConsentKind::ExtraDuties];
        decides(school, person, &kinds, ConsentDecision::Given).await;
    }
    let (organisation, now) = (founded.organisation, school.now());
    write!(school, |tx| {
        let id = PairId(tx.next_id(now));
        let pair = Pair::propose(id, mentor, mentee, now.date_naive());
        let pair = pair.agree(Side::Mentor, now)?.agree(Side::Mentee, now)?;
        pairs::insert(tx, (organisation, SchoolYear(2026)), (&pair, &[]), now).await
    });
    (mentor_chat, [mentor, mentee])
}

async fn orders(school: &TestSchool, curator: UserId, number: &str) {
    school.says(curator, "/menu").await;
    press_all(school, curator, &["Пары", "Внести приказ (1)", "Дальше →"]).await;
    school.says(curator, number).await;
    press_all(school, curator, &["Сегодня, 1 сентября", "Оформить без объявления"]).await;
}

stories! {
    /// «приказ о закреплении пар» closes when the pairs have their order, in the same breath, and says so.
    async fn an_order_for_the_pairs_closes_its_row(school: TestSchool) {
        let founded = found(&school).await;
        let curator = founded.curator;
        agreed_pair(&school, &founded).await;
        loads(&school, curator).await;
        press_all(&school, curator, &["Готово: 3"]).await;
        shows(&school, curator, "Закроется само, когда у всех пар будет приказ");
        orders(&school, curator, "12-од").await;
        shows(&school, curator, "Закрылось само: Закрепить пары приказом");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "✓ 3"]).await;
        shows(&school, curator, "Закрыто само 1 сентября");
        shows(&school, curator, "приказ № 12-од от 1 сентября 2026 года, 1 пара");
        // The item of the other row is ticked too; the row stays open for the rest.
        press_all(&school, curator, &["← Назад", "Готово: 2"]).await;
        shows(&school, curator, "✓ 1. приказ о закреплении пар");
        shows(&school, curator, "▫ 2. приказ о кураторе");
    }

    /// The curator settles with one tap what a row waits for; a guess is asked, an annulled order is told.
    async fn a_guess_is_asked_and_an_annulled_order_is_told(school: TestSchool) {
        let founded = found(&school).await;
        let curator = founded.curator;
        agreed_pair(&school, &founded).await;
        loads(&school, curator).await;
        press_all(&school, curator, &["Все строки", "2"]).await;
        shows(&school, curator, "Закроется само, когда у всех пар будет приказ.");
        press_all(&school, curator, &["Что закроет строку"]).await;
        shows(&school, curator, "Бот узнаёт об этом сам. Что ему тогда сделать?");
        press_all(&school, curator, &["Ничего не делать"]).await;
        shows(&school, curator, "Бот ничего не сделает, когда у всех пар будет приказ.");
        school.presses(curator, "Сначала спросить меня").await;
        shows(&school, curator, "Спрошу вас, когда у всех пар будет приказ.");
        press_all(&school, curator, &["← Назад", "← Назад", "← Назад"]).await;
        orders(&school, curator, "12-од").await;
        hides(&school, curator, "Закрылось само: Закрепить");
        works(&school).await;
        hides(&school, curator, "вашего решения");
        it_is(&school, "2026-09-02").await;
        shows(&school, curator, "Ждёт вашего решения 1 вопрос.");
        shows(&school, curator, "Похоже, выполнено: приказ № 12-од от 1 сентября 2026 года, 1 пара.");
        school.presses(curator, "Закрыть: 1").await;
        shows(&school, curator, "Закрыть?");
        school.presses(curator, "Ещё нет").await;
        shows(&school, curator, "оставил открытым");
        // The same order is not asked about again before the row is due.
        works(&school).await;
        school.says(curator, "/menu").await;
        hides(&school, curator, "Решить");
        // Now it may close by itself, and does at once.
        press_all(&school, curator, &["Дорожная карта", "Все строки", "2", "Что закроет строку", "Сразу закрыть строку"]).await;
        shows(&school, curator, "Закрылось само: Закрепить пары приказом");
        // The pair comes apart: nothing stays closed in silence.
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Пары", "Работают: 1", "Ёлкин П. А. → Белова А. И.", "Распустить"]).await;
        press_all(&school, curator, &["По договорённости", "Да, распустить"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Решить: 2", "Проверить: 2"]).await;
        shows(&school, curator, "приказа № 12-од от 1 сентября 2026 года больше нет ни у одной пары");
        school.presses(curator, "Открыть снова").await;
        shows(&school, curator, "Мероприятие снова открыто");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Готово: 3"]).await;
        shows(&school, curator, "Закрепить пары приказом");
    }

    /// Each sub-item has its own evidence; with the last one the row is closed.
    async fn sub_items_are_ticked_one_by_one(school: TestSchool) {
        let founded = found(&school).await;
        let director = ("Лаптева Ольга Викторовна", "директор");
        let (director, _) = hire(&school, founded.organisation, director, &[Role::Director]).await;
        loads(&school, founded.curator).await;
        school.says(director, "/menu").await;
        press_all(&school, director, &["Мои мероприятия", "Готово: 1", "▫ 2"]).await;
        shows(&school, director, "приказ о кураторе");
        school.presses(director, "Приказ").await;
        school.says(director, "приказ №7-од от 28.08.2026г.").await;
        school.presses(director, "Да, выполнено").await;
        shows(&school, director, "Пункт отмечен");
        shows(&school, director, "✓ 2. приказ о кураторе");
        // A tick can be taken back and given again.
        press_all(&school, director, &["✓ 2"]).await;
        shows(&school, director, "▫ 2. приказ о кураторе");
        press_all(&school, director, &["▫ 2", "Просто сделано", "▫ 1", "Просто сделано"]).await;
        shows(&school, director, "Все пункты отмечены, мероприятие закрыто");
        let curator = founded.curator;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "✓ 2"]).await;
        shows(&school, curator, "▫ приказ о кураторе — Сделано, без документа");
        shows(&school, curator, "отметка: Лаптева О. В.");
    }

    /// From the list to «done» in two taps; several pieces; a reason when it is opened again.
    async fn rows_close_in_two_taps_and_come_back_with_a_reason(school: TestSchool) {
        let founded = found(&school).await;
        let curator = founded.curator;
        let mentor = ("Ёлкин Пётр Андреевич", "учитель физики");
        let (mentor, _) = hire(&school, founded.organisation, mentor, &[Role::Mentor]).await;
        loads(&school, curator).await;
        school.says(mentor, "/menu").await;
        school.presses(mentor, "Мои мероприятия").await;
        press_all(&school, mentor, &["Готово: 1", "Просто сделано"]).await;
        shows(&school, mentor, "Отмечено. Спасибо!");
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "✓ 1"]).await;
        shows(&school, curator, "Сделано, без документа");
        press_all(&school, curator, &["Открыть снова"]).await;
        school.says(curator, "Нет журнала консультаций").await;
        shows(&school, curator, "Открыто снова: Нет журнала консультаций");
        works(&school).await;
        assert!(!school.chat(mentor).contains("Куратор снова открыл"), "{}", school.chat(mentor));
        it_is(&school, "2026-09-02").await;
        shows(&school, mentor, "Куратор снова открыл мероприятие «Провести консультации наставников»");
        shows(&school, mentor, "Причина: Нет журнала консультаций");
        press_all(&school, mentor, &["Открыть", "Количество"]).await;
        school.says(mentor, "много").await;
        shows(&school, mentor, "Не вижу числа");
        school.presses(mentor, "5").await;
        // One more piece for what is done.
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "✓ 1", "Добавить ещё", "Ссылка"]).await;
        school.says(curator, "school.example/journal").await;
        school.presses(curator, "Да, выполнено").await;
        shows(&school, curator, "Подтверждение добавлено");
        shows(&school, curator, "Количество: 5\nhttps://school.example/journal");
    }

    /// «Напомнить позже»: three times, then the curator sees it.
    async fn a_row_is_put_off_and_not_for_ever(school: TestSchool) {
        let founded = found(&school).await;
        let curator = founded.curator;
        let mentor = ("Ёлкин Пётр Андреевич", "учитель физики");
        let (mentor, _) = hire(&school, founded.organisation, mentor, &[Role::Mentor]).await;
        loads(&school, curator).await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Напомнить позже"]).await;
        shows(&school, mentor, "[Завтра, 2 сентября]");
        hides(&school, mentor, "⚠");
        school.presses(mentor, "Через 3 дня, 4 сентября").await;
        shows(&school, mentor, "напомню в пятницу, 4 сентября");
        press_all(&school, mentor, &["Готово: 1"]).await;
        shows(&school, mentor, "Напомню вам в пятницу, 4 сентября");
        press_all(&school, mentor, &["Напомнить позже", "За день до срока, 24 сентября"]).await;
        press_all(&school, mentor, &["Готово: 1", "Напомнить позже"]).await;
        shows(&school, mentor, "Это последний раз: потом об этом узнает куратор");
        school.presses(mentor, "Завтра, 2 сентября").await;
        shows(&school, mentor, "поэтому об этом узнает и куратор");
        press_all(&school, mentor, &["Готово: 1", "Напомнить позже"]).await;
        shows(&school, mentor, "Вы откладывали 3 раза, и куратор об этом знает");
        works(&school).await;
        hides(&school, curator, "откладывает уже 3-й раз");
        it_is(&school, "2026-09-02").await;
        shows(&school, curator, "Ёлкин П. А. откладывает уже 3-й раз");
        // Later than the due day is said.
        it_is(&school, "2026-09-29").await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Готово: 3", "Напомнить позже"]).await;
        shows(&school, curator, "⚠ — это уже после срока");
        shows(&school, curator, "[⚠ Через 3 дня, 2 октября]");
    }

    /// «Не моя задача» goes to the curator and with one tap to a colleague; both are told.
    async fn a_row_that_is_not_theirs_finds_somebody_else(school: TestSchool) {
        let founded = found(&school).await;
        let (curator, organisation) = (founded.curator, founded.organisation);
        let (mentor, _) = hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        let (other, _) = hire(&school, organisation, ("Рыбин Олег Олегович", "учитель"), &[Role::Mentor]).await;
        hire(&school, organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
        loads(&school, curator).await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Ухожу в отпуск"]).await;
        shows(&school, mentor, "Передал куратору");
        hides(&school, mentor, "Провести консультации");
        works(&school).await;
        hides(&school, curator, "не моя задача");
        it_is(&school, "2026-09-02").await;
        shows(&school, curator, "Ёлкин П. А.: не моя задача — отпуск");
        school.presses(curator, "Передать: 1").await;
        shows(&school, curator, "[Рыбин О. О. · 1] [Белова А. И. · 0]");
        school.presses(curator, "Белова А. И. · 0").await;
        shows(&school, curator, "Теперь это делает Белова А. И.");
        assert!(school.screen(mentor).contains("больше не за вами, теперь его делает Белова А. И."), "{}", school.chat(mentor));
        // The history stays on the row, and whoever had it too still has it.
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Дорожная карта", "Готово: 1"]).await;
        shows(&school, curator, "Ёлкин П. А. (отпуск) → Белова А. И.");
        school.says(other, "/menu").await;
        school.presses(other, "Мои мероприятия").await;
        shows(&school, other, "Провести консультации");
        school.says(mentor, "/menu").await;
        school.presses(mentor, "Мои мероприятия").await;
        hides(&school, mentor, "Провести консультации");
    }

    /// What is put off is not spoken of until its day; then it is, and after that as usual.
    async fn what_is_put_off_comes_on_its_day(school: TestSchool) {
        let founded = found(&school).await;
        let mentor = ("Ёлкин Пётр Андреевич", "учитель физики");
        let (mentor, _) = hire(&school, founded.organisation, mentor, &[Role::Mentor]).await;
        loads(&school, founded.curator).await;
        it_is(&school, "2026-09-21").await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Напомнить позже"]).await;
        school.presses(mentor, "Через 3 дня, 24 сентября").await;
        let said = || school.chat(mentor).matches("Напоминаю:").count();
        let before = said();
        for day in ["2026-09-22", "2026-09-23"] {
            it_is(&school, day).await;
            assert_eq!(said(), before, "{day}:\n{}", school.chat(mentor));
        }
        it_is(&school, "2026-09-24").await;
        assert_eq!(said(), before + 1, "{}", school.chat(mentor));
        shows(&school, mentor, "Провести консультации наставников");
        it_is(&school, "2026-09-25").await;
        assert_eq!(said(), before + 2, "{}", school.chat(mentor));
    }

    /// Who was given a row is reminded of it, who gave it away is not, and whoever had it too still is.
    async fn reminders_follow_whoever_has_the_row(school: TestSchool) {
        let founded = found(&school).await;
        let (curator, organisation) = (founded.curator, founded.organisation);
        let (mentor, _) = hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        let (other, _) = hire(&school, organisation, ("Рыбин Олег Олегович", "учитель"), &[Role::Mentor]).await;
        let (new, _) = hire(&school, organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
        loads(&school, curator).await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Ухожу в отпуск"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Решить: 1", "Передать: 1", "Белова А. И. · 0"]).await;
        // Nobody waits for that word: it comes in the morning.
        works(&school).await;
        assert!(!school.chat(new).contains("Провести консультации"), "{}", school.chat(new));
        it_is(&school, "2026-09-02").await;
        shows(&school, new, "«Провести консультации наставников»");
        it_is(&school, "2026-09-22").await;
        for reminded in [other, new] {
            let chat = school.chat(reminded);
            assert!(chat.contains("Напоминаю:") && chat.contains("Провести консультации"), "{chat}");
        }
        assert!(!school.chat(mentor).contains("Напоминаю:"), "{}", school.chat(mentor));
    }

    /// «Просрочено» names who does the row now, to the curator and to the director, not who the document named.
    async fn what_is_late_names_who_does_it_now(school: TestSchool) {
        let founded = found(&school).await;
        let (curator, organisation) = (founded.curator, founded.organisation);
        let director = ("Лаптева Ольга Викторовна", "директор");
        let (director, _) = hire(&school, organisation, director, &[Role::Director]).await;
        let (mentor, _) = hire(&school, organisation, ("Ёлкин Пётр Андреевич", "учитель"), &[Role::Mentor]).await;
        hire(&school, organisation, ("Белова Анна Ильинична", "учитель"), &[]).await;
        loads(&school, curator).await;
        school.says(mentor, "/menu").await;
        press_all(&school, mentor, &["Мои мероприятия", "Готово: 1", "Не моя задача", "Не моя роль"]).await;
        school.says(curator, "/menu").await;
        press_all(&school, curator, &["Решить: 1", "Передать: 1", "Белова А. И. · 0"]).await;
        for day in ["2026-09-25", "2026-10-05", "2026-10-16"] {
            it_is(&school, day).await;
        }
        for told in [curator, director] {
            let chat = school.chat(told);
            let line = chat.lines().find(|line| line.contains("консультации наставников — просрочено")).unwrap_or(&chat);
            assert!(line.contains("Ответственные: Белова А. И.") && !line.contains("Ёлкин"), "{line}");
        }
    }

    /// Whoever stopped the bot is named to the curator with what waits for them.
    async fn whom_the_bot_cannot_reach_is_told(school: TestSchool) {
        let founded = found(&school).await;
        let curator = founded.curator;
        let mentor = ("Ёлкин Пётр Андреевич", "учитель физики");
        let (mentor, _) = hire(&school, founded.organisation, mentor, &[Role::Mentor]).await;
        loads(&school, curator).await;
        it_is(&school, "2026-09-14").await;
        let (chat, now) = (crate::founded::address(mentor), school.now());
        write!(school, |tx| accounts::mark_unreachable(tx, &chat, "blocked", now).await);
        works(&school).await;
        shows(&school, curator, "Остановили бота, сообщения до них не доходят: Ёлкин П. А.");
        school.presses(curator, "Кому не дошло").await;
        shows(&school, curator, "Ёлкин П. А. — бот остановлен 14 сентября\n1 мероприятие");
        // It is said once.
        let said = school.chat(curator).matches("Остановили бота").count();
        it_is(&school, "2026-09-15").await;
        assert_eq!(school.chat(curator).matches("Остановили бота").count(), said);
    }
}
