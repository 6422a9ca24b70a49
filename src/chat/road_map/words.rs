//! Rows, terms and due days in words: for the screens and for the reminders.

use crate::chat::screen::back;
use crate::chat::{Action, Screen};
use crate::domain::calendar::WorkingDays;
use crate::domain::people::{Person, short_name};
use crate::domain::roadmap::activity::{Activity, TermChoice};
use crate::domain::roadmap::duty::PairedMentors;
use crate::domain::roadmap::occurrences::DueOccurrence;
use crate::text::{Locale, Markup, dates, markup};
use crate::{label, tr};
use chrono::{Datelike, NaiveDate};

/// The longest part of a row's text that a list shows, in characters.
pub(crate) const IN_A_LIST: usize = 70;
/// The longest text of one field on a card: the whole message must fit a messenger's limit.
const ON_A_CARD: usize = 700;
/// Days that a sentence lists one by one.
const LISTED_DAYS: usize = 4;
/// People that a sentence names one by one.
const LISTED_PEOPLE: usize = 5;

/// Cuts a text between words to at most `limit` characters; a colon left at the end goes too.
pub(crate) fn short(text: &str, limit: usize) -> String {
    let text = text.trim().trim_end_matches([':', ';', '.', ',']);
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut cut = String::new();
    for word in text.split_whitespace() {
        if cut.chars().count() + word.chars().count() + 2 > limit {
            break;
        }
        cut.push_str(if cut.is_empty() { "" } else { " " });
        cut.push_str(word);
    }
    if cut.is_empty() {
        cut = text.chars().take(limit.saturating_sub(1)).collect();
    }
    cut + "…"
}

/// A cell as the document writes it, to its last sign; only one that is longer than a screen is cut.
pub(crate) fn verbatim(text: &str, limit: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= limit { text.to_owned() } else { short(text, limit) }
}

/// The term in one short piece for a list: «до 30 сентября», «10 дат», «постоянно».
pub(crate) fn term_short(locale: Locale, row: &Activity, calendar: &WorkingDays, today: NaiveDate) -> String {
    let planned = row.planned(calendar);
    match planned.as_slice() {
        [] => term_without_day(locale, row),
        [one] => label!(locale, "road-map-until", day = dates::day(locale, one.due, today)),
        many => label!(locale, "road-map-days", count = many.len()),
    }
}

fn term_without_day(locale: Locale, row: &Activity) -> String {
    match row.phrase().trim() {
        _ if row.term_choice == TermChoice::Without => label!(locale, "road-map-term-none"),
        "" => label!(locale, "road-map-no-term"),
        phrase => short(phrase, IN_A_LIST),
    }
}

/// What the bot understood of a term and what it will do about it.
pub(crate) fn understood(locale: Locale, row: &Activity, calendar: &WorkingDays) -> Markup {
    let planned = row.planned(calendar);
    match planned.as_slice() {
        [] => markup(locale, &format!("road-map-term-{}", row.reading().kind), &[]),
        [one] => {
            tr!(locale, "road-map-understood-one", day = dates::full(locale, one.due), moved = moved(locale, one),)
        }
        many => tr!(locale, "road-map-understood-many", count = many.len(), days = listed_days(locale, many)),
    }
}

/// The days of a clear term in figures, or what it is where it has none: without what the bot will do about it.
pub(crate) fn days(locale: Locale, row: &Activity, calendar: &WorkingDays) -> Markup {
    let planned = row.planned(calendar);
    let listed =
        |count: usize| planned.iter().take(count).map(|one| dates::short(one.due)).collect::<Vec<_>>().join(", ");
    match planned.len() {
        0 => markup(locale, &format!("road-map-term-{}", row.reading_by(calendar).kind), &[]),
        count if count <= LISTED_DAYS => Markup::plain(&listed(count)),
        count => Markup::plain(&format!("{}: {}, …", label!(locale, "road-map-days", count = count), listed(2))),
    }
}

/// So many rows were just given days that lie behind; empty for none.
pub(super) fn over(locale: Locale, rows: usize) -> Markup {
    if rows == 0 { Markup::default() } else { tr!(locale, "road-map-over", count = rows) }
}

/// A row that another curator has taken out meanwhile.
pub(super) fn row_gone(locale: Locale) -> Screen {
    Screen::new(tr!(locale, "road-map-row-gone")).row([back(locale, Action::RoadMapBack)])
}

/// Why the bot counts from another day than the document's.
fn moved(locale: Locale, one: &DueOccurrence) -> String {
    if one.due == one.official_due {
        return String::new();
    }
    label!(locale, "road-map-moved", day = dates::day_month(locale, one.official_due))
}

fn listed_days(locale: Locale, days: &[DueOccurrence]) -> String {
    let mut listed: Vec<String> = days.iter().take(LISTED_DAYS).map(|one| dates::day_month(locale, one.due)).collect();
    if days.len() > LISTED_DAYS {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}

/// «сегодня», «через 3 дня, в пятницу, 18 сентября», «просрочено на 1 день».
pub(crate) fn due_in_words(locale: Locale, due: NaiveDate, today: NaiveDate) -> String {
    let day = dates::on_weekday(locale, due, today);
    match (due - today).num_days() {
        0 => label!(locale, "due-today"),
        1 => label!(locale, "due-tomorrow", day = day),
        days if days > 1 => label!(locale, "due-ahead", days = days, day = day),
        days => label!(locale, "due-late", days = -days),
    }
}

/// Numbered rows under their due days: a day is said once for all its rows.
pub(crate) fn due_list<'r>(
    locale: Locale,
    rows: impl Iterator<Item = (usize, NaiveDate, &'r Activity)>,
    today: NaiveDate,
) -> Markup {
    let put = |list: Markup, (opens, row): &(bool, Markup)| if *opens { list.paragraph(row) } else { list.line(row) };
    due_lines(locale, rows, today).iter().fold(Markup::default(), put)
}

/// The same row by row; `true` for a row that opens a day and says it.
pub(crate) fn due_lines<'r>(
    locale: Locale,
    rows: impl Iterator<Item = (usize, NaiveDate, &'r Activity)>,
    today: NaiveDate,
) -> Vec<(bool, Markup)> {
    let mut said = None;
    let line = |(number, due, row): (usize, NaiveDate, &Activity)| {
        let heading = short(&row.heading, IN_A_LIST);
        let line = tr!(locale, "my-rows-line", number = number, heading = heading);
        if said.replace(due) == Some(due) {
            return (false, line);
        }
        let day = Markup::plain(&capital(&due_in_words(locale, due, today))).bold();
        (true, day.line(&line))
    };
    rows.map(line).collect()
}

/// The checklist of a row; empty when there is none.
pub(crate) fn checklist(row: &Activity) -> Markup {
    row.items.iter().fold(Markup::default(), |list, item| list.line(&Markup::plain(&format!("▫ {}", short(item, 300)))))
}

/// The stage of a row, as a title; empty where there is none.
pub(crate) fn stage(row: &Activity) -> Markup {
    if row.stage.is_empty() { Markup::default() } else { Markup::plain(&short(&row.stage, 150)).bold() }
}

/// The row itself: stage, what is to be done, the checklist.
pub(crate) fn row_text(row: &Activity) -> Markup {
    // With a checklist the cell's text would say everything twice.
    let text = match row.items.first() {
        None => short(&row.activity, ON_A_CARD),
        Some(first) if *first == row.heading => String::new(),
        Some(_) => short(&row.heading, ON_A_CARD),
    };
    stage(row).line(&Markup::plain(&text)).line(&bounded(checklist(row)))
}

/// A very long checklist is cut so that the rest of the card still fits the message.
fn bounded(list: Markup) -> Markup {
    if list.shown_len() <= 1_800 { list } else { Markup::plain(&short(list.without_tags().as_html(), 1_800)) }
}

/// Who does a row: «Лаптева О. В., Сомова В. И.», or that it falls to the curator.
pub(crate) fn people(locale: Locale, row: &Activity, staff: &[Person], paired: &PairedMentors) -> Markup {
    let found = row.duty.people(staff, paired);
    let mut names: Vec<String> = found.iter().take(LISTED_PEOPLE).map(|person| short_name(&person.full_name)).collect();
    if found.len() > LISTED_PEOPLE {
        names.push(label!(locale, "road-map-more-people", count = found.len() - LISTED_PEOPLE));
    }
    let is_somebodys = staff.iter().any(|person| row.duty.names(person, paired));
    match (names.is_empty(), is_somebodys) {
        (true, _) => tr!(locale, "road-map-nobody"),
        (false, true) => Markup::plain(&names.join(", ")),
        (false, false) => tr!(locale, "road-map-falls-to-curator", names = names.join(", ")),
    }
}

/// With a capital letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// With a small first letter, for the middle of a sentence; «МО» stays as it is.
pub(crate) fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// «Сентябрь» of any day in it.
pub(crate) fn month_title(locale: Locale, day: NaiveDate) -> String {
    capital(&dates::month_name(locale, day.month()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::evidence::{EvidenceKind, EvidenceProblem};
    use crate::domain::roadmap::responsible::ResponsibleRole;
    use crate::domain::roadmap::term::{Doubt, TermKind};

    #[test]
    fn texts_are_cut_between_words() {
        assert_eq!(short("Подготовка приказов:", 40), "Подготовка приказов");
        assert_eq!(short("Подготовка и принятие приказов", 24), "Подготовка и принятие…");
        assert_eq!(short("Нормативноправовой", 6), "Норма…");
    }

    #[test]
    fn due_days_are_said_as_people_say_them() {
        let day = |text: &str| text.parse().unwrap();
        let said = |due: &str| due_in_words(Locale::Ru, day(due), day("2026-09-15"));
        assert_eq!(said("2026-09-15"), "сегодня");
        assert_eq!(said("2026-09-16"), "завтра, в среду, 16 сентября");
        assert_eq!(said("2026-09-18"), "через 3 дня, в пятницу, 18 сентября");
        assert_eq!(said("2026-09-14"), "просрочено на 1 день");
        assert_eq!(said("2026-09-08"), "просрочено на 7 дней");
    }

    #[test]
    fn every_computed_sentence_exists() {
        let computed = (Doubt::ALL.iter().map(|one| format!("road-map-doubt-{one}")))
            .chain(TermKind::ALL.iter().map(|one| format!("road-map-term-{one}")))
            .chain(ResponsibleRole::ALL.iter().map(|one| format!("responsible-role-{one}")))
            .chain(EvidenceKind::ALL.iter().map(|one| format!("button-give-{one}")))
            .chain(EvidenceProblem::ALL.iter().map(|one| format!("evidence-problem-{one}")))
            .chain((1..=12).map(|month| format!("month-short-{month}")));
        for key in computed {
            for locale in Locale::ALL {
                assert!(crate::text::keys(*locale)(&key), "{key} in {locale}");
            }
        }
    }
}
