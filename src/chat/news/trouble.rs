//! A person's word on something public that did not come out, or may not have.

use super::may_publish;
use crate::chat::{Action, Input, Screen, State, Talk, Turn};
use crate::domain::ids::OutboxId;
use crate::domain::notice::Notice;
use crate::domain::post::PostState;
use crate::store::outbox::{self, Record};
use crate::store::posts;
use crate::text::{Letter, Markup, publishing};
use crate::tr;

/// What the person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chat) enum Word {
    SendAgain,
    /// It is out already; or, when it certainly is not, it need not come out.
    Settled,
}

/// Under the notice: the notice becomes what was decided.
pub(super) async fn turn(talk: &mut Talk<'_>, input: Input) -> anyhow::Result<Turn> {
    let answer = match input {
        Input::Press(Action::TroubleAgain { outbox }) => answer(talk, outbox, Word::SendAgain),
        Input::Press(Action::TroubleSettle { outbox }) => answer(talk, outbox, Word::Settled),
        _ => return Ok(Turn::to(State::Home)),
    };
    let said = answer.await?;
    Ok(Turn::in_place(Screen::new(said)))
}

/// Does what was said, if it is still to be said; returns what to tell the person.
pub(in crate::chat) async fn answer(talk: &mut Talk<'_>, id: OutboxId, word: Word) -> anyhow::Result<Markup> {
    let locale = talk.locale;
    let row = outbox::find(talk.tx, id).await?;
    let Some((row, what)) = subject(talk, row).await? else {
        return Ok(tr!(locale, "trouble-not-yours"));
    };
    if !is_open(talk, &row).await? {
        return Ok(tr!(locale, "trouble-old", what = what));
    }
    if word == Word::SendAgain {
        if row.chat != talk.organisation()?.channel {
            return Ok(tr!(locale, "trouble-why-channel"));
        }
        if !outbox::send_again(talk.tx, id, talk.now).await? {
            return Ok(tr!(locale, "trouble-old", what = what));
        }
        record(talk, &row, PostState::Scheduled).await?;
        return Ok(tr!(locale, "trouble-again", what = what));
    }
    if outbox::confirm_sent(talk.tx, id, talk.now).await? {
        record(talk, &row, PostState::Published).await?;
        return Ok(tr!(locale, "trouble-settled", what = what));
    }
    record(talk, &row, PostState::Draft).await?;
    Ok(tr!(locale, "trouble-left", what = what))
}

/// What the row is about, if this person may decide on it.
async fn subject(talk: &mut Talk<'_>, row: Option<Record>) -> anyhow::Result<Option<(Record, Markup)>> {
    let locale = talk.locale;
    let own = talk.organisation()?.id;
    let Some(row) = row.filter(|_| may_publish(talk)) else {
        return Ok(None);
    };
    Ok(match notice_of(&row) {
        Some(Notice::PostPublished { post }) => posts::find(talk.tx, post)
            .await?
            .filter(|post| post.organisation == own)
            .map(|post| (row, publishing::what_post(locale, &post))),
        Some(Notice::PairsAnnounced { pairs }) => {
            let first = match pairs.first() {
                Some(first) => crate::store::pairs::find(talk.tx, *first).await?,
                None => None,
            };
            let what = publishing::what_pairs(locale, pairs.len());
            first.filter(|pair| pair.organisation == own).map(|_| (row, what))
        }
        _ => None,
    })
}

fn notice_of(row: &Record) -> Option<Notice> {
    match serde_json::from_str(&row.letter) {
        Ok(Letter::Notice(notice)) => Some(notice),
        _ => None,
    }
}

/// Whether what was published still waits for a word, and for a word on this very row.
async fn is_open(talk: &mut Talk<'_>, row: &Record) -> anyhow::Result<bool> {
    Ok(match notice_of(row) {
        Some(Notice::PostPublished { post }) => posts::find(talk.tx, post).await?.is_some_and(|post| {
            post.outbox_key() == row.dedupe_key && matches!(post.state, PostState::Unknown | PostState::Failed)
        }),
        Some(Notice::PairsAnnounced { .. }) => crate::store::pairs::awaits_word(talk.tx, &row.dedupe_key).await?,
        _ => false,
    })
}

async fn record(talk: &mut Talk<'_>, row: &Record, state: PostState) -> anyhow::Result<()> {
    match notice_of(row) {
        Some(Notice::PostPublished { post }) => posts::record(talk.tx, post, state, talk.now).await,
        Some(Notice::PairsAnnounced { .. }) => {
            crate::store::pairs::record_announcement(talk.tx, &row.dedupe_key, state).await
        }
        _ => Ok(()),
    }
}
