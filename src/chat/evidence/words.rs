//! Evidence in words.

use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::text::{Locale, Markup, dates};
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
    }
}
