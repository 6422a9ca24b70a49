//! The link for the staff as a picture with a QR code, and the example of a staff list.

use super::{Facts, Rendered};
use crate::domain::ids::OrganisationId;
use crate::domain::people::Role;
use crate::files::{bank, qr};
use crate::messenger::Attachment;
use crate::store::{invitations, organisations};
use crate::text::{self, Locale, Sheet, dates};
use crate::{label, tr};
use anyhow::Context;

/// The card to forward or print; nothing when its link was closed meanwhile.
pub(super) async fn card(facts: &mut Facts<'_>, organisation: OrganisationId, link: &str) -> anyhow::Result<Rendered> {
    let locale = facts.locale;
    let organisation = organisations::get(facts.db, organisation).await?;
    let code = link.rsplit('=').next().unwrap_or_default();
    if invitations::find_open(facts.db, &invitations::digest(code), facts.now).await?.is_none() {
        return Ok(None);
    }
    let Some((_, ends)) = invitations::find_staff_link(facts.db, organisation.id, facts.now).await? else {
        return Ok(None);
    };
    let ends = dates::moment(locale, ends, organisation.zone, organisation.today(facts.now));
    let text = tr!(locale, "invitation", organisation = &organisation.name, link = link, ends = &ends);
    let until = label!(locale, "invitation-until", ends = ends);
    let picture = draw(locale, &organisation.name, (link.to_owned(), until)).await;
    let sheet = Sheet { text, ..Sheet::default() };
    Ok(Some((sheet, picture)))
}

/// The sheet for the wall. The link in words is what counts, so one that cannot be drawn is left out.
async fn draw(locale: Locale, organisation: &str, (link, until): (String, String)) -> Option<Attachment> {
    let title = label!(locale, "invitation-title", organisation = organisation);
    let steps = vec![
        label!(locale, "invitation-step-scan"),
        label!(locale, "invitation-step-start"),
        label!(locale, "invitation-step-name"),
    ];
    let drawing = tokio::task::spawn_blocking(move || qr::invitation_card(&link, &until, &title, &steps));
    match drawing.await.context("drawing the card").flatten() {
        Ok(bytes) => Some(Attachment::Photo { name: "invitation.png".to_owned(), bytes }),
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "the invitation card could not be drawn");
            None
        }
    }
}

/// A table with the columns that a staff list has, and two lines to show how they are filled in. The table is in
/// Russian whoever asks: it is the school's own document.
pub(super) fn sample(locale: Locale) -> anyhow::Result<Rendered> {
    let ru = Locale::Ru;
    let role = |role: Role| text::label(ru, &format!("role-{role}"), &[]);
    let columns = [
        label!(ru, "sample-name"),
        label!(ru, "sample-position"),
        label!(ru, "sample-subject"),
        label!(ru, "sample-role"),
    ];
    let first = vec![
        label!(ru, "sample-name-1"),
        label!(ru, "sample-position-1"),
        label!(ru, "sample-subject-1"),
        role(Role::Mentor),
    ];
    let second = vec![
        label!(ru, "sample-name-2"),
        label!(ru, "sample-position-2"),
        label!(ru, "sample-subject-2"),
        role(Role::Mentee),
    ];
    let (title, how) = (label!(ru, "sample-title"), label!(ru, "sample-how"));
    let bytes = bank::write_table(&title, &how, &columns, &[first, second])?;
    let name = format!("{title}.xlsx");
    let sheet = Sheet { text: tr!(locale, "sample"), ..Sheet::default() };
    Ok(Some((sheet, Some(Attachment::Document { name, bytes }))))
}
