//! A road map that was sent to the staff list: one press, and it is read where it belongs.

use crate::chat::road_map;
use crate::chat::{Action, Screen, State, Talk, Turn, Typed, back, button};
use crate::domain::typed_text;
use crate::{label, tr};

/// The longest name of a file that is shown, in characters.
const LONGEST_NAME: usize = 80;

/// `None` for a file that is no road map. A draft that waits already is not lost for it: then only the way is shown.
pub(super) async fn offer(talk: &mut Talk<'_>, name: &str) -> anyhow::Result<Option<Turn>> {
    let Some(Ok(attached)) = talk.document else {
        return Ok(None);
    };
    if !attached.is_plan() {
        return Ok(None);
    }
    let name = typed_text::clean_line(name, LONGEST_NAME).unwrap_or_default();
    if !road_map::keep_draft(talk, &name, attached).await? {
        return Ok(Some(Turn::hint(tr!(talk.locale, "staff-file-road-map-there", name = name))));
    }
    Ok(Some(Turn::to(State::StaffRoadMap { name: Typed(name) })))
}

pub(super) fn show(talk: &Talk<'_>, name: &Typed) -> Screen {
    let read = button(label!(talk.locale, "button-read-as-road-map"), Action::RoadMapRead);
    Screen::new(tr!(talk.locale, "staff-file-road-map", name = &name.0))
        .row([back(talk.locale, Action::StaffList { page: 0 }), read])
}
