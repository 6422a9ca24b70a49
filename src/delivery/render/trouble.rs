//! To curators and authors: something public did not come out, or may not have.

use super::{Facts, Rendered};
use crate::chat::{Action, Screen, button};
use crate::domain::ids::OutboxId;
use crate::domain::notice::Notice;
use crate::label;
use crate::store::outbox::{self, Record};
use crate::store::{self, organisations, posts};
use crate::text::{Letter, Markup, publishing};
use crate::tr;

/// Nothing when the row was sent again or settled before this notice left.
pub(super) async fn public(facts: &mut Facts<'_>, id: OutboxId) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let Some(row) = outbox::find(facts.db, id).await? else {
        return Ok(None);
    };
    let Some((what, channel)) = subject(facts, &row).await? else {
        return Ok(None);
    };
    let unknown = row.state == "unknown";
    if !unknown && !matches!(row.state.as_str(), "failed" | "unreachable" | "obsolete" | "expired") {
        return Ok(None);
    }
    let (text, settle) = if unknown {
        let text = tr!(locale, "trouble-unknown", what = what, channel = channel);
        (text, label!(locale, "button-trouble-out"))
    } else {
        let reason = publishing::why_not_out(locale, &row.state, &row.reason);
        let text = tr!(locale, "trouble-failed", what = what, channel = channel, reason = reason);
        (text, label!(locale, "button-trouble-leave"))
    };
    let again = button(label!(locale, "button-trouble-again"), Action::TroubleAgain { outbox: id });
    let screen = Screen::new(text).row([button(settle, Action::TroubleSettle { outbox: id }), again]);
    Ok(Some((screen.into_sheet(0), None)))
}

/// What the row was to publish, and the title of the channel.
async fn subject(facts: &mut Facts<'_>, row: &Record) -> anyhow::Result<Option<(Markup, String)>> {
    let locale = facts.locale;
    let (what, organisation) = match serde_json::from_str(&row.letter) {
        Ok(Letter::Notice(Notice::PostPublished { post })) => {
            let Some(post) = posts::find(facts.db, post).await? else {
                return Ok(None);
            };
            (publishing::what_post(locale, &post), post.organisation)
        }
        Ok(Letter::Notice(Notice::PairsAnnounced { pairs })) => {
            let Some(first) = pairs.first() else {
                return Ok(None);
            };
            let Some(pair) = store::pairs::find(facts.db, *first).await? else {
                return Ok(None);
            };
            (publishing::what_pairs(locale, pairs.len()), pair.organisation)
        }
        _ => return Ok(None),
    };
    let organisation = organisations::get(facts.db, organisation).await?;
    Ok(Some((what, organisation.channel_title)))
}
