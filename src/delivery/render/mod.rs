//! Notices in words: from the facts as they are when the message leaves.
//!
//! To add a notice: a variant in `domain::notice`, its words in the locales, one arm here. `None` says that
//! the matter is settled and nothing needs to be said.

mod banks;
mod digest;
mod finished_table;
mod invitation;
mod municipality;
mod pairs;
mod personal_data;
mod posts;
mod road_map;
mod road_map_table;
mod rows;
mod trouble;

use crate::domain::ids::OrganisationId;
use crate::domain::notice::Notice;
use crate::domain::people::Role;
use crate::messenger::Attachment;
use crate::store::{Reader, accounts, people};
use crate::text::{Locale, Markup, Sheet};
use crate::tr;
use chrono::{DateTime, Utc};

/// What a notice is rendered from.
pub(super) struct Facts<'a> {
    pub db: &'a mut Reader,
    /// The address it goes to.
    pub chat: &'a str,
    pub locale: Locale,
    pub now: DateTime<Utc>,
    /// What becomes of the lines of a person's day.
    pub lines: Lines,
}

/// What becomes of the lines of a person's day; those in neither list wait for another message.
#[derive(Default)]
pub(super) struct Lines {
    /// Those that the message holds.
    pub told: Vec<i64>,
    /// Those of which nothing is left to say.
    pub settled: Vec<i64>,
}

/// A notice as it leaves.
pub(super) type Rendered = Option<(Sheet, Option<Attachment>)>;

/// The language of a chat; channels speak Russian.
pub(super) async fn locale_of(db: &mut Reader, chat: &str) -> anyhow::Result<Locale> {
    let account = accounts::find(db, chat).await?;
    Ok(account.and_then(|account| Locale::from_code(&account.locale)).unwrap_or(Locale::Ru))
}

/// Whether the chat's person is a curator of this organisation.
async fn is_curators(facts: &mut Facts<'_>, organisation: OrganisationId) -> anyhow::Result<bool> {
    let person = accounts::find(facts.db, facts.chat).await?.and_then(|account| account.person);
    let Some(person) = person else {
        return Ok(false);
    };
    let person = people::find(facts.db, person.into()).await?;
    Ok(person.is_some_and(|person| person.organisation == organisation && person.has(Role::Curator)))
}

/// Renders a notice for its chat.
pub(super) async fn render(facts: &mut Facts<'_>, notice: &Notice) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    Ok(match notice {
        Notice::Apology { incident } => Some(words(tr!(locale, "notice-apology", incident = incident))),
        Notice::BankTable { organisation, questionnaire, before } => {
            banks::table(facts, *organisation, (questionnaire, *before)).await?
        }
        Notice::PersonalData { person } => personal_data::document(facts, *person).await?,
        Notice::ConsentWithdrawn { person, kind } => personal_data::withdrawn(facts, *person, *kind).await?,
        Notice::UrgentRequest { person } => personal_data::urgent(facts, *person).await?,
        Notice::SlowDown => Some(words(tr!(locale, "notice-slow-down"))),
        Notice::InvitationCard { organisation, link } => invitation::card(facts, *organisation, link).await?,
        Notice::Digest { person, .. } => digest::digest(facts, *person).await?,
        Notice::RoadMapPicture { organisation } => road_map::picture(facts, *organisation).await?,
        Notice::FinishedTable { organisation, format } => {
            finished_table::document(facts, *organisation, *format).await?
        }
        Notice::RoadMapTable { table } => road_map_table::document(facts, *table).await?,
        Notice::MemberJoined { organisation, centre } => municipality::joined(facts, *organisation, *centre).await?,
        Notice::MemberLeft { organisation, centre } => municipality::left(facts, *organisation, *centre).await?,
        Notice::MemberRemoved { organisation, centre } => municipality::removed(facts, *organisation, *centre).await?,
        Notice::MemberInvitation { organisation, link } => municipality::invitation(facts, *organisation, link).await?,
        Notice::RollUpTable { organisation } => municipality::table(facts, *organisation).await?,
        Notice::EvidenceFile { file } => road_map::evidence_file(facts, file).await?,
        Notice::StaffSample { .. } => invitation::sample(locale)?,
        Notice::PairAsked { pair, side } => pairs::asked(facts, (*pair, *side), false).await?,
        Notice::PairNudged { pair, side } => pairs::asked(facts, (*pair, *side), true).await?,
        Notice::PairAgreed { pair } => pairs::agreed(facts, *pair).await?,
        Notice::PairDeclined { pair } => pairs::declined(facts, *pair).await?,
        Notice::PairSilent { pair } => pairs::silent(facts, *pair).await?,
        Notice::PairOver { pair, side } => pairs::over(facts, (*pair, *side)).await?,
        Notice::PairOfficial { pair, side } => pairs::official(facts, (*pair, *side)).await?,
        Notice::PairsAnnounced { pairs } => pairs::announced(facts, pairs).await?,
        Notice::PostPublished { post } => posts::published(facts, *post).await?,
        Notice::PostOut { post } => posts::out(facts, *post).await?,
        Notice::RowReopened { occurrence } => rows::reopened(facts, *occurrence).await?,
        Notice::RowGiven { handover } => rows::given(facts, *handover).await?,
        Notice::RowSettled { handover } | Notice::RowTaken { handover } => rows::settled(facts, *handover).await?,
        Notice::Desk { person, .. } => rows::desk(facts, *person, digest::ROOM).await?,
        Notice::PublicTrouble { outbox } => trouble::public(facts, *outbox).await?,
    })
}

/// A notice of words alone.
fn words(text: Markup) -> (Sheet, Option<Attachment>) {
    let sheet = Sheet { text, ..Sheet::default() };
    (sheet, None)
}
