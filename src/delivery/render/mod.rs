//! Notices in words: from the facts as they are when the message leaves.
//!
//! To add a notice: a variant in `domain::notice`, its words in the locales, one arm here. `None` says that
//! the matter is settled and nothing needs to be said.

mod banks;
mod digest;
mod invitation;
mod personal_data;
mod road_map;

use crate::domain::notice::Notice;
use crate::label;
use crate::messenger::Attachment;
use crate::store::{Reader, accounts};
use crate::text::{Locale, Sheet};
use crate::tr;
use chrono::{DateTime, Utc};

/// What a notice is rendered from.
pub(super) struct Facts<'a> {
    pub db: &'a mut Reader,
    /// The address it goes to.
    pub chat: &'a str,
    pub locale: Locale,
    pub now: DateTime<Utc>,
}

/// A notice as it leaves.
pub(super) type Rendered = Option<(Sheet, Option<Attachment>)>;

/// The language of a chat; channels speak Russian.
pub(super) async fn locale_of(db: &mut Reader, chat: &str) -> anyhow::Result<Locale> {
    let account = accounts::find(db, chat).await?;
    Ok(account
        .and_then(|account| Locale::from_code(&account.locale))
        .unwrap_or(Locale::Ru))
}

/// Renders a notice for its chat.
pub(super) async fn render(facts: &mut Facts<'_>, notice: &Notice) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let text = match notice {
        Notice::Apology { incident } => tr!(locale, "notice-apology", incident = incident),
        Notice::BankTable {
            organisation,
            questionnaire,
        } => {
            return banks::table(facts, *organisation, questionnaire).await;
        }
        Notice::PersonalData { person } => return personal_data::document(facts, *person).await,
        Notice::ConsentWithdrawn { person, kind } => {
            return personal_data::withdrawn(facts, *person, *kind).await;
        }
        Notice::UrgentRequest { person } => return personal_data::urgent(facts, *person).await,
        Notice::SlowDown => tr!(locale, "notice-slow-down"),
        Notice::InvitationCard { organisation, link } => {
            return invitation::card(facts, *organisation, link).await;
        }
        Notice::Digest { person, on, after } => {
            return digest::digest(facts, *person, (*after, *on)).await;
        }
        Notice::RoadMapPicture { organisation } => {
            return road_map::picture(facts, *organisation).await;
        }
        Notice::EvidenceFile { file } => return road_map::evidence_file(facts, file).await,
        Notice::StaffSample { .. } => return invitation::sample(locale),
        _ => {
            let _ = (
                &facts.chat,
                &facts.now,
                &facts.db,
                label!(locale, "button-menu"),
            );
            return Ok(None);
        }
    };
    Ok(Some((
        Sheet {
            text,
            ..Sheet::default()
        },
        None,
    )))
}
