//! Consents: three separate, versioned, withdrawable decisions. They are the gate in front of orders and posts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

coded_enum! {
    /// What a person is asked to agree to. Each is its own document: 152-ФЗ, art. 9 as of 01.09.2025 (156-ФЗ).
    pub enum ConsentKind {
        /// The use of personal data for the programme.
        PersonalData = "personal_data",
        /// A mentor's written consent to the additional work: ТК РФ, art. 351.8.
        ExtraDuties = "extra_duties",
        /// Being named in the channel, on the site, in social networks.
        Publication = "publication",
    }
}

coded_enum! {
    /// What a person decided.
    pub enum ConsentDecision {
        Given = "given",
        Refused = "refused",
        /// Given earlier and taken back; possible at any time.
        Withdrawn = "withdrawn",
    }
}

/// One decision as it was recorded. Rows are only added, so the history stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRecord {
    pub kind: ConsentKind,
    pub decision: ConsentDecision,
    /// Which text the person saw: the digest of the document.
    pub version: String,
    pub at: DateTime<Utc>,
}

/// The latest decision of each kind of one person. What was never asked is absent and counts as not given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consents(BTreeMap<ConsentKind, ConsentRecord>);

impl Consents {
    /// The latest decisions of a history in any order. Of two at one instant the later in the list counts.
    pub fn of(history: impl IntoIterator<Item = ConsentRecord>) -> Self {
        let mut latest: BTreeMap<ConsentKind, ConsentRecord> = BTreeMap::new();
        for record in history {
            let newer = latest.get(&record.kind).is_none_or(|known| known.at <= record.at);
            if newer {
                latest.insert(record.kind, record);
            }
        }
        Self(latest)
    }

    /// The latest decision of one kind.
    pub fn latest(&self, kind: ConsentKind) -> Option<&ConsentRecord> {
        self.0.get(&kind)
    }

    pub fn has(&self, kind: ConsentKind) -> bool {
        self.latest(kind).is_some_and(|record| record.decision == ConsentDecision::Given)
    }

    /// Whether the name may stand in a public post. Without the use of personal data nothing may be published.
    pub fn may_be_named(&self) -> bool {
        self.has(ConsentKind::PersonalData) && self.has(ConsentKind::Publication)
    }

    /// Whether an order may name the person as a mentor.
    pub fn may_be_ordered_as_mentor(&self) -> bool {
        self.missing_as_mentor().is_empty()
    }

    /// Whether an order may name the person as a mentee.
    pub fn may_be_ordered_as_mentee(&self) -> bool {
        self.missing_as_mentee().is_empty()
    }

    /// What a mentor has yet to agree to before an order.
    pub fn missing_as_mentor(&self) -> Vec<ConsentKind> {
        self.missing(&[ConsentKind::PersonalData, ConsentKind::ExtraDuties])
    }

    /// What a mentee has yet to agree to before an order.
    pub fn missing_as_mentee(&self) -> Vec<ConsentKind> {
        self.missing(&[ConsentKind::PersonalData])
    }

    fn missing(&self, needed: &[ConsentKind]) -> Vec<ConsentKind> {
        needed.iter().copied().filter(|kind| !self.has(*kind)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConsentDecision::{Given, Refused, Withdrawn};
    use ConsentKind::{ExtraDuties, PersonalData, Publication};

    fn record(kind: ConsentKind, decision: ConsentDecision, second: i64) -> ConsentRecord {
        let at = DateTime::from_timestamp(second, 0).unwrap();
        let version = "v1".to_owned();
        ConsentRecord { kind, decision, version, at }
    }

    #[test]
    fn nothing_asked_means_nothing_allowed() {
        let nobody = Consents::default();
        assert!(!nobody.may_be_named());
        assert!(!nobody.may_be_ordered_as_mentee());
        assert_eq!(nobody.missing_as_mentor(), [PersonalData, ExtraDuties]);
    }

    #[test]
    fn refusing_one_does_not_block_what_does_not_need_it() {
        let shy = Consents::of([
            record(PersonalData, Given, 1),
            record(ExtraDuties, Given, 2),
            record(Publication, Refused, 3),
        ]);
        assert!(shy.may_be_ordered_as_mentor());
        assert!(!shy.may_be_named());
        let idle = Consents::of([
            record(PersonalData, Given, 1),
            record(ExtraDuties, Refused, 2),
            record(Publication, Given, 3),
        ]);
        assert!(idle.may_be_named() && idle.may_be_ordered_as_mentee());
        assert_eq!(idle.missing_as_mentor(), [ExtraDuties]);
    }

    #[test]
    fn the_latest_decision_counts_in_any_order_of_rows() {
        let given = record(PersonalData, Given, 1);
        let withdrawn = record(PersonalData, Withdrawn, 2);
        let given_again = record(PersonalData, Given, 3);
        let history = [given_again.clone(), given.clone(), withdrawn.clone()];
        assert!(Consents::of(history).may_be_ordered_as_mentee());
        let history = [withdrawn, given];
        assert!(!Consents::of(history).may_be_ordered_as_mentee());
    }

    #[test]
    fn without_personal_data_nobody_is_named() {
        let odd = Consents::of([record(PersonalData, Withdrawn, 2), record(Publication, Given, 1)]);
        assert!(!odd.may_be_named());
    }
}
