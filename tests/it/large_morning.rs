//! A large morning: the outbox is taken as the messenger's limits have room for it, and answers do not wait behind it.

use crate::founded::{address, write};
use crate::school::{TestSchool, stories};
use chrono::TimeDelta;
use nastavnik::delivery::dispatch_due;
use nastavnik::domain::notice::Notice;
use nastavnik::store::outbox::{self, Postage};
use nastavnik::text::Letter;

/// People who are owed something at the same moment: more than the messenger takes in three seconds.
const PEOPLE: usize = 60;

async fn left(school: &TestSchool) -> usize {
    let rows = outbox::list(&mut school.app.db.read().await.unwrap()).await.unwrap();
    rows.iter().filter(|row| row.dedupe_key.starts_with("morning:") && row.state != "sent").count()
}

stories! {
    async fn a_large_morning_takes_each_row_once(school: TestSchool) {
        let people: Vec<_> = (0..PEOPLE).map(|number| school.somebody(&format!("Сотрудник {number}"))).collect();
        for user in &people {
            school.sandbox.say(*user, "/start");
        }
        school.settle().await;
        while school.advance(TimeDelta::seconds(5)).await.chat(people[PEOPLE - 1]).matches("бот").count() == 0 {}
        school.advance(TimeDelta::minutes(1)).await;
        let (chats, now): (Vec<String>, _) = (people.iter().map(|user| address(*user)).collect(), school.now());
        write!(school, |tx| {
            for (number, chat) in chats.iter().enumerate() {
                let key = format!("morning:{number}");
                outbox::owe(tx, (chat, &key), &Letter::Notice(Notice::SlowDown), Postage::NOTICE, now).await?;
            }
            Ok(())
        });
        let (mut taken, mut seconds) = (0, 0);
        loop {
            loop {
                match dispatch_due(&school.bot).await.unwrap() {
                    0 => break,
                    dealt => taken += dealt,
                }
            }
            if seconds == 0 {
                assert!(left(&school).await > PEOPLE / 2, "room is kept for answers");
                // Behind all of them somebody asks for the menu, and has it in the same second.
                school.sandbox.say(people[0], "/menu");
                school.settle().await;
                assert!(school.chat(people[0]).lines().last().is_some_and(|line| !line.contains("/menu")));
            }
            if left(&school).await == 0 {
                break;
            }
            seconds += 1;
            assert!(seconds < 6, "17 go at once, then 25 a second: {} are left", left(&school).await);
            school.clock.advance(TimeDelta::seconds(1));
        }
        assert_eq!(taken, PEOPLE, "nothing is taken only to be put back");
    }
}
