//! One update: from what came in to the one row that answers it.

use super::action::Action;
use super::route::{Route, route};
use super::talk::{Input, Next};
use super::{Attached, Screen, State, Talk, Turn, closing, home, show, turn};
use crate::domain::notice::{Class, Lane};
use crate::files::document::DocumentProblem;
use crate::label;
use crate::messenger::{Content, Incoming};
use crate::store::outbox::{self, Claimed};
use crate::store::sessions::{self, Session};
use crate::store::visitors::{self, Visitor};
use crate::store::{Tx, accounts, audit, marks};
use crate::text::{Letter, Locale, Place};
use crate::tr;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// An update to be answered.
pub struct Visit {
    pub incoming: Incoming,
    /// Makes the answer to this update only once.
    pub key: String,
    pub now: DateTime<Utc>,
    pub start_link: String,
    /// What was read in the file that came, where the chat waits for a document.
    pub document: Option<Arc<Result<Attached, DocumentProblem>>>,
}

/// The press that is being answered.
struct Pressed {
    id: String,
    message: Option<String>,
    /// The version the button carries; 0 under a notice.
    version: i64,
}

/// How the chat stands before the turn.
struct Standing {
    state: State,
    version: i64,
    message: String,
}

/// Takes one update within a unit of work. Returns the answer, stored and ready to be sent after the commit.
pub async fn receive(tx: &mut Tx, visit: &Visit) -> anyhow::Result<Option<Claimed>> {
    let Incoming { chat, sender: Some(sender), content } = &visit.incoming else {
        return Ok(None);
    };
    let Visitor { session: stored, account, person, organisation } = visitors::get(tx, chat).await?;
    let mut place = Standing {
        // A place that this program does not know (an older or newer one wrote it) is the menu.
        state: stored.as_ref().and_then(|row| serde_json::from_str(&row.state).ok()).unwrap_or(State::Home),
        version: stored.as_ref().map_or(0, |row| row.version),
        message: stored.map(|row| row.message).unwrap_or_default(),
    };
    let locale = account
        .as_ref()
        .and_then(|account| Locale::from_code(&account.locale))
        .unwrap_or_else(|| Locale::from_tag(sender.language.as_deref()));
    if account.is_some_and(|account| account.unreachable_at.is_some()) {
        accounts::mark_reachable(tx, chat).await?;
    }
    let mut talk = Talk {
        tx,
        now: visit.now,
        chat,
        key: &visit.key,
        sender,
        locale,
        person,
        organisation,
        start_link: &visit.start_link,
        document: visit.document.as_deref(),
    };
    if !place.state.audience().admits(&talk) {
        place.state = State::Home;
    }
    let route = route(content.clone()).await;
    answer(&mut talk, visit, place, route).await
}

async fn answer(talk: &mut Talk<'_>, visit: &Visit, place: Standing, route: Route) -> anyhow::Result<Option<Claimed>> {
    let locale = talk.locale;
    let state = place.state.clone();
    let input = match route {
        Route::Silence => return Ok(None),
        Route::Blocked(blocked) => {
            if blocked {
                accounts::mark_unreachable(talk.tx, talk.chat, "stopped by the person", talk.now).await?;
            }
            return Ok(None);
        }
        Route::Press { id, data, message } => {
            return press(talk, visit, place, (id, &data, message)).await;
        }
        Route::Start(code) => {
            return finish(home::start(talk, state, &code).await?, talk, visit, (place, None)).await;
        }
        Route::Command(name) => {
            return finish(home::command(talk, &state, &name), talk, visit, (place, None)).await;
        }
        Route::Edited => {
            return finish(Turn::hint(tr!(locale, "hint-edited")), talk, visit, (place, None)).await;
        }
        Route::Channel(channel) => {
            return finish(home::channel(talk, state, channel).await?, talk, visit, (place, None)).await;
        }
        Route::Unsupported { kind, album } => {
            if !first_of_album(talk, album.as_deref()).await? {
                return Ok(None);
            }
            let hint = crate::text::markup(locale, &format!("hint-unsupported-{kind}"), &[]);
            return finish(Turn::hint(hint), talk, visit, (place, None)).await;
        }
        Route::Photo { album, .. } if !first_of_album(talk, album.as_deref()).await? => {
            return Ok(None);
        }
        Route::Text(text) => Input::Text(text),
        Route::File(file) => Input::File(file),
        Route::Photo { file, caption, .. } => Input::Photo { file, caption },
    };
    let facts = talk.tx.facts();
    let done = turn(state.flow(), talk, state, input).await?;
    let done = closing::after(talk, facts, done).await?;
    finish(done, talk, visit, (place, None)).await
}

/// Pictures sent together are answered once.
async fn first_of_album(talk: &mut Talk<'_>, album: Option<&str>) -> anyhow::Result<bool> {
    match album {
        Some(album) => {
            let job = format!("album in {}", talk.chat);
            marks::set_once(talk.tx, &job, crate::domain::ids::OrganisationId(0), album).await
        }
        None => Ok(true),
    }
}

async fn press(
    talk: &mut Talk<'_>,
    visit: &Visit,
    place: Standing,
    (id, data, message): (String, &str, Option<String>),
) -> anyhow::Result<Option<Claimed>> {
    let locale = talk.locale;
    let Some((version, action)) = Action::decode(data) else {
        let turn = Turn::quiet().with_toast(label!(locale, "toast-unknown-button"));
        return finish(turn, talk, visit, (place, Some(Pressed { id, message, version: 0 }))).await;
    };
    let pressed = Pressed { id, message, version };
    if !action.audience().admits(talk) {
        audit::insert(talk.tx, talk.person.as_ref().map(|person| person.id), ("press refused", data), talk.now).await?;
        let turn = Turn::quiet().with_toast(label!(locale, "toast-unknown-button"));
        return finish(turn, talk, visit, (place, Some(pressed))).await;
    }
    if version != 0 && version != place.version {
        return stale(talk, visit, place, pressed).await;
    }
    let flow = action.flow();
    let facts = talk.tx.facts();
    let done = turn(flow, talk, place.state.clone(), Input::Press(action)).await?;
    let done = closing::after(talk, facts, done).await?;
    finish(done, talk, visit, (place, Some(pressed))).await
}

/// A button of a screen that is gone. The second tap of two in a hurry is only confirmed; a button further up
/// is answered, and the current screen comes down to where the person looks.
async fn stale(
    talk: &mut Talk<'_>,
    visit: &Visit,
    place: Standing,
    mut pressed: Pressed,
) -> anyhow::Result<Option<Claimed>> {
    if pressed.message.as_deref() == Some(place.message.as_str()) {
        return finish(Turn::quiet(), talk, visit, (place, Some(pressed))).await;
    }
    pressed.version = 0;
    let turn = Turn::stay().with_toast(label!(talk.locale, "toast-old-button"));
    finish(turn, talk, visit, (place, Some(pressed))).await
}

/// Draws what was decided and stores it as the answer.
async fn finish(
    turn: Turn,
    talk: &mut Talk<'_>,
    visit: &Visit,
    (place, pressed): (Standing, Option<Pressed>),
) -> anyhow::Result<Option<Claimed>> {
    let (state, moved) = match &turn.next {
        Next::To(state) | Next::Drawn(state, _) => (state.clone(), *state != place.state),
        _ => (place.state.clone(), false),
    };
    let version = if moved || place.version == 0 { place.version + 1 } else { place.version };
    let own = pressed.as_ref().is_some_and(|pressed| pressed.version != 0);
    let target = pressed.as_ref().and_then(|pressed| pressed.message.clone());
    let previous = (!place.message.is_empty()).then_some(place.message.clone());
    let (screen, to) = match turn.next {
        Next::Quiet => (None, Place::New { previous: None }),
        Next::InPlace(screen) => (Some(screen), target.map_or(Place::New { previous: None }, Place::Edit)),
        next => {
            let screen = match next {
                Next::Drawn(_, screen) => screen,
                _ => show(talk, &state).await?,
            };
            let screen = screen.with_note(&turn.note);
            let to = match target.filter(|_| own && !screen.is_photo()) {
                Some(message) => Place::Edit(message),
                None => Place::New { previous },
            };
            keep(talk, &state, version, &to).await?;
            (Some(screen), to)
        }
    };
    let in_place = matches!(to, Place::Edit(_)) && !own;
    store(talk, visit, screen, (to, if in_place { 0 } else { version }), (pressed, turn.toast)).await
}

async fn keep(talk: &mut Talk<'_>, state: &State, version: i64, to: &Place) -> anyhow::Result<()> {
    let message = match to {
        Place::Edit(message) => message.clone(),
        Place::New { .. } => String::new(),
    };
    let session = Session { state: serde_json::to_string(state)?, version, message };
    sessions::save(talk.tx, talk.chat, &session, talk.now).await
}

async fn store(
    talk: &mut Talk<'_>,
    visit: &Visit,
    screen: Option<Screen>,
    (place, version): (Place, i64),
    (pressed, toast): (Option<Pressed>, Option<String>),
) -> anyhow::Result<Option<Claimed>> {
    if screen.is_none() && pressed.is_none() {
        return Ok(None);
    }
    let class = match place {
        Place::Edit(_) => Class::Idempotent,
        Place::New { .. } => Class::Repeatable,
    };
    let sheet = screen.map(|screen| screen.into_sheet(version));
    let press = pressed.map(|pressed| pressed.id);
    let letter = serde_json::to_string(&Letter::Screen { sheet, place, version, press, toast })?;
    let envelope = outbox::Envelope {
        dedupe_key: &visit.key,
        chat: talk.chat,
        lane: Lane::Answer,
        class,
        letter: &letter,
        not_before: talk.now,
        expires_at: None,
    };
    outbox::insert_claimed(talk.tx, &envelope, talk.now).await
}

/// Whether the file that came is waited for at the place where its chat stands.
pub async fn wants_file(conn: &mut sqlx::AnyConnection, incoming: &Incoming) -> anyhow::Result<bool> {
    if !matches!(incoming.content, Content::File(_)) {
        return Ok(false);
    }
    let session = sessions::find(conn, &incoming.chat).await?;
    let state = session.and_then(|row| serde_json::from_str::<State>(&row.state).ok());
    Ok(state.is_some_and(|state| state.wants_file()))
}
