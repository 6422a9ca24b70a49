//! A municipal centre beside the fictional school, so that joining one and its summary can be tried.

use crate::delivery::Delivery;
use crate::domain::ids::OrganisationId;
use crate::domain::people::{OrganisationKind, Person, Role};
use crate::domain::school_year::SchoolYear;
use crate::sandbox::Sandbox;
use crate::store::organisations::{self, Organisation};
use crate::store::{accounts, people};
use futures::FutureExt;
use std::sync::Arc;

/// Who steers the centre.
const COORDINATOR: &str = "Зимина Клара Петровна";

/// The centre and its coordinator, whose chat with the bot is open.
pub(super) async fn settle_in(sandbox: &Sandbox, bot: &Arc<Delivery>) -> anyhow::Result<()> {
    let user = sandbox.add_user(COORDINATOR);
    let chat = format!("telegram:{}", user.0);
    let now = bot.app.clock.now();
    let write = bot.app.db.write(move |tx| {
        async move {
            let zone = chrono_tz::Europe::Moscow;
            let centre = Organisation {
                id: OrganisationId(tx.next_id(now)),
                name: "Центр развития образования (вымышленный)".to_owned(),
                kind: OrganisationKind::Municipal,
                zone,
                school_year: SchoolYear::containing(now.with_timezone(&zone).date_naive()),
                channel: String::new(),
                channel_title: String::new(),
            };
            let coordinator = Person {
                id: tx.next_id(now).into(),
                organisation: centre.id,
                full_name: COORDINATOR.to_owned(),
                position: "методист".to_owned(),
                roles: vec![Role::Curator, Role::DistrictCoordinator],
            };
            organisations::save(tx, &centre, now).await?;
            people::insert(tx, &coordinator, now).await?;
            accounts::claim(tx, &chat, coordinator.id, "ru", now).await?;
            Ok(())
        }
        .boxed()
    });
    write.await?;
    sandbox.say(user, "/start");
    bot.settle().await
}
