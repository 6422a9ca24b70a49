//! What a municipal centre is told and handed: who joined or left, the link to forward, the numbers as a workbook.

use super::{Facts, Rendered, words};
use crate::chat::municipality::words::change;
use crate::domain::ids::OrganisationId;
use crate::domain::municipality::{RollUp, Sum};
use crate::domain::people::{OrganisationKind, Role};
use crate::files::roll_up::{self, RollUpSheet};
use crate::files::safe_name;
use crate::messenger::Attachment;
use crate::store::{accounts, invitations, municipality, organisations, people};
use crate::text::{Sheet, dates};
use crate::{label, tr};
use anyhow::Context;

/// Whether the chat's person may see the numbers of this centre's organisations.
async fn is_centres(facts: &mut Facts<'_>, centre: OrganisationId) -> anyhow::Result<bool> {
    let person = accounts::find(facts.db, facts.chat).await?.and_then(|account| account.person);
    let Some(person) = person else {
        return Ok(false);
    };
    let person = people::find(facts.db, person.into()).await?;
    let steers = |role| person.as_ref().is_some_and(|person| person.organisation == centre && person.has(role));
    let is_centre = organisations::get(facts.db, centre).await?.kind == OrganisationKind::Municipal;
    Ok(is_centre && (steers(Role::Curator) || steers(Role::DistrictCoordinator)))
}

/// Whether an organisation belongs to a centre now.
async fn is_member(
    facts: &mut Facts<'_>,
    organisation: OrganisationId,
    centre: OrganisationId,
) -> anyhow::Result<bool> {
    let own = municipality::find_centre(facts.db, organisation).await?;
    Ok(own.is_some_and(|(own, _)| own == centre))
}

/// An organisation has joined; nothing once it has left again.
pub(super) async fn joined(
    facts: &mut Facts<'_>,
    organisation: OrganisationId,
    centre: OrganisationId,
) -> anyhow::Result<Rendered> {
    if !is_member(facts, organisation, centre).await? {
        return Ok(None);
    }
    let name = organisations::get(facts.db, organisation).await?.name;
    Ok(Some(words(tr!(facts.locale, "municipality-has-joined", name = name))))
}

/// An organisation has left; nothing if it is back.
pub(super) async fn left(
    facts: &mut Facts<'_>,
    organisation: OrganisationId,
    centre: OrganisationId,
) -> anyhow::Result<Rendered> {
    if is_member(facts, organisation, centre).await? {
        return Ok(None);
    }
    let name = organisations::get(facts.db, organisation).await?.name;
    Ok(Some(words(tr!(facts.locale, "municipality-has-left", name = name))))
}

/// The centre has taken an organisation out of its list; nothing if it is back.
pub(super) async fn removed(
    facts: &mut Facts<'_>,
    organisation: OrganisationId,
    centre: OrganisationId,
) -> anyhow::Result<Rendered> {
    if is_member(facts, organisation, centre).await? {
        return Ok(None);
    }
    let name = organisations::get(facts.db, centre).await?.name;
    Ok(Some(words(tr!(facts.locale, "municipality-was-removed", name = name))))
}

/// The message to forward to one organisation's curator; nothing when its link was used meanwhile.
pub(super) async fn invitation(facts: &mut Facts<'_>, centre: OrganisationId, link: &str) -> anyhow::Result<Rendered> {
    let code = link.rsplit('=').next().unwrap_or_default();
    if invitations::find_open(facts.db, &invitations::digest(code), facts.now).await?.is_none() {
        return Ok(None);
    }
    let name = organisations::get(facts.db, centre).await?.name;
    Ok(Some(words(tr!(facts.locale, "municipality-invitation", name = name, link = link))))
}

/// The numbers of all organisations, for the centre only.
pub(super) async fn table(facts: &mut Facts<'_>, centre: OrganisationId) -> anyhow::Result<Rendered> {
    if !is_centres(facts, centre).await? {
        return Ok(None);
    }
    let locale = facts.locale;
    let organisation = organisations::get(facts.db, centre).await?;
    let (year, today) = (organisation.school_year, organisation.today(facts.now));
    let members = municipality::list(facts.db, centre, (year, today)).await?;
    let sum = Sum::of(members.iter().map(|member| member.numbers));
    let earlier = municipality::find_sum_before(facts.db, centre, (year, today)).await?;
    let title = label!(locale, "municipality-table", year = year.to_string());
    let made = label!(locale, "table-made", day = dates::full(locale, today));
    let sheet = RollUpSheet {
        about: vec![organisation.name, made],
        columns: vec![
            label!(locale, "municipality-column-name"),
            label!(locale, "municipality-column-dates"),
            label!(locale, "municipality-column-done"),
            label!(locale, "municipality-column-late"),
            label!(locale, "municipality-column-ahead"),
            label!(locale, "municipality-column-pairs"),
            label!(locale, "municipality-column-mentors"),
            label!(locale, "municipality-column-mentees"),
            label!(locale, "municipality-column-questionnaires"),
        ],
        rows: members.iter().map(|member| (member.name.clone(), cells(&member.numbers))).collect(),
        total: label!(locale, "municipality-column-total"),
        note: earlier.map_or(String::new(), |earlier| change(locale, earlier, sum).as_plain()),
        title,
    };
    let name = safe_name(&sheet.title, "xlsx");
    let text = tr!(locale, "municipality-handed", count = members.len());
    let bytes = tokio::task::spawn_blocking(move || roll_up::write(&sheet)).await.context("writing the table")??;
    Ok(Some((Sheet { text, ..Sheet::default() }, Some(Attachment::Document { name, bytes }))))
}

fn cells(numbers: &RollUp) -> Vec<i64> {
    vec![
        numbers.dates(),
        numbers.done,
        numbers.late,
        numbers.ahead,
        numbers.pairs,
        numbers.mentors,
        numbers.mentees,
        numbers.questionnaires,
    ]
}
