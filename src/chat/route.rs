//! Which kind of thing came in: the tree whose order is its meaning.

use crate::messenger::{ChannelSeen, Content, IncomingFile, Unsupported};
use dptree::Handler;
use dptree::di::DependencyMap;
use std::ops::ControlFlow;
use std::sync::{Arc, LazyLock};

/// What the conversation has to deal with.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// Nobody waits for an answer.
    Silence,
    /// The person stopped or restarted the bot.
    Blocked(bool),
    /// `/start`, perhaps with a code.
    Start(String),
    /// `/menu`, `/cancel`, `/help` and the like.
    Command(String),
    Press {
        id: String,
        data: String,
        message: Option<String>,
    },
    /// Words for the place where the chat stands.
    Text(String),
    File(IncomingFile),
    Photo {
        file: String,
        caption: String,
        album: Option<String>,
    },
    Channel(ChannelSeen),
    Edited,
    Unsupported {
        kind: Unsupported,
        album: Option<String>,
    },
}

type Tree = Handler<'static, Route>;

/// Commands work anywhere, presses name their own flow, the rest goes to the place where the chat stands.
static TREE: LazyLock<Tree> = LazyLock::new(|| {
    dptree::entry()
        .branch(on(|content| matches!(content, Content::Ignored).then_some(Route::Silence)))
        .branch(on(|content| match content {
            Content::Blocked(blocked) => Some(Route::Blocked(*blocked)),
            _ => None,
        }))
        .branch(on(|content| match content {
            Content::Command { name, rest } if name == "start" => Some(Route::Start(rest.clone())),
            Content::Command { name, .. } => Some(Route::Command(name.clone())),
            _ => None,
        }))
        .branch(on(|content| match content {
            Content::Press { id, data, message } => {
                Some(Route::Press { id: id.clone(), data: data.clone(), message: message.clone() })
            }
            _ => None,
        }))
        .branch(on(at_the_place))
});

/// What depends on where the chat stands.
fn at_the_place(content: &Content) -> Option<Route> {
    match content {
        Content::Text(text) => Some(Route::Text(text.clone())),
        Content::File(file) => Some(Route::File(file.clone())),
        Content::Photo { file, caption, album } => {
            Some(Route::Photo { file: file.clone(), caption: caption.clone(), album: album.clone() })
        }
        Content::Channel(channel) => Some(Route::Channel(channel.clone())),
        Content::Edited => Some(Route::Edited),
        Content::Unsupported { kind, album } => Some(Route::Unsupported { kind: *kind, album: album.clone() }),
        _ => None,
    }
}

/// A branch that takes what `read` recognises.
fn on(read: fn(&Content) -> Option<Route>) -> Tree {
    dptree::filter_map(move |content: Arc<Content>| read(&content)).endpoint(|route: Route| async move { route })
}

/// The route of what came in.
pub(super) async fn route(content: Content) -> Route {
    let mut facts = DependencyMap::new();
    facts.insert(Arc::new(content));
    match TREE.dispatch(facts).await {
        ControlFlow::Break(route) => route,
        // Every content has a branch; one without is nobody's.
        ControlFlow::Continue(_) => Route::Silence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_tree_is_complete() {
        let start = Content::Command { name: "start".to_owned(), rest: "code".to_owned() };
        assert!(route(start).await == Route::Start("code".to_owned()));
        assert!(route(Content::Edited).await == Route::Edited);
        assert!(route(Content::Ignored).await == Route::Silence);
        assert!(route(Content::Text("да".to_owned())).await == Route::Text("да".to_owned()));
    }
}
