//! Evidence, and what the bot itself found, in words.

use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::roadmap::binding::{Binding, BindingMode, Finding};
use crate::store::evidence::Given;
use crate::text::{Arg, Locale, Markup, dates, markup};
use crate::tr;

/// «Приказ № 45 от 1 сентября 2026 года», a link, a file's name, the words.
pub(crate) fn evidence_in_words(locale: Locale, evidence: &Evidence) -> Markup {
    match (evidence.kind, evidence.dated) {
        (EvidenceKind::Order, Some(day)) => {
            tr!(locale, "evidence-order", number = &evidence.content, day = dates::full(locale, day))
        }
        (EvidenceKind::Order, None) => {
            tr!(locale, "evidence-order-undated", number = &evidence.content)
        }
        (EvidenceKind::File, _) => tr!(locale, "evidence-file", name = &evidence.content),
        (EvidenceKind::Photo, _) => tr!(locale, "evidence-photo"),
        (EvidenceKind::Link, _) => Markup::link(&evidence.content, &evidence.content),
        (EvidenceKind::Text, _) => Markup::plain(&evidence.content),
        (EvidenceKind::Count, _) => tr!(locale, "evidence-count", count = &evidence.content),
        (EvidenceKind::Done, _) => tr!(locale, "evidence-done"),
        (EvidenceKind::Bot, _) => {
            evidence.finding().map_or_else(|| tr!(locale, "evidence-done"), |found| finding_in_words(locale, &found))
        }
    }
}

/// One piece of evidence; what belongs to a sub-item says to which.
pub(crate) fn given_in_words(locale: Locale, given: &Given) -> Markup {
    let shown = evidence_in_words(locale, &given.evidence);
    if given.item.is_empty() {
        return shown;
    }
    let item = crate::chat::road_map::words::short(&given.item, crate::chat::road_map::words::IN_A_LIST);
    tr!(locale, "evidence-of-item", item = item, evidence = shown)
}

/// «Приказ № 12 от 3 октября 2026 года, 3 пары.» Numbers only: anybody who sees the row may read it.
pub(crate) fn finding_in_words(locale: Locale, found: &Finding) -> Markup {
    let day = found.on.map_or_else(String::new, |day| dates::full(locale, day));
    let args =
        [("count", Arg::from(found.count)), ("day", Arg::from(day)), ("orders", Arg::from(orders(locale, found)))];
    let said = markup(locale, &format!("finding-{}", found.fact), &args);
    if found.is_complete() {
        return said;
    }
    tr!(locale, "finding-with-left", said = said, left = left(locale, found))
}

/// How many are missing, in words of the fact.
fn left(locale: Locale, found: &Finding) -> Markup {
    markup(locale, &format!("finding-left-{}", found.fact), &[("count", Arg::from(found.left))])
}

/// «№ 12 от 3 октября 2026 года, № 15 от 9 ноября 2026 года».
fn orders(locale: Locale, found: &Finding) -> String {
    let one = |order: &crate::domain::roadmap::binding::OrderRef| {
        crate::label!(locale, "finding-order", number = &order.number, day = dates::full(locale, order.date))
    };
    found.orders.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What no longer holds of what closed a row.
pub(crate) fn lost_in_words(locale: Locale, then: &Finding) -> Markup {
    let args = [("orders", Arg::from(orders(locale, then)))];
    let key = match then.fact {
        crate::domain::roadmap::binding::Fact::PairsOrdered => "lost-pairs_ordered",
        crate::domain::roadmap::binding::Fact::PairConsents => "lost-pair_consents",
        _ => "lost-other",
    };
    markup(locale, key, &args)
}

/// «Закроется само, когда у всех пар будет приказ.»
pub(crate) fn binding_in_words(locale: Locale, binding: Binding) -> Markup {
    let when = crate::text::label(locale, &format!("fact-when-{}", binding.fact), &[]);
    match binding.mode {
        BindingMode::Close => tr!(locale, "binding-close", when = when),
        BindingMode::Ask => tr!(locale, "binding-ask", when = when),
        BindingMode::Off => tr!(locale, "binding-off", when = when),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::roadmap::binding::{Fact, OrderRef};

    #[test]
    fn every_fact_has_its_sentences_in_every_language() {
        for locale in Locale::ALL {
            let has = crate::text::keys(*locale);
            for fact in Fact::ALL {
                for prefix in ["finding", "finding-left", "fact-when", "button-fact"] {
                    assert!(has(&format!("{prefix}-{fact}")), "{prefix}-{fact} in {locale}");
                }
            }
            assert!(has("lost-pairs_ordered") && has("lost-pair_consents") && has("lost-other"));
        }
    }

    #[test]
    fn findings_are_said_as_people_say_them() {
        let day = |text: &str| text.parse().unwrap();
        let said = |fact: Fact, count: u32, left: u32| {
            let orders = match fact {
                Fact::PairsOrdered => vec![OrderRef { date: day("2026-10-03"), number: "12-од".to_owned() }],
                _ => Vec::new(),
            };
            let found = Finding { fact, count, left, on: Some(day("2026-10-03")), orders, declared: false };
            finding_in_words(Locale::Ru, &found).as_html().to_owned()
        };
        let counts = [(1, 0), (3, 1), (5, 2), (21, 5)];
        let all: Vec<String> =
            Fact::ALL.iter().flat_map(|fact| counts.map(|(count, left)| said(*fact, count, left))).collect();
        insta::assert_snapshot!(all.join("\n"));
    }
}
