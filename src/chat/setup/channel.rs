//! The channel: whoever shows it to the bot as a curator links it, if the bot may post there.

use super::{SetupStep, go_on};
use crate::chat::{State, Talk, Turn};
use crate::messenger::{ChannelRights, ChannelSeen};
use crate::store::organisations;
use crate::tr;
use anyhow::Context;

/// A curator showed a channel: a forwarded post, its @name, or the bot was made an administrator there.
///
/// Where another channel is linked, it changes only at the place that asks for it: people forward all sorts of posts.
pub(in crate::chat) async fn channel_seen(
    talk: &mut Talk<'_>,
    state: &State,
    seen: ChannelSeen,
) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let organisation = talk.organisation()?;
    let linked = organisation.channel.clone();
    let asked = match state {
        State::Setup { step: SetupStep::Channel, walk, .. } => Some(*walk),
        _ => None,
    };
    let Some(rights) = seen.rights else {
        return Ok(Turn::hint(tr!(locale, "setup-channel-not-seen")));
    };
    let title = rights.title.clone();
    if !rights.may_post {
        return Ok(Turn::hint(tr!(locale, "setup-channel-no-right", title = &title)));
    }
    if asked.is_none() && !linked.is_empty() && linked != rights.address {
        let now = &organisation.channel_title;
        return Ok(Turn::hint(tr!(locale, "setup-channel-other", title = now)));
    }
    link(talk, rights).await?;
    let note = tr!(locale, "setup-channel-linked", title = &title);
    Ok(match asked {
        Some(walk) => go_on(talk, SetupStep::Channel, walk).await?.with_note(note),
        None => Turn::hint(note),
    })
}

async fn link(talk: &mut Talk<'_>, rights: ChannelRights) -> anyhow::Result<()> {
    let organisation = talk.organisation.as_mut().context("a curator has an organisation")?;
    organisation.channel = rights.address;
    organisation.channel_title = rights.title;
    organisations::save(talk.tx, organisation, talk.now).await
}
