//! What the curator does in a year, scene by scene.

use super::curator::Curator;
use crate::chat::{Action, SetupStep, Zone};
use crate::domain::fictional_staff::FictionalPerson;
use crate::domain::people::OrganisationKind;
use crate::domain::school_year::SchoolYear;
use crate::sandbox::{Membership, Rights};
use crate::store::invitations::{self, Invitation};
use crate::text::{self, Locale};
use anyhow::Context;
use futures::FutureExt;

/// A school that does not exist.
const SCHOOL: &str = "Школа № 0 (вымышленная)";

/// The first day: who we are, the channel.
pub(super) async fn set_up(curator: &mut Curator<'_>, name: &str, year: SchoolYear) -> anyhow::Result<()> {
    let now = curator.stage.now();
    let write = curator
        .stage
        .app()
        .db
        .write(move |tx| async move { invitations::issue(tx, Invitation::Curator, now).await }.boxed());
    let code = write.await?.code;
    curator.says(&format!("/start {code}")).await?;
    curator.says(name).await?;
    curator.says(SCHOOL).await?;
    let kind = OrganisationKind::School;
    curator.presses(|action| *action == Action::SetupKind { kind }, "the kind").await?;
    let zone = Zone::Moscow;
    curator.presses(|action| *action == Action::SetupZone { zone }, "the time zone").await?;
    let year = u32::try_from(year.0).unwrap_or_default();
    curator.presses(|action| *action == Action::SetupYear { year }, "the school year").await?;
    link_channel(curator).await
}

/// The bot is made an administrator of the channel, and the curator forwards a post.
async fn link_channel(curator: &mut Curator<'_>) -> anyhow::Result<()> {
    let sandbox = curator.stage.sandbox.clone();
    let channel = sandbox.add_channel("Новости вымышленной школы", Some("no_such_school_news"));
    sandbox.add_member(channel, curator.user, Membership::Creator);
    let rights = Rights { is_admin: true, can_post: true };
    sandbox.set_bot_rights(channel, rights);
    curator.stage.talk().await?;
    let step = SetupStep::Channel;
    let asks_still = |action: &Action| matches!(action, Action::SetupSkip) || *action == Action::SetupOpen { step };
    if curator.presses_if_there(asks_still).await? {
        sandbox.forward_post(curator.user, channel, "Добро пожаловать!");
        curator.stage.talk().await?;
    }
    Ok(())
}

/// The staff list from a file.
pub(super) async fn load_staff(curator: &mut Curator<'_>, staff: &[FictionalPerson]) -> anyhow::Result<()> {
    curator.opens(|action| *action == Action::StaffFile, "load the staff list").await?;
    curator.sends("Сотрудники.csv", table(staff).as_bytes()).await?;
    curator.presses(|action| *action == Action::StaffLoad, "take the staff list").await
}

/// As a school's list looks.
fn table(staff: &[FictionalPerson]) -> String {
    let line = |person: &FictionalPerson| {
        let role = |role| text::label(Locale::Ru, &format!("role-{role}"), &[]);
        let roles: Vec<String> = person.roles.iter().map(role).collect();
        let position = person.position.replace(';', ",");
        format!("{};{position};{}\n", person.full_name, roles.join(", "))
    };
    let lines: String = staff.iter().map(line).collect();
    format!("ФИО;Должность;Роль\n{lines}")
}

/// The link for the staff; returns its code.
pub(super) async fn invite(curator: &mut Curator<'_>) -> anyhow::Result<String> {
    curator.opens(|action| *action == Action::Invite, "the invitation").await?;
    let make = |action: &Action| matches!(action, Action::InviteNew { .. });
    curator.presses(make, "a link").await?;
    curator.code().context("no link in the curator's chat")
}

/// Matching, and asking everybody whom it proposes. `false` when it proposes nobody.
pub(super) async fn match_all(curator: &mut Curator<'_>) -> anyhow::Result<bool> {
    curator.opens(|action| *action == Action::Matching, "matching").await?;
    curator.presses_if_there(|action| matches!(action, Action::MatchingRun { .. })).await?;
    let ask = |action: &Action| *action == Action::MatchingAsk;
    if !curator.presses_if_there(ask).await? {
        return Ok(false);
    }
    let all = |action: &Action| matches!(action, Action::MatchingAskAll { .. });
    curator.presses(all, "ask everybody").await?;
    Ok(true)
}

/// The order for all who agreed, and the announcement. `false` when nobody did.
pub(super) async fn order(curator: &mut Curator<'_>) -> anyhow::Result<bool> {
    curator.opens(|action| *action == Action::Pairs, "the pairs").await?;
    let order = |action: &Action| *action == Action::PairsOrder;
    if !curator.presses_if_there(order).await? {
        return Ok(false);
    }
    curator.presses(|action| *action == Action::OrderNext, "the pairs in the order").await?;
    curator.says("45-к").await?;
    let day = |action: &Action| matches!(action, Action::OrderOn { .. });
    curator.presses(day, "the order's day").await?;
    let sure = |action: &Action| matches!(action, Action::OrderSure { announce: true });
    curator.presses(sure, "the order in force").await?;
    Ok(true)
}

/// A piece of news: at once, or tomorrow at noon.
pub(super) async fn publish(curator: &mut Curator<'_>, text: &str, at_once: bool) -> anyhow::Result<()> {
    curator.opens(|action| *action == Action::News, "the news").await?;
    curator.presses(|action| *action == Action::NewsNew, "a new piece").await?;
    curator.says(text).await?;
    if at_once {
        let publish = |action: &Action| matches!(action, Action::NewsPublish { .. });
        return curator.presses(publish, "publish").await;
    }
    let time = |action: &Action| matches!(action, Action::NewsPickTime { .. });
    curator.presses(time, "publish at a time").await?;
    curator.says("завтра 12:00").await
}
