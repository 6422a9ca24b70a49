//! What the reading remarked on: the first lines on the summary, all of them on pages of their own.

use crate::chat::road_map::reading;
use crate::chat::screen::{Pages, back};
use crate::chat::{Action, Screen, Talk};
use crate::domain::roadmap::read::Remark;
use crate::text::{Locale, Markup, road_map_remarks};
use crate::tr;

/// Remarks that the summary shows.
const SHOWN: usize = 4;

/// The first remarks, and how many there are in all.
pub(in crate::chat::road_map) fn summary(locale: Locale, remarks: &[Remark]) -> (Markup, usize) {
    let all = said(locale, remarks);
    let shown = if all.len() == SHOWN + 1 { all.len() } else { SHOWN };
    let list = all
        .iter()
        .take(shown)
        .fold(Markup::default(), |list, one| list.line(&tr!(locale, "review-remark", text = one)));
    (list, if all.len() > shown { all.len() } else { 0 })
}

/// What is asked one by one anyway is not remarked on as well.
fn said(locale: Locale, remarks: &[Remark]) -> Vec<Markup> {
    let asked = |remark: &&Remark| matches!(remark, Remark::NoTerm(_) | Remark::UnknownResponsible(..));
    let others: Vec<Remark> = remarks.iter().filter(|remark| !asked(remark)).cloned().collect();
    road_map_remarks(locale, &others)
}

pub(super) async fn show(talk: &mut Talk<'_>, page: u32) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let Some(read) = reading::of_draft(talk).await? else {
        return crate::chat::road_map::document::ask(talk).await;
    };
    let all = said(locale, &read.remarks);
    let pages = Pages::new(&all, page);
    let head = tr!(locale, "review-remarks", count = all.len());
    let text = pages.shown.iter().fold(head, |text, one| text.paragraph(&tr!(locale, "review-remark", text = one)));
    Ok(Screen::new(text)
        .row(pages.row(|page| Action::RoadMapRemarks { page }))
        .row([back(locale, Action::RoadMapBack)]))
}
