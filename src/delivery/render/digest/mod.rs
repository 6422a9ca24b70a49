//! A person's one message of a day: what is due, with a button for each row; what goes on; what is late, unsent or
//! new for those who have to know.
//!
//! Made from the facts as they are when it leaves: what was done meanwhile is not spoken of. To add a kind of line:
//! a part here, in the order in which people should read.

mod curator;
mod news;
mod rows;

use super::{Facts, Rendered};
use crate::chat::road_map::Answerer;
use crate::chat::{Action, Button, Screen, button};
use crate::domain::ids::{ActivityId, OccurrenceId, PersonId};
use crate::domain::people::{Person, Role};
use crate::domain::reminder::LineKind;
use crate::domain::roadmap::activity::Activity;
use crate::domain::school_year::SchoolYear;
use crate::store::digest_lines::{self, WaitingLine};
use crate::store::occurrences::Occurrence;
use crate::store::organisations::{self, Organisation};
use crate::store::{activities, dated_rows, occurrences, people};
use crate::text::Locale;
use crate::{label, tr};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Rows that one part names; the rest are one tap away.
const SHOWN: usize = 8;

/// A dated row.
type Row = (Occurrence, Activity);

/// What the parts of a message are made from.
struct Day {
    person: Person,
    organisation: Organisation,
    today: NaiveDate,
    answerer: Answerer,
    lines: Vec<WaitingLine>,
    /// The open occurrences that the lines name, the earliest due first.
    open: Vec<Row>,
    /// The rows that the lines name without a day.
    standing: Vec<Activity>,
}

/// Renders what still waits to be told; `None` when everything was settled meanwhile. Says in `facts.told` which
/// lines it holds.
pub(super) async fn digest(facts: &mut Facts<'_>, person: PersonId) -> anyhow::Result<Rendered> {
    let Some(day) = Day::load(facts, person).await? else {
        return Ok(None);
    };
    let locale = facts.locale;
    let mine = day.mine();
    let mut text = rows::own(locale, &mine, day.today).paragraph(&rows::standing(locale, &day));
    text = text.paragraph(&curator::parts(facts, &day).await?);
    let next = day.next_year();
    if let Some(year) = &next {
        text = text.paragraph(&tr!(locale, "digest-new-year", year = year));
    }
    let news = news::part(facts, &day, &text).await?;
    text = text.paragraph(&news.text);
    facts.told = day.lines.iter().map(|line| line.id).filter(|id| !news.left.contains(id)).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let next =
        next.map(|year| button(label!(locale, "button-digest-new-year", year = year), Action::NewYear { page: 0 }));
    let screen = Screen::new(text)
        .grid(2, rows::buttons(locale, &mine))
        .grid(2, news.buttons)
        .row(next)
        .row([list_button(locale, &day.person)]);
    let mut sheet = screen.into_sheet(0);
    let list = sheet.keyboard.pop();
    sheet.keyboard.extend(news.keys.into_iter().chain(list));
    Ok(Some((sheet, None)))
}

fn list_button(locale: Locale, person: &Person) -> Button {
    let to = if person.has(Role::Curator) { Action::RoadMap } else { Action::MyRows { page: 0 } };
    button(label!(locale, "button-open-list"), to)
}

impl Day {
    async fn load(facts: &mut Facts<'_>, id: PersonId) -> anyhow::Result<Option<Self>> {
        let Some(person) = people::find(facts.db, id).await? else {
            return Ok(None);
        };
        let organisation = organisations::get(facts.db, person.organisation).await?;
        let today = organisation.today(facts.now);
        let lines = digest_lines::list_for(facts.db, id, today).await?;
        let of = |wanted: &dyn Fn(LineKind) -> bool| -> BTreeSet<i64> {
            lines.iter().filter(|one| wanted(one.line.kind)).map(|one| one.line.subject).collect()
        };
        let dated: Vec<OccurrenceId> = of(&LineKind::is_of_occurrence).into_iter().map(OccurrenceId).collect();
        let standing: Vec<ActivityId> = of(&|kind| kind == LineKind::Standing).into_iter().map(ActivityId).collect();
        let mut found = occurrences::list_by_ids(facts.db, &dated).await?;
        found.retain(Occurrence::is_open);
        found.sort_by_key(|one| (one.due, one.id));
        found.dedup_by_key(|one| one.id);
        let ids: BTreeSet<ActivityId> = found.iter().map(|one| one.activity).chain(standing.iter().copied()).collect();
        let ids: Vec<ActivityId> = ids.into_iter().collect();
        let rows = activities::list_by_ids(facts.db, &ids).await?;
        let open = dated_rows::with_rows(facts.db, found, &rows).await?;
        Ok(Some(Self {
            answerer: Answerer::load(facts.db, &person).await?,
            open,
            standing: rows.into_iter().filter(|row| standing.contains(&row.id)).collect(),
            person,
            organisation,
            today,
            lines,
        }))
    }

    /// The open rows that lines of a kind name.
    fn of_kind(&self, kind: LineKind) -> impl Iterator<Item = &Row> {
        let named: BTreeSet<i64> =
            self.lines.iter().filter(|one| one.line.kind == kind).map(|one| one.line.subject).collect();
        self.open.iter().filter(move |(one, _)| named.contains(&one.id.0))
    }

    /// The next school year, where the curator is asked about it and has not started it yet.
    fn next_year(&self) -> Option<String> {
        let next = SchoolYear(self.organisation.school_year.0 + 1);
        let is_it = |one: &WaitingLine| one.line.kind == LineKind::NewYear && one.line.subject == i64::from(next.0);
        (self.person.has(Role::Curator) && self.lines.iter().any(is_it)).then(|| next.to_string())
    }

    /// The rows that are this person's to do: somebody else may have been put in charge meanwhile.
    fn mine(&self) -> Vec<&Row> {
        self.of_kind(LineKind::Reminder).filter(|(one, row)| self.answerer.answers_for(one, row)).collect()
    }
}
