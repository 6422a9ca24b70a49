//! What the channel shows: the same words in the preview and in the channel.

use super::{Locale, Markup, dates};
use crate::domain::consent::Consents;
use crate::domain::ids::PersonId;
use crate::domain::pair::Pair;
use crate::domain::people::{Person, short_name};
use crate::domain::post::Post;
use crate::tr;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The longest announcement, in UTF-16 units: leaves room below the messenger's 4,096.
const LONGEST: usize = 3_800;
/// Characters of a text that a button shows.
const BEGINNING: usize = 28;

/// A post with the day of its event. The year is named where it is not the year of `today`.
pub fn post(locale: Locale, post: &Post, today: NaiveDate) -> Markup {
    let text = Markup::plain(&post.text);
    match post.event_on {
        Some(day) => text.paragraph(&tr!(locale, "post-event", day = dates::on_weekday(locale, day, today))),
        None => text,
    }
}

/// A pair as the public may see it: only the names of those who agreed to be named.
#[derive(Clone, Default)]
pub struct PublicPair {
    pub mentor: Option<String>,
    pub mentee: Option<String>,
}

impl PublicPair {
    /// Short names of those who may be named; whoever left the staff list is not.
    pub fn of_all<'p>(
        staff: &[Person],
        consents: &BTreeMap<PersonId, Consents>,
        pairs: impl Iterator<Item = &'p Pair>,
    ) -> Vec<Self> {
        let named = |id: PersonId| {
            let agreed = consents.get(&id).is_some_and(Consents::may_be_named);
            let person = staff.iter().find(|person| agreed && person.id == id);
            person.map(|person| short_name(&person.full_name))
        };
        pairs.map(|pair| Self { mentor: named(pair.mentor), mentee: named(pair.mentee) }).collect()
    }
}

/// The announcement of the pairs of one order: one post for all of them.
pub fn pairs(locale: Locale, (organisation, year): (&str, &str), pairs: &[PublicPair]) -> Markup {
    let count = pairs.len();
    let mut text = tr!(locale, "announcement-title", count = count).bold();
    text = text.line(&tr!(locale, "announcement-where", organisation = organisation, year = year));
    let mut list = Markup::default();
    let mut listed = 0;
    for line in pairs.iter().filter_map(|pair| public_line(locale, pair)) {
        if text.shown_len() + list.shown_len() + line.shown_len() > LONGEST {
            break;
        }
        list = list.line(&line);
        listed += 1;
    }
    if listed < count {
        let rest = match listed {
            0 => tr!(locale, "announcement-unnamed", count = count),
            _ => tr!(locale, "announcement-rest", count = count - listed),
        };
        list = list.line(&rest);
    }
    text.paragraph(&list).paragraph(&tr!(locale, "announcement-wish", count = count))
}

/// Sentences that need neither the gender nor a case of a name.
fn public_line(locale: Locale, pair: &PublicPair) -> Option<Markup> {
    Some(match (&pair.mentor, &pair.mentee) {
        (Some(mentor), Some(mentee)) => {
            tr!(locale, "announcement-both", mentor = mentor, mentee = mentee)
        }
        (Some(mentor), None) => tr!(locale, "announcement-mentor", mentor = mentor),
        (None, Some(mentee)) => tr!(locale, "announcement-mentee", mentee = mentee),
        (None, None) => return None,
    })
}

/// Why something public did not come out and what to do, by how its row of the outbox ended.
pub fn why_not_out(locale: Locale, state: &str, reason: &str) -> Markup {
    match state {
        "unreachable" => tr!(locale, "trouble-why-rights"),
        "obsolete" => tr!(locale, "trouble-why-channel"),
        _ if reason.starts_with("not sent") => tr!(locale, "trouble-why-silent"),
        _ => tr!(locale, "trouble-why-refused"),
    }
}

/// «Новость «…»»: what a line about a public message calls a post.
pub fn what_post(locale: Locale, post: &Post) -> Markup {
    tr!(locale, "trouble-post", text = beginning(&post.text))
}

/// «Объявление о 3 парах».
pub fn what_pairs(locale: Locale, count: usize) -> Markup {
    tr!(locale, "trouble-pairs", count = count)
}

/// How a text begins, short enough for a button or a line.
pub fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= BEGINNING {
        return line.to_owned();
    }
    let cut: String = line.chars().take(BEGINNING).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(mentor: Option<&str>, mentee: Option<&str>) -> PublicPair {
        PublicPair { mentor: mentor.map(str::to_owned), mentee: mentee.map(str::to_owned) }
    }

    #[test]
    fn only_who_agreed_is_named() {
        let all = [
            named(Some("Иванова М. П."), Some("Петров И. С.")),
            named(Some("Сидорова А. А."), None),
            named(None, Some("Ким В.")),
            named(None, None),
        ];
        let text = pairs(Locale::Ru, ("Школа № 7", "2026/27"), &all);
        insta::assert_snapshot!(text.as_html(), @r"
        <b>Новые наставнические пары</b>
        Школа № 7, 2026/27 учебный год

        • Иванова М. П. — наставник, Петров И. С. — наставляемый
        • Сидорова А. А. — наставник, помогает коллеге
        • Ким В. — наставляемый, работает с наставником
        и ещё 1 пара

        Пожелаем всем удачи!
        ");
        let alone = pairs(Locale::Ru, ("Школа № 7", "2026/27"), &all[3..]);
        insta::assert_snapshot!(alone.as_html(), @r"
        <b>Новая наставническая пара</b>
        Школа № 7, 2026/27 учебный год

        Двое коллег начинают работать вместе.

        Пожелаем им удачи!
        ");
    }

    #[test]
    fn a_long_order_still_fits_one_message() {
        let one = named(Some("Константинопольская А. А."), Some("Рождественский В. В."));
        let text = pairs(Locale::Ru, ("Школа № 7", "2026/27"), &vec![one; 400]);
        assert!(text.shown_len() < 4_096, "{}", text.shown_len());
        assert!(text.as_html().contains("и ещё"), "the rest is counted");
    }
}
