//! The centre's side: its organisations in numbers, one of them, the link to join, the table.

use super::{removal, words};
use crate::chat::screen::{Pages, back, button, menu};
use crate::chat::{Action, Screen, Talk, Turn};
use crate::domain::ids::OrganisationId;
use crate::domain::municipality::Sum;
use crate::domain::notice::Notice;
use crate::domain::school_year::SchoolYear;
use crate::store::audit;
use crate::store::invitations::{self, Invitation};
use crate::store::municipality::{self, Member};
use crate::text::{Locale, Markup, dates};
use crate::{label, tr};
use chrono::NaiveDate;

/// A press that asks twice within this many seconds gets one file.
const SAME_FILE_SECONDS: i64 = 5;

/// The centre, the year and the day whose numbers are shown.
fn when(talk: &Talk<'_>) -> anyhow::Result<(OrganisationId, (SchoolYear, NaiveDate))> {
    let organisation = talk.organisation()?;
    Ok((organisation.id, (organisation.school_year, talk.today())))
}

fn sum(members: &[Member]) -> Sum {
    Sum::of(members.iter().map(|member| member.numbers))
}

/// Keeps today's sums, so that the next look can say what has changed.
pub(super) async fn remember(talk: &mut Talk<'_>) -> anyhow::Result<()> {
    let (centre, when) = when(talk)?;
    let members = municipality::list(talk.tx, centre, when).await?;
    municipality::save_sum(talk.tx, centre, when, &sum(&members)).await
}

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (centre, when) = when(talk)?;
    let members = municipality::list(talk.tx, centre, when).await?;
    let invite = button(label!(locale, "button-municipality-invite"), Action::MunicipalityInvite);
    let head = tr!(locale, "municipality", year = when.0.to_string()).bold();
    if members.is_empty() {
        let text = head.paragraph(&tr!(locale, "municipality-empty"));
        return Ok(Screen::new(text).row([menu(locale), invite]));
    }
    let sum = sum(&members);
    let mut head = head
        .paragraph(&tr!(locale, "municipality-count", count = members.len()))
        .line(&words::numbers(locale, &sum.numbers));
    if let Some(earlier) = municipality::find_sum_before(talk.tx, centre, when).await? {
        head = head.paragraph(&words::change(locale, earlier, sum));
    }
    let pages = Pages::new(&members, page);
    let place = |member: &Member| members.iter().position(|one| one.organisation == member.organisation).unwrap_or(0);
    let list =
        pages.shown.iter().fold(Markup::default(), |list, member| list.line(&line(locale, place(member) + 1, member)));
    let open = |member: &Member| {
        let organisation = member.organisation;
        button((place(member) + 1).to_string(), Action::MunicipalityCard { organisation, page })
    };
    Ok(Screen::new(head.paragraph(&list))
        .grid(4, pages.shown.iter().map(open))
        .row(pages.row(|page| Action::Municipality { page }))
        .row([button(label!(locale, "button-municipality-table"), Action::MunicipalityTable)])
        .row([menu(locale), invite]))
}

/// «3. Школа № 5 — готово 12 из 34, просрочено 2, пар 4».
fn line(locale: Locale, number: usize, member: &Member) -> Markup {
    let numbers = &member.numbers;
    let sign = if numbers.late > 0 { "❗ " } else { "" };
    tr!(
        locale,
        "municipality-line",
        number = number,
        sign = sign,
        name = &member.name,
        done = numbers.done,
        all = numbers.dates(),
        late = numbers.late,
        pairs = numbers.pairs
    )
}

pub(super) async fn card(talk: &mut Talk<'_>, organisation: OrganisationId, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let (centre, when) = when(talk)?;
    let back = back(locale, Action::Municipality { page });
    let members = municipality::list(talk.tx, centre, when).await?;
    let Some(member) = members.into_iter().find(|member| member.organisation == organisation) else {
        return Ok(Screen::new(tr!(locale, "municipality-gone")).row([back]));
    };
    let since = dates::full(locale, talk.day_of(member.since));
    let text = Markup::plain(&member.name)
        .bold()
        .line(&tr!(locale, "municipality-since", day = since))
        .paragraph(&words::numbers(locale, &member.numbers));
    let remove = removal::may_remove(talk).then(|| {
        let remove = Action::MunicipalityRemove { organisation, page, sure: false };
        button(label!(locale, "button-municipality-remove"), remove)
    });
    Ok(Screen::new(text).row([back].into_iter().chain(remove)))
}

/// A link for one organisation, as a message of its own to forward. Only its digest is kept.
pub(super) async fn invite(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let issued = invitations::issue(talk.tx, Invitation::Member(organisation), talk.now).await?;
    let link = format!("{}{}", talk.start_link, issued.code);
    let key = format!("member invitation:{organisation}:{}", invitations::digest(&issued.code));
    talk.hand_over(&key, Notice::MemberInvitation { organisation, link }).await?;
    Ok(Turn::stay().with_note(tr!(talk.locale, "municipality-invited")))
}

/// The numbers as a workbook, below.
pub(super) async fn table(talk: &mut Talk<'_>) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let key = format!("roll-up:{}:{}", talk.chat, talk.now.timestamp() / SAME_FILE_SECONDS);
    talk.hand_over(&key, Notice::RollUpTable { organisation }).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("roll-up taken", &organisation.to_string()), talk.now).await?;
    Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-table")))
}
