//! A person's one message of a day: what is due, with a button for each row; what goes on; what is late, unsent or
//! new for those who have to know.
//!
//! Made from the facts as they are when it leaves: what was done meanwhile is not spoken of. All parts share the room
//! of one message. To add a kind of line: a part here, in the order in which people should read.

mod curator;
mod day;
mod lists;
mod news;
mod part;
mod rows;

use super::{Facts, Rendered};
use crate::chat::{Action, Button, Screen, button};
use crate::domain::ids::PersonId;
use crate::domain::reminder::LineKind;
use crate::text::Locale;
use crate::{label, tr};
use day::{Day, Row};
use part::{Part, fit};
use std::collections::BTreeSet;

/// The longest message, in UTF-16 units: a messenger takes 4096.
pub(super) const ROOM: usize = 4_000;

/// Renders what still waits to be told; `None` when everything was settled meanwhile. Says in `facts.lines` what
/// becomes of each line.
pub(super) async fn digest(facts: &mut Facts<'_>, person: PersonId) -> anyhow::Result<Rendered> {
    let Some(day) = Day::load(facts, person).await? else {
        return Ok(None);
    };
    let locale = facts.locale;
    let mine = day.mine();
    let (news, unsaid) = news::gather(facts, &day).await;
    let mut parts: Vec<Part> = rows::own(locale, &day, &mine).into_iter().collect();
    parts.extend(rows::standing(locale, &day).into_iter().flatten());
    parts.extend(curator::parts(facts, &day).await?);
    parts.extend(next_year(locale, &day));
    let fitted = fit(locale, &parts, ROOM.saturating_sub(news::reserve(&news)));
    let news = news::place(news, &fitted.text);
    let mut told = news.told();
    told.extend(parts.iter().flat_map(|part| &part.lines).filter(|line| !fitted.left.contains(*line)));
    let left = [&fitted.left, &news.left, &unsaid].into_iter().flatten().copied().collect();
    facts.lines = day.ended(&told, &left);
    let text = fitted.text.paragraph(&news.text);
    if text.is_empty() {
        return Ok(None);
    }
    // The rows of one's own come first, so they never wait.
    let named = if mine.is_empty() { 0 } else { fitted.named.first().copied().flatten().unwrap_or(0) };
    let below = news::below(facts, &day, news.shown, named > 0).await?;
    let next = next_year_button(locale, &day, &told);
    let own = rows::buttons(locale, &mine, named);
    let other = rows::other_answers(locale, &mine, named);
    let upper = Screen::new(text).grid(2, own).row(other).grid(2, below.buttons).row(next);
    let mut lists = lists::buttons(facts, &day, (&told, &below.keys)).await?;
    if named > 0 && mine.len() > 1 {
        lists.insert(1, button(label!(locale, "button-not-now"), Action::NotNow { page: 0 }));
    }
    let mut sheet = upper.into_sheet(0);
    let lists = Screen::default().grid(2, lists).into_sheet(0).keyboard;
    sheet.keyboard.extend(below.keys.into_iter().chain(lists));
    Ok(Some((sheet, None)))
}

/// To the curator: it is time to think of the next school year.
fn next_year(locale: Locale, day: &Day) -> Option<Part> {
    let year = day.next_year()?;
    let head = tr!(locale, "digest-new-year", year = year.to_string());
    let lines = day.lines_of(LineKind::NewYear, [i64::from(year.0)]);
    Some(Part { head, rows: Vec::new(), count: 0, more: rows::more, lines })
}

fn next_year_button(locale: Locale, day: &Day, told: &BTreeSet<i64>) -> Option<Button> {
    let year = day.next_year().filter(|_| day.tells(LineKind::NewYear, told))?;
    Some(button(label!(locale, "button-digest-new-year", year = year.to_string()), Action::NewYear { page: 0 }))
}
