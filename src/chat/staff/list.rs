//! The list: who is there, who has come in, in pages; typing a part of a name finds people.

use crate::chat::{Action, Pages, Screen, State, Talk, Turn, Typed, back, button, checked, typed};
use crate::domain::people::{Person, short_name};
use crate::domain::staff_list::name_key;
use crate::store::{accounts, people};
use crate::{label, tr};

/// The longest part of a name that is searched for, in characters.
const LONGEST: usize = 60;

pub(super) async fn show(talk: &mut Talk<'_>, (page, find): (u32, &Typed)) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.id;
    let staff = people::list(talk.tx, organisation).await?;
    let joined = accounts::list_joined(talk.tx, organisation).await?;
    let wanted = name_key(&find.0);
    let found: Vec<&Person> = staff.iter().filter(|one| name_key(&one.full_name).contains(&wanted)).collect();
    let heading = tr!(locale, "staff-list", count = staff.len(), joined = joined.len());
    let text = match (wanted.is_empty(), found.is_empty()) {
        (true, _) if staff.len() < 2 => heading.paragraph(&tr!(locale, "staff-list-empty")),
        (true, _) => heading.paragraph(&tr!(locale, "staff-list-how")),
        (false, true) => tr!(locale, "staff-nobody-found", typed = &find.0),
        (false, false) => tr!(locale, "staff-found", typed = &find.0, count = found.len()),
    };
    let pages = Pages::new(&found, page);
    let names: Vec<_> = pages
        .shown
        .iter()
        .map(|one| {
            let label = checked(joined.contains(&one.id), &short_name(&one.full_name));
            button(label, Action::StaffCard { person: one.id })
        })
        .collect();
    let screen = Screen::new(text).grid(2, names).row(pages.row(|page| Action::StaffList { page }));
    let add = button(label!(locale, "staff-add"), Action::StaffAdd);
    let load = button(label!(locale, "staff-load"), Action::StaffFile);
    let back = if wanted.is_empty() {
        back(locale, Action::Menu)
    } else {
        button(label!(locale, "staff-all"), Action::StaffAll)
    };
    let missed = !accounts::list_unreached(talk.tx, organisation).await?.is_empty();
    let missed = missed.then(|| button(label!(locale, "button-unreached"), Action::Unreached { page: 0 }));
    Ok(screen.row([add, load]).row([back].into_iter().chain(missed)))
}

/// Narrows the list to what was typed.
pub(super) fn find(talk: &Talk<'_>, text: &str) -> Turn {
    match typed::line(talk.locale, text, LONGEST) {
        Ok(part) => Turn::to(State::Staff { page: 0, find: Typed(part) }),
        Err(hint) => Turn::hint(hint),
    }
}

/// Another page of what is shown; from elsewhere, of the whole list.
pub(super) fn page(state: &State, page: u32) -> State {
    let find = match state {
        State::Staff { find, .. } => find.clone(),
        _ => Typed::default(),
    };
    State::Staff { page, find }
}
