//! What goes wrong between the bot and the messenger, by the numbers of the fault catalogue.

use crate::school::{TestSchool, stories};
use chrono::TimeDelta;
use nastavnik::delivery::dispatch_due;
use nastavnik::domain::notice::{Class, Lane};
use nastavnik::sandbox::{Fault, FaultKind, Odd, UserId};
use nastavnik::store::outbox;
use nastavnik::text::{Letter, Markup, Place, Sheet};

/// How often a person reads how to get in.
fn welcomes(school: &TestSchool, user: UserId) -> usize {
    school
        .sandbox
        .messages(user)
        .iter()
        .filter(|message| message.from_bot && message.text.contains("ссылку-приглашение"))
        .count()
}

async fn states(school: &TestSchool) -> Vec<String> {
    let mut reader = school.app.db.read().await.unwrap();
    outbox::list(&mut reader).await.unwrap().into_iter().map(|row| row.state).collect()
}

stories! {
    /// Stored, then the process died before anything was done about it.
    async fn f01_an_update_stored_but_not_handled_is_handled_after_a_restart(mut school: TestSchool) {
        let olga = school.somebody("Ольга");
        let raw = format!(
            r#"{{"update_id":700,"message":{{"message_id":9,"date":0,"text":"привет","chat":{{"id":{0},"type":"private"}},"from":{{"id":{0},"is_bot":false,"first_name":"О"}}}}}}"#,
            olga.0
        );
        school.says(olga, "/start").await;
        let (bot, lane, now) = (school.app.me.key.clone(), format!("telegram:{}", olga.0), school.now());
        school.app.db.write(move |tx| Box::pin(async move {
            nastavnik::store::inbox::insert(tx, &bot, (700, &lane, &raw), now).await
        })).await.unwrap();
        assert_eq!(welcomes(&school, olga), 1);
        school.restarts().await;
        assert_eq!(welcomes(&school, olga), 2);
        school.restarts().await;
        assert_eq!(welcomes(&school, olga), 2, "handled once");
    }

    async fn f21_the_same_update_twice_is_answered_once(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.says(olga, "/start").await;
        let raw = serde_json::json!({"update_id": 900, "message": {"message_id": 77, "date": 0, "text": "привет",
            "chat": {"id": olga.0, "type": "private"}, "from": {"id": olga.0, "is_bot": false, "first_name": "О"}}});
        for delivery in 0..3 {
            let (bot, lane, raw, now) =
                (school.app.me.key.clone(), format!("telegram:{}", olga.0), raw.to_string(), school.now());
            let stored = school.app.db.write(move |tx| Box::pin(async move {
                nastavnik::store::inbox::insert(tx, &bot, (900, &lane, &raw), now).await
            })).await.unwrap();
            assert_eq!(stored.is_some(), delivery == 0);
            nastavnik::delivery::replay(&school.bot).await.unwrap();
            school.settle().await;
            assert_eq!(welcomes(&school, olga), 2, "one for /start and one for the update");
        }
    }

    async fn f07_a_429_is_waited_out_and_others_are_served(school: TestSchool) {
        let (olga, igor) = (school.somebody("Ольга"), school.somebody("Игорь"));
        school.sandbox.fail_next(Fault {
            method: Some("sendMessage".to_owned()),
            chat: Some(olga.0),
            times: 1,
            kind: FaultKind::TooManyRequests { retry_after: 30 },
        });
        school.says(olga, "/start").await;
        school.says(igor, "/start").await;
        assert_eq!((welcomes(&school, olga), welcomes(&school, igor)), (0, 1));
        school.advance(TimeDelta::seconds(27)).await;
        assert_eq!(welcomes(&school, olga), 0);
        school.advance(TimeDelta::seconds(4)).await;
        assert_eq!(welcomes(&school, olga), 1);
    }

    async fn f08_a_server_error_is_tried_once_more_after_a_minute(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.sandbox.fail_next(Fault::once("sendMessage", FaultKind::ServerError(502)));
        school.says(olga, "/start").await;
        assert_eq!(welcomes(&school, olga), 0);
        school.advance(TimeDelta::seconds(61)).await;
        assert_eq!(welcomes(&school, olga), 1);
        assert_eq!(states(&school).await, ["sent"]);
    }

    /// The message arrived, its receipt did not: the second copy is allowed for an answer, a third is not.
    async fn f09_a_cut_connection_costs_at_most_one_duplicate(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.sandbox.fail_next(Fault {
            method: Some("sendMessage".to_owned()),
            chat: None,
            times: 5,
            kind: FaultKind::ResetAfter,
        });
        school.says(olga, "/start").await;
        for _ in 0..10 {
            school.advance(TimeDelta::minutes(2)).await;
        }
        assert_eq!(welcomes(&school, olga), 2);
        assert_eq!(states(&school).await, ["unknown"]);
    }

    async fn f10_what_did_not_arrive_is_tried_until_it_does(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.says(olga, "/start").await;
        school.sandbox.fail_next(Fault {
            method: Some("sendMessage".to_owned()),
            chat: None,
            times: 3,
            kind: FaultKind::TooManyRequests { retry_after: 1 },
        });
        school.says(olga, "привет").await;
        for _ in 0..5 {
            school.advance(TimeDelta::seconds(90)).await;
        }
        assert_eq!(welcomes(&school, olga), 2);
    }

    async fn f13_somebody_who_blocked_the_bot_is_unreachable_until_they_write(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.sandbox.fail_next(Fault::once(
            "sendMessage",
            FaultKind::Forbidden("bot was blocked by the user".to_owned()),
        ));
        school.says(olga, "/start").await;
        assert_eq!(states(&school).await, ["unreachable"]);
        school.says(olga, "/start").await;
        assert_eq!(welcomes(&school, olga), 1);
    }

    async fn f16_a_screen_that_was_deleted_is_sent_anew(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.says(olga, "/start").await;
        school.says(olga, "что угодно").await;
        let before = school.sandbox.messages(olga).len();
        school.says(olga, "/menu").await;
        assert!(school.sandbox.messages(olga).len() > before);
    }

    async fn f49_whatever_is_sent_gets_an_answer(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.says(olga, "/start").await;
        for odd in Odd::ALL {
            let before = school.sandbox.messages(olga).iter().filter(|message| message.from_bot).count();
            school.sandbox.send_odd(olga, odd);
            school.advance(TimeDelta::seconds(2)).await;
            let after = school.sandbox.messages(olga).iter().filter(|message| message.from_bot).count();
            assert_eq!(after, before + 1, "{odd:?}\n{}", school.chat(olga));
        }
    }

    async fn f49_an_album_is_answered_once(school: TestSchool) {
        let olga = school.somebody("Ольга");
        school.says(olga, "/start").await;
        let before = school.sandbox.messages(olga).iter().filter(|message| message.from_bot).count();
        school.sandbox.send_album(olga, &[vec![1], vec![2], vec![3]]);
        school.settle().await;
        let after = school.sandbox.messages(olga).iter().filter(|message| message.from_bot).count();
        assert_eq!(after, before + 1, "{}", school.chat(olga));
    }

    async fn f51_groups_are_left_in_peace(school: TestSchool) {
        let olga = school.somebody("Ольга");
        let group = school.sandbox.add_group("Учительская");
        school.sandbox.say_in_group(group, olga, "/start");
        school.sandbox.say_anonymously(group, "/start");
        school.settle().await;
        assert!(school.sandbox.messages(group).iter().all(|message| !message.from_bot));
        assert!(states(&school).await.is_empty());
    }

    async fn f53_a_flood_is_told_to_slow_down_once_and_hurts_nobody(school: TestSchool) {
        let (olga, igor) = (school.somebody("Ольга"), school.somebody("Игорь"));
        for number in 0..80 {
            school.sandbox.say(olga, &format!("сообщение {number}"));
        }
        school.sandbox.say(igor, "/start");
        school.settle().await;
        for _ in 0..40 {
            school.advance(TimeDelta::seconds(30)).await;
        }
        assert_eq!(welcomes(&school, igor), 1);
        let warnings =
            school.sandbox.messages(olga).iter().filter(|message| message.text.contains("Слишком много")).count();
        assert_eq!(warnings, 1, "{}", school.chat(olga));
    }

    /// A row behind the chat is broken in the database: not the user's fault.
    async fn f06_a_fault_of_ours_ends_in_an_apology_and_the_next_message_works(school: TestSchool) {
        let (olga, igor) = (school.somebody("Ольга"), school.somebody("Игорь"));
        school.says(olga, "/start").await;
        let chat = format!("telegram:{}", olga.0);
        school.break_organisation_of(&chat).await;
        school.says(olga, "привет").await;
        school.says(igor, "/start").await;
        assert!(school.screen(olga).contains("ошибка на нашей стороне"), "{}", school.chat(olga));
        assert_eq!(welcomes(&school, igor), 1);
    }

    async fn f46_markup_that_is_refused_goes_out_as_plain_text(school: TestSchool) {
        let olga = school.somebody("Ольга");
        let refusal = FaultKind::BadRequest("can't parse entities: Unsupported start tag".to_owned());
        school.sandbox.fail_next(Fault::once("sendMessage", refusal));
        school.says(olga, "/start").await;
        assert_eq!(welcomes(&school, olga), 1, "{}", school.chat(olga));
    }

    /// Two processes work on one outbox, and one of them was stopped in the middle of a public message.
    async fn f29_two_processes_never_send_a_public_message_twice(school: TestSchool) {
        let people: Vec<_> = (0..12).map(|number| school.somebody(&format!("Человек {number}"))).collect();
        for person in &people {
            school.says(*person, "/start").await;
        }
        public_messages(&school, &people).await;
        let other = school.another_bot().await;
        let now = school.now();
        let stopped = school.app.db.write(move |tx| Box::pin(async move {
            outbox::claim_due(tx, (0, 1), now).await
        })).await.unwrap();
        assert_eq!(stopped.len(), 1);
        for _ in 0..10 {
            let (mine, theirs) = futures::join!(dispatch_due(&school.bot), dispatch_due(&other));
            mine.unwrap();
            theirs.unwrap();
            school.clock.advance(TimeDelta::seconds(20));
        }
        let copies = |person: &UserId| {
            school.sandbox.messages(*person).iter().filter(|message| message.text == "объявление").count()
        };
        assert!(people.iter().all(|person| copies(person) <= 1), "nobody got it twice");
        assert_eq!(people.iter().map(copies).sum::<usize>(), 11, "the one in the middle waits for a person's word");
        assert_eq!(states(&school).await.iter().filter(|state| *state == "unknown").count(), 1);
    }
}

/// One message to each that must not be repeated.
async fn public_messages(school: &TestSchool, people: &[UserId]) {
    let sheet = Sheet { text: Markup::plain("объявление"), ..Sheet::default() };
    let place = Place::New { previous: None };
    let letter = Letter::Screen { sheet: Some(sheet), place, version: 0, press: None, toast: None };
    let letter = serde_json::to_string(&letter).unwrap();
    let (chats, now): (Vec<_>, _) = (people.iter().map(|user| format!("telegram:{}", user.0)).collect(), school.now());
    let write = school.app.db.write(move |tx| {
        Box::pin(async move {
            for chat in &chats {
                let envelope = outbox::Envelope {
                    dedupe_key: &format!("public:{chat}"),
                    chat,
                    lane: Lane::Broadcast,
                    class: Class::NeverRepeat,
                    letter: &letter,
                    not_before: now,
                    expires_at: None,
                };
                outbox::enqueue(tx, &envelope, now).await?;
            }
            Ok(())
        })
    });
    write.await.unwrap();
}
