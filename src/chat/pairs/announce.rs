//! Official pairs in the channel: one post for all that are announced together.

use super::list::{all, waits_for_channel};
use super::{PairsPlace, to};
use crate::chat::news::trouble::{self, Word};
use crate::chat::{Action, Screen, Talk, Turn, back, button};
use crate::domain::consent::Consents;
use crate::domain::ids::{OutboxId, PairId, PersonId};
use crate::domain::notice::Notice;
use crate::domain::pair::Pair;
use crate::label;
use crate::store::{consents, pairs, people};
use crate::text::publishing::{self, PublicPair};
use crate::text::{Locale, Markup};
use crate::tr;
use std::collections::BTreeMap;

/// The post as the channel will show it, by the consents as they are now.
pub(super) async fn post(
    talk: &mut Talk<'_>,
    named: &[&Pair],
    consents: &BTreeMap<PersonId, Consents>,
) -> anyhow::Result<Markup> {
    let organisation = talk.organisation()?.clone();
    let staff = people::list(talk.tx, organisation.id).await?;
    let public = PublicPair::of_all(&staff, consents, named.iter().copied());
    let year = organisation.school_year.to_string();
    // The channel speaks Russian whoever looks.
    Ok(publishing::pairs(Locale::Ru, (&organisation.name, &year), &public))
}

/// Puts one post about these pairs on its way; `false` without a channel or when all were announced already.
pub(super) async fn queue(talk: &mut Talk<'_>, made: &[PairId]) -> anyhow::Result<bool> {
    let channel = talk.organisation()?.channel.clone();
    if channel.is_empty() {
        return Ok(false);
    }
    let key = format!("pairs announced:{}", talk.tx.next_id(talk.now));
    let mut named = Vec::new();
    for id in made {
        if pairs::announce(talk.tx, *id, &key).await? {
            named.push(*id);
        }
    }
    if named.is_empty() {
        return Ok(false);
    }
    let now = talk.now;
    talk.announce(&channel, &key, Notice::PairsAnnounced { pairs: named }, now).await?;
    Ok(true)
}

/// The official pairs that the channel has not heard of, and the post about them.
pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.clone();
    let waiting: Vec<_> = all(talk).await?.into_iter().filter(waits_for_channel).collect();
    let home = back(locale, Action::Pairs);
    if waiting.is_empty() {
        return Ok(Screen::new(tr!(locale, "announce-nothing")).row([home]));
    }
    if !organisation.has_channel() {
        return Ok(Screen::new(tr!(locale, "announce-no-channel")).row([home]));
    }
    let consents = consents::list_staff(talk.tx, organisation.id).await?;
    let named: Vec<_> = waiting.iter().map(|record| &record.pair).collect();
    let post = post(talk, &named, &consents).await?;
    let text = tr!(locale, "order-preview", channel = &organisation.channel_title, post = post);
    let publish = button(label!(locale, "button-announce"), Action::PairsAnnounceSure);
    Ok(Screen::new(text).row([home, publish]))
}

/// Announces the official pairs that the channel has not heard of.
pub(super) async fn announce_waiting(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let waiting = all(talk).await?.into_iter().filter(waits_for_channel);
    let waiting: Vec<_> = waiting.map(|record| record.pair.id).collect();
    let turn = to(PairsPlace::Home);
    if queue(talk, &waiting).await? {
        return Ok(turn.with_toast(label!(talk.locale, "news-toast-leaving")));
    }
    Ok(turn.with_note(tr!(talk.locale, "announce-nothing")))
}

/// The curator's word on an announcement that did not come out, or may not have, said on a card.
pub(super) async fn say(talk: &mut Talk<'_>, outbox: OutboxId, again: bool) -> anyhow::Result<Turn> {
    let word = if again { Word::SendAgain } else { Word::Settled };
    Ok(Turn::hint(trouble::answer(talk, outbox, word).await?))
}
