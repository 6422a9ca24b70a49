//! Who and what there is: people, channels, groups, and how the bot stands with them.

use serde_json::json;

use super::Sandbox;
use super::chat::{ChatId, Kind, Membership, Rights, Standing, UserId};
use super::methods::bot_member;
use super::refusal::Refusal;
use super::state::State;

impl State {
    /// Changes a person's standing; blocking and unblocking reach the bot as `my_chat_member`.
    pub(super) fn stand(&mut self, user: i64, standing: Standing) -> Result<(), Refusal> {
        self.change_bot_member(user, user, Kind::Private(standing))
    }

    fn change_bot_member(&mut self, chat_id: i64, by: i64, kind: Kind) -> Result<(), Refusal> {
        let old = bot_member(self, self.chat(chat_id)?);
        self.chat_mut(chat_id)?.kind = kind;
        let chat = self.chat(chat_id)?;
        let new = bot_member(self, chat);
        if old != new {
            let update = json!({
                "chat": chat.to_json(), "from": self.user_json(by), "date": self.timestamp(),
                "old_chat_member": old, "new_chat_member": new,
            });
            self.queue.push("my_chat_member", &update);
        }
        self.touch(chat_id, 0);
        Ok(())
    }
}

impl Sandbox {
    /// A new fictional person, who has not pressed Start yet. The first word is the first name.
    pub fn add_user(&self, name: &str) -> UserId {
        self.0.change(|state| state.add_person(name))
    }

    /// A new channel; the bot is not in it until [`Self::set_bot_rights`].
    pub fn add_channel(&self, title: &str, username: Option<&str>) -> ChatId {
        self.0.change(|state| state.add_place(Kind::Channel(Rights::default()), title, username))
    }

    /// A new group with the bot in it.
    pub fn add_group(&self, title: &str) -> ChatId {
        self.0.change(|state| state.add_place(Kind::Group, title, None))
    }

    /// Puts a person into a channel or a group.
    pub fn add_member(&self, chat: ChatId, user: UserId, membership: Membership) {
        self.act(|state| {
            let members = &mut state.chat_mut(chat.0)?.members;
            members.retain(|(id, _)| *id != user.0);
            members.push((user.0, membership));
            Ok(())
        });
    }

    /// What the bot may do in a channel from now on; told to it as a change by the channel's first member.
    pub fn set_bot_rights(&self, channel: ChatId, rights: Rights) {
        self.act(|state| {
            let first = state.order.iter().copied().find(|id| *id > 0).unwrap_or_default();
            let by = state.chat(channel.0)?.members.first().map_or(first, |(user, _)| *user);
            state.change_bot_member(channel.0, by, Kind::Channel(rights))
        });
    }

    pub fn block_bot(&self, user: UserId) {
        self.act(|state| state.stand(user.0, Standing::Blocked));
    }

    pub fn unblock_bot(&self, user: UserId) {
        self.act(|state| state.stand(user.0, Standing::Started));
    }

    /// The account is deleted: the bot only learns from its next call.
    pub fn deactivate(&self, user: UserId) {
        self.act(|state| {
            state.chat_mut(user.0)?.kind = Kind::Private(Standing::Deactivated);
            Ok(())
        });
    }

    /// The person has opened an invitation link, and the page's Start button will carry its payload.
    pub fn invite(&self, user: UserId, payload: &str) {
        self.act(|state| {
            payload.clone_into(&mut state.chat_mut(user.0)?.start);
            state.touch(user.0, 0);
            Ok(())
        });
    }
}
