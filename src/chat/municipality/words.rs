//! An organisation's numbers in words.

use crate::domain::municipality::{RollUp, Sum};
use crate::text::{Locale, Markup, dates};
use crate::tr;
use chrono::NaiveDate;

/// The numbers one under another.
pub(crate) fn numbers(locale: Locale, numbers: &RollUp) -> Markup {
    tr!(
        locale,
        "municipality-numbers",
        done = numbers.done,
        all = numbers.dates(),
        late = numbers.late,
        ahead = numbers.ahead,
        pairs = numbers.pairs,
        mentors = numbers.mentors,
        mentees = numbers.mentees,
        questionnaires = numbers.questionnaires
    )
}

/// What has changed since the last look; that nothing has, too.
pub(crate) fn change(locale: Locale, (day, earlier): (NaiveDate, Sum), now: Sum) -> Markup {
    let change = now.since(earlier);
    let day = dates::day_month(locale, day);
    if change == Sum::default() {
        return tr!(locale, "municipality-unchanged", day = day);
    }
    tr!(
        locale,
        "municipality-changed",
        day = day,
        organisations = signed(change.organisations),
        done = signed(change.numbers.done),
        late = signed(change.numbers.late),
        pairs = signed(change.numbers.pairs),
        questionnaires = signed(change.numbers.questionnaires)
    )
}

/// «+3», «−2», «0».
fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{more}"),
        fewer => format!("−{}", fewer.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_said_with_their_sign() {
        let numbers = |done, late, pairs| RollUp { done, late, pairs, ..RollUp::default() };
        let before = Sum { organisations: 2, numbers: numbers(10, 4, 3) };
        let day = "2026-11-14".parse().unwrap();
        let said = change(Locale::Ru, (day, before), Sum { organisations: 3, numbers: numbers(15, 1, 3) });
        assert_eq!(said.as_plain(), "С 14 ноября: организации +1, выполнено +5, просрочено −3, пары 0, анкеты 0.");
        assert_eq!(change(Locale::Ru, (day, before), before).as_plain(), "С 14 ноября ничего не изменилось.");
    }
}
