//! News on their way to the channel.

use crate::founded::{Founded, found, hire, rows_to, write};
use crate::school::{TestSchool, stories};
use chrono::TimeDelta;
use nastavnik::domain::people::Role;
use nastavnik::sandbox::{Fault, FaultKind, Rights, UserId};

/// Long enough for a chat to take the next message: it takes one a second after a few.
const SOON: TimeDelta = TimeDelta::seconds(3);

const MAY_POST: Rights = Rights { is_admin: true, can_post: true };

/// What stands in the channel, in order.
fn posts(school: &TestSchool, seven: &Founded) -> Vec<String> {
    school.sandbox.messages(seven.channel).into_iter().map(|message| message.text).collect()
}

/// Writes a piece of news up to its preview.
async fn drafts(school: &TestSchool, user: UserId, text: &str) {
    school.says(user, "/menu").await;
    school.presses(user, "Новости").await;
    school.presses(user, "Новая новость").await;
    school.says(user, text).await;
}

async fn until(school: &TestSchool, moment: &str) {
    school.clock.advance_to(moment.parse().unwrap());
    school.settle().await;
}

/// A picture of one pixel.
fn pixel() -> Vec<u8> {
    let mut bytes = vec![0x89, b'P', b'N', b'G', 13, 10, 26, 10];
    bytes.extend([0; 32]);
    bytes
}

stories! {
    async fn news_come_out_at_once(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, "Открыли <клуб> молодых педагогов.\n\nЖдём всех!").await;
        let preview = school.screen(olga);
        assert!(preview.starts_with("Так новость увидят в канале «Школа № 7»:\n\nОткрыли <клуб>"), "{preview}");
        assert_eq!(posts(&school, &seven), Vec::<String>::new(), "nothing leaves before the word");
        school.presses(olga, "Опубликовать сейчас").await;
        assert_eq!(posts(&school, &seven), ["Открыли <клуб> молодых педагогов.\n\nЖдём всех!"]);
        assert!(school.chat(olga).contains("вышла в канале «Школа № 7»"), "{}", school.chat(olga));
        school.presses(olga, "← Назад").await;
        assert!(school.chat(olga).contains("[Вышедшие (1)]"), "{}", school.chat(olga));
    }

    async fn an_event_with_a_photo_looks_the_same_in_the_preview_and_in_the_channel(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        school.says(olga, "/menu").await.presses(olga, "Новости").await.presses(olga, "Новая новость").await;
        school.sandbox.send_photo(olga, pixel(), "Круглый стол наставников");
        school.settle().await;
        school.presses(olga, "Событие: дата").await;
        school.advance(SOON).await;
        school.says(olga, "когда-нибудь").await;
        assert!(school.screen(olga).contains("Не получилось прочитать дату"), "{}", school.screen(olga));
        school.says(olga, "15.10").await.advance(SOON).await;
        let preview = school.last(olga);
        let body = "Круглый стол наставников\n\nКогда: в четверг, 15 октября";
        assert!(preview.text.ends_with(body), "{}", preview.text);
        assert!(preview.photo.is_some());
        school.presses(olga, "Опубликовать сейчас").await;
        let post = school.last(seven.channel);
        assert_eq!(post.text, body);
        assert!(post.photo.is_some() && post.buttons.is_empty());
    }

    async fn f44_what_is_too_long_is_said_in_numbers(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, &"я".repeat(3_512)).await;
        assert!(school.screen(olga).contains("уберите 12 знаков"), "{}", school.screen(olga));
        school.says(olga, &"я".repeat(1_100)).await.advance(SOON).await;
        school.presses(olga, "Исправить").await;
        school.sandbox.send_photo(olga, pixel(), "");
        school.settle().await;
        assert!(school.screen(olga).contains("Уберите 76 знаков"), "{}", school.screen(olga));
        school.advance(SOON).await;
        school.sandbox.send_photo(olga, pixel(), &"я".repeat(1_024));
        school.settle().await.advance(SOON).await;
        let preview = school.last(olga);
        assert!(preview.photo.is_some() && preview.text == "я".repeat(1_024), "the full length leaves no room for our words");
        school.presses(olga, "Опубликовать сейчас").await;
        assert_eq!(posts(&school, &seven), ["я".repeat(1_024)]);
    }

    async fn a_scheduled_post_survives_restarts_and_comes_out_once(mut school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, "Завтра методический день.").await;
        school.presses(olga, "Назначить время").await;
        assert!(school.screen(olga).contains("сейчас у вас 9:00"), "{}", school.screen(olga));
        school.says(olga, "вчера 9:00").await;
        assert!(school.screen(olga).contains("Это время уже прошло"), "{}", school.screen(olga));
        school.presses(olga, "сегодня 18:00").await;
        assert!(school.screen(olga).contains("Выйдет 1 сентября, 18:00"), "{}", school.screen(olga));
        school.restarts().await;
        until(&school, "2026-09-01T14:59:59Z").await;
        assert!(posts(&school, &seven).is_empty(), "not before its time");
        school.restarts().await;
        school.advance(TimeDelta::minutes(1)).await;
        school.restarts().await;
        school.advance(TimeDelta::days(2)).await;
        assert_eq!(posts(&school, &seven), ["Завтра методический день."]);
        assert!(school.chat(olga).contains("вышла в канале"));
    }

    async fn a_scheduled_post_is_taken_back_changed_and_dropped(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, "Опечтка.").await;
        school.presses(olga, "Назначить время").await.presses(olga, "завтра 9:00").await;
        school.presses(olga, "← Назад").await;
        school.presses(olga, "2 сентября, 9:00 · Опечтка.").await;
        school.presses(olga, "Отменить выход").await;
        school.presses(olga, "Исправить").await;
        school.says(olga, "Опечатка исправлена.").await;
        school.presses(olga, "Назначить время").await.presses(olga, "завтра 9:00").await;
        school.advance(TimeDelta::days(1)).await;
        assert_eq!(posts(&school, &seven), ["Опечатка исправлена."]);
        drafts(&school, olga, "Лишнее.").await;
        school.presses(olga, "Удалить").await;
        school.presses(olga, "← Оставить").await;
        school.presses(olga, "Удалить").await.presses(olga, "Да, удалить").await;
        school.advance(TimeDelta::days(1)).await;
        assert_eq!(posts(&school, &seven).len(), 1);
        assert!(!school.chat(olga).contains("Черновики (2)"));
    }

    /// The messenger took the post, then the line broke: the bot cannot know, so a person looks.
    async fn f09_a_post_of_unknown_outcome_is_not_repeated(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, "Новость дня.").await;
        let mut fault = Fault::once("sendMessage", FaultKind::ResetAfter);
        fault.chat = Some(seven.channel.0);
        school.sandbox.fail_next(fault);
        school.presses(olga, "Опубликовать сейчас").await;
        school.advance(TimeDelta::days(3)).await;
        assert_eq!(posts(&school, &seven), ["Новость дня."], "it did arrive, and is not repeated");
        let asked = school.screen(olga);
        assert!(asked.contains("Неизвестно, вышла ли публикация"), "{asked}");
        school.presses(olga, "Уже вышло").await;
        assert!(school.chat(olga).contains("считаю, что вышло"), "{}", school.chat(olga));
        assert_eq!(posts(&school, &seven).len(), 1);
        school.says(olga, "/menu").await.presses(olga, "Новости").await;
        assert!(school.screen(olga).contains("вышли: 1"), "{}", school.screen(olga));
    }

    async fn f04_a_post_cut_off_by_a_killed_process_waits_for_a_word(mut school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, "Новость дня.").await;
        school.presses(olga, "Назначить время").await.presses(olga, "сегодня 18:00").await;
        until(&school, "2026-09-01T14:59:59Z").await;
        let then = school.now() + TimeDelta::seconds(1);
        // The process claimed the row and died: nobody knows whether the call was made.
        write!(school, |tx| {
            let taken = nastavnik::store::outbox::claim_due(tx, (50, 50), then).await?;
            anyhow::ensure!(taken.len() == 1);
            Ok(())
        });
        school.restarts().await;
        school.advance(TimeDelta::minutes(5)).await;
        assert!(posts(&school, &seven).is_empty());
        assert!(school.screen(olga).contains("Неизвестно, вышла ли публикация"), "{}", school.chat(olga));
        school.presses(olga, "Отправить ещё раз").await;
        assert_eq!(posts(&school, &seven), ["Новость дня."]);
        assert!(school.chat(olga).contains("вышла в канале"), "{}", school.chat(olga));
    }

    async fn f14_the_bot_removed_from_the_channel_is_told_and_mended(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        let (dmitri, _) = hire(&school, seven.organisation, ("Дроздов Дмитрий", "педагог-организатор"), &[Role::Publisher]).await;
        school.sandbox.set_bot_rights(seven.channel, Rights::default());
        drafts(&school, dmitri, "Новость дня.").await;
        school.presses(dmitri, "Опубликовать сейчас").await;
        for person in [olga, dmitri] {
            let asked = school.screen(person);
            assert!(asked.contains("Публикация не вышла") && asked.contains("в администраторы канала"), "{asked}");
        }
        school.sandbox.set_bot_rights(seven.channel, MAY_POST);
        school.presses(olga, "Отправить ещё раз").await;
        assert_eq!(posts(&school, &seven), ["Новость дня."]);
        // The other one's buttons are late: answered, not applied.
        school.presses(dmitri, "Отправить ещё раз").await;
        assert!(school.chat(dmitri).contains("уже разобрались"), "{}", school.chat(dmitri));
        assert_eq!(posts(&school, &seven).len(), 1);
    }

    async fn f28_two_publishers_at_one_draft_do_not_overwrite_each_other(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        let (dmitri, _) = hire(&school, seven.organisation, ("Дроздов Дмитрий", ""), &[Role::Publisher]).await;
        drafts(&school, olga, "Первый вариант.").await;
        school.says(dmitri, "/menu").await.presses(dmitri, "Новости").await;
        school.presses(dmitri, "Черновики (1)").await.presses(dmitri, "Первый вариант.").await;
        school.presses(olga, "Исправить").await;
        school.says(olga, "Второй вариант.").await;
        school.presses(dmitri, "Опубликовать сейчас").await;
        let shown = school.screen(dmitri);
        assert!(shown.contains("новость изменилась") && shown.contains("Второй вариант."), "{shown}");
        assert!(posts(&school, &seven).is_empty());
        school.presses(dmitri, "Опубликовать сейчас").await;
        school.presses(olga, "Опубликовать сейчас").await;
        assert_eq!(posts(&school, &seven), ["Второй вариант."]);
    }

    async fn f24_a_double_tap_publishes_once(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        drafts(&school, olga, "Один раз.").await;
        school.sandbox.press_label(olga, "Опубликовать сейчас").unwrap();
        school.sandbox.press_label(olga, "Опубликовать сейчас").unwrap();
        school.settle().await;
        assert_eq!(posts(&school, &seven), ["Один раз."]);
        assert_eq!(rows_to(&school, seven.channel).await.len(), 1);
    }

    async fn f26_nobody_else_publishes(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        let (teacher, _) = hire(&school, seven.organisation, ("Петров Иван", "учитель"), &[Role::Mentee]).await;
        drafts(&school, olga, "Не для всех.").await;
        school.says(teacher, "/menu").await;
        assert!(!school.screen(teacher).contains("Новости"));
        let last = school.last(olga);
        let publish = last.buttons.iter().flatten().find(|button| button.text == "Опубликовать сейчас").unwrap();
        // The same button without the version of its screen, in another hand.
        let (_, rest) = publish.data.as_deref().unwrap().split_once('.').unwrap();
        let message = school.last(teacher).id;
        school.sandbox.press(teacher, message, &format!("0.{rest}"));
        school.settle().await;
        assert!(posts(&school, &seven).is_empty());
        assert!(!school.chat(teacher).contains("Не для всех."));
    }

    async fn without_a_channel_drafts_are_kept(school: TestSchool) {
        let seven = found(&school).await;
        let olga = seven.curator;
        write!(school, |tx| {
            let mut seven = nastavnik::store::organisations::get(tx, seven.organisation).await?;
            (seven.channel, seven.channel_title) = (String::new(), String::new());
            nastavnik::store::organisations::save(tx, &seven, chrono::DateTime::UNIX_EPOCH).await
        });
        drafts(&school, olga, "Подождём канала.").await;
        let preview = school.screen(olga);
        assert!(preview.contains("Канал ещё не привязан") && !preview.contains("Опубликовать"), "{preview}");
    }
}
