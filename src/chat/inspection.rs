//! What a curator shows to those who check: the road map with what became of it, as a file or a picture.

use super::{Action, Input, Screen, State, Talk, Turn, back, button};
use crate::domain::notice::Notice;
use crate::domain::roadmap::standing::TableFormat;
use crate::store::{activities, audit, occurrences, road_maps};
use crate::text::dates;
use crate::{label, tr};

/// A press that asks twice within this many seconds gets one file.
const SAME_FILE_SECONDS: i64 = 5;

pub(super) async fn show(talk: &mut Talk<'_>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.clone();
    let year = organisation.school_year;
    if road_maps::find(talk.tx, organisation.id, year).await?.is_none() {
        let text = tr!(locale, "inspection-no-road-map", year = year.to_string());
        return Ok(Screen::new(text).row([back(locale, Action::RoadMap)]));
    }
    let rows = activities::list(talk.tx, organisation.id, year).await?;
    let all = occurrences::list_of_year(talk.tx, organisation.id, year).await?;
    let count = occurrences::count(&all, organisation.zone, talk.today());
    let undated = rows.iter().filter(|row| all.iter().all(|one| one.activity != row.id)).count();
    let totals = tr!(
        locale,
        "inspection-totals",
        day = dates::day_month(locale, talk.today()),
        done = count.done,
        all = count.all(),
        late = count.late,
        ahead = count.ahead
    );
    let mut text = tr!(locale, "inspection", year = year.to_string()).bold().paragraph(&totals);
    if undated > 0 {
        text = text.line(&tr!(locale, "inspection-undated", count = undated));
    }
    let ask = |label: String, format| button(label, Action::FinishedTable { format });
    Ok(Screen::new(text.paragraph(&tr!(locale, "inspection-choose")))
        .row([
            ask(label!(locale, "button-table-docx"), TableFormat::Docx),
            ask(label!(locale, "button-table-xlsx"), TableFormat::Xlsx),
        ])
        .row([back(locale, Action::RoadMap), button(label!(locale, "button-table-picture"), Action::RoadMapPicture)]))
}

pub(super) async fn turn(talk: &mut Talk<'_>, input: Input) -> anyhow::Result<Turn> {
    match input {
        Input::Press(Action::FinishedTable { format }) => hand_over(talk, format).await,
        Input::Press(_) => Ok(Turn::to(State::Inspection)),
        _ => Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons"))),
    }
}

/// The file, below. Names leave the bot with it, so that is noted.
async fn hand_over(talk: &mut Talk<'_>, format: TableFormat) -> anyhow::Result<Turn> {
    let organisation = talk.organisation()?.id;
    let key = format!("finished table:{format}:{}:{}", talk.chat, talk.now.timestamp() / SAME_FILE_SECONDS);
    talk.hand_over(&key, Notice::FinishedTable { organisation, format }).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("finished table taken", &organisation.to_string()), talk.now).await?;
    Ok(Turn::quiet().with_toast(label!(talk.locale, "toast-table")))
}
