//! What pressing a button means: one listing, at most 64 bytes on the wire.
//!
//! The wire form is `version.code.field.field`: the session version whose screen the button belongs to (0 for a
//! button under a notice, which checks its entity's version instead), the action's code and its fields. Codes
//! are never reused, so that a button from last year is refused and not mistaken for another.

use super::reminder_settings::ReminderWish;
use super::road_map::{ChangesOf, RowPart, Rows};
use super::setup::{SetupStep, Zone};
use crate::domain::calendar::{SchoolWeek, Summer, VacationKind};
use crate::domain::consent::ConsentKind;
use crate::domain::evidence::EvidenceKind;
use crate::domain::ids::{
    ActivityId, DoubtId, HandoverId, OccurrenceId, OrganisationId, OutboxId, PairId, PersonId, PostId,
};
use crate::domain::pair::{DissolveReason, PairState};
use crate::domain::people::{OrganisationKind, Role};
use crate::domain::reminder::{Pace, QuietHours};
use crate::domain::roadmap::binding::{BindingMode, Fact};
use crate::domain::roadmap::handover::HandoverReason;
use crate::domain::roadmap::responsible::ResponsibleRole;
use crate::domain::roadmap::standing::TableFormat;
use crate::text::Locale;
use chrono::NaiveDate;

/// A field of an action: short, without dots.
trait Field: Sized {
    fn put(&self) -> String;
    fn take(text: &str) -> Option<Self>;
}

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(DIGITS[usize::try_from(number % 36).unwrap_or(0)]));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

impl Field for i64 {
    fn put(&self) -> String {
        base36(u64::try_from(*self).unwrap_or(0))
    }
    fn take(text: &str) -> Option<Self> {
        Self::from_str_radix(text, 36).ok().filter(|number| *number >= 0)
    }
}

macro_rules! number_fields {
    ($($type:ty),+) => {$(impl Field for $type {
        fn put(&self) -> String {
            base36(u64::from(*self))
        }
        fn take(text: &str) -> Option<Self> {
            Self::from_str_radix(text, 36).ok()
        }
    })+};
}
number_fields!(u8, u32);

impl Field for bool {
    fn put(&self) -> String {
        u8::from(*self).put()
    }
    fn take(text: &str) -> Option<Self> {
        u8::take(text).and_then(|number| (number < 2).then_some(number == 1))
    }
}

impl Field for String {
    fn put(&self) -> String {
        self.clone()
    }
    fn take(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Field for NaiveDate {
    fn put(&self) -> String {
        self.format("%Y%m%d").to_string()
    }
    fn take(text: &str) -> Option<Self> {
        Self::parse_from_str(text, "%Y%m%d").ok()
    }
}

macro_rules! id_fields {
    ($($type:ident),+) => {$(impl Field for $type {
        fn put(&self) -> String {
            self.0.put()
        }
        fn take(text: &str) -> Option<Self> {
            i64::take(text).map($type)
        }
    })+};
}
id_fields!(OrganisationId, PersonId, ActivityId, OccurrenceId, PairId, PostId, OutboxId, DoubtId, HandoverId);

macro_rules! code_fields {
    ($($type:ident),+) => {$(impl Field for $type {
        fn put(&self) -> String {
            self.code().to_owned()
        }
        fn take(text: &str) -> Option<Self> {
            Self::from_code(text)
        }
    })+};
}
code_fields!(
    SetupStep,
    Zone,
    OrganisationKind,
    Role,
    Locale,
    ConsentKind,
    Rows,
    ChangesOf,
    RowPart,
    ResponsibleRole,
    EvidenceKind,
    Fact,
    BindingMode,
    HandoverReason,
    PairState,
    DissolveReason,
    ReminderWish,
    Pace,
    QuietHours,
    SchoolWeek,
    Summer,
    VacationKind,
    TableFormat
);

macro_rules! actions {
    ($($(#[$meta:meta])* $code:literal => $flow:ident $audience:ident $name:ident $({ $($field:ident: $type:ty),+ })?,)+) => {
        /// What pressing a button means.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Action { $($(#[$meta])* $name $({ $($field: $type),+ })?),+ }

        impl Action {
            /// As the button carries it.
            pub fn encode(&self, version: i64) -> String {
                let mut wire = version.put();
                match self {$(
                    Self::$name $({ $($field),+ })? => {
                        wire.push('.');
                        wire.push_str($code);
                        $($(wire.push('.'); wire.push_str(&$field.put());)+)?
                    }
                )+}
                wire
            }

            /// The version and the action of a button; `None` for what no button of ours carries.
            pub fn decode(wire: &str) -> Option<(i64, Self)> {
                let mut parts = wire.split('.');
                let version = i64::take(parts.next()?)?;
                let action = match parts.next()? {
                    $($code => Self::$name $({ $($field: <$type>::take(parts.next()?)?),+ })?,)+
                    _ => return None,
                };
                parts.next().is_none().then_some((version, action))
            }

            /// The conversation that answers.
            pub(super) fn flow(&self) -> super::Flow {
                match self { $(Self::$name $({ $($field: _),+ })? => super::Flow::$flow),+ }
            }

            /// Who may press it.
            pub(super) fn audience(&self) -> super::Audience {
                match self { $(Self::$name $({ $($field: _),+ })? => super::Audience::$audience),+ }
            }
        }
    };
}

// code => flow, audience, name { fields }
actions! {
    // Anywhere.
    "m" => Home Anyone Menu,
    "-" => Home Anyone Nothing,

    // The road map.
    "r" => RoadMap Curator RoadMap,
    "rb" => RoadMap Curator RoadMapBack,
    "rf" => RoadMap Curator RoadMapFile,
    /// What was read in the document that waits.
    "re" => RoadMap Curator RoadMapRead,
    "rt" => RoadMap Curator RoadMapTemplate,
    "rts" => RoadMap Curator RoadMapTemplates,
    "rto" => RoadMap Curator RoadMapTemplateOf { kind: OrganisationKind },
    "rp" => RoadMap Curator RoadMapReadRows { page: u32 },
    "rw" => RoadMap Curator RoadMapReadRow { row: u32 },
    "rl" => RoadMap Curator RoadMapLoad,
    "ry" => RoadMap Curator RoadMapReplace,
    "rm" => RoadMap Curator RoadMapMonth { month: NaiveDate, page: u32 },
    "rr" => RoadMap Curator RoadMapRows { list: Rows, page: u32 },
    "ro" => RoadMap Curator RoadMapRow { activity: ActivityId },
    "rs" => RoadMap Curator RoadMapTerm,
    "ra" => RoadMap Curator RoadMapTermAccept { version: i64 },
    /// The reading is right as it is.
    "rc" => RoadMap Curator RoadMapTermConfirm { activity: ActivityId, version: i64 },
    "rx" => RoadMap Curator RoadMapTermWithout { activity: ActivityId, version: i64 },
    /// All rows whose terms lie in other years move to this one.
    "rv" => RoadMap Curator RoadMapRoll,
    "rg" => RoadMap Curator RoadMapDuty { people: u32 },
    "ru" => RoadMap Curator RoadMapDutyRole { role: ResponsibleRole, on: bool },
    "rh" => RoadMap Curator RoadMapDutyPerson { person: PersonId, on: bool },
    "ri" => RoadMap Curator RoadMapPicture,
    // What is shown to those who check.
    "z" => Inspection Curator Inspection,
    "zt" => Inspection Curator FinishedTable { format: TableFormat },
    // The road map, gone over: questions, rows by hand, the table out and back.
    "rla" => RoadMap Curator RoadMapLoadAsk,
    "rq" => RoadMap Curator RoadMapQuestions,
    "rqa" => RoadMap Curator RoadMapAnswer { activity: ActivityId, version: i64, answer: u32 },
    "rqs" => RoadMap Curator RoadMapSkip { skipped: u32 },
    "rqu" => RoadMap Curator RoadMapUndo,
    /// A term in one's own words, or people from the list.
    "rqo" => RoadMap Curator RoadMapOtherAnswer { activity: ActivityId, people: bool },
    "rqr" => RoadMap Curator RoadMapRemarks { page: u32 },
    "rd" => RoadMap Curator RoadMapEdit,
    "rdp" => RoadMap Curator RoadMapRewrite { part: RowPart },
    "rds" => RoadMap Curator RoadMapStage { activity: ActivityId },
    "rde" => RoadMap Curator RoadMapEmpty { version: i64 },
    "rdn" => RoadMap Curator RoadMapNewRow,
    "rdx" => RoadMap Curator RoadMapRemove,
    "rdy" => RoadMap Curator RoadMapRemoveSure { version: i64 },
    /// Takes the last change of a row back.
    "rdu" => RoadMap Curator RoadMapRowUndo,
    "rk" => RoadMap Curator RoadMapTable,
    "rkc" => RoadMap Curator RoadMapChanges { of: ChangesOf, page: u32, theirs: bool },
    "rky" => RoadMap Curator RoadMapChangesApply { stamp: u32 },
    "rkn" => RoadMap Curator RoadMapChangesDrop,
    // The municipal level.
    "g" => Municipality District Municipality { page: u32 },
    "gc" => Municipality District MunicipalityCard { organisation: OrganisationId, page: u32 },
    "gr" => Municipality District MunicipalityRemove { organisation: OrganisationId, page: u32, sure: bool },
    "gi" => Municipality District MunicipalityInvite,
    "gt" => Municipality District MunicipalityTable,
    "gm" => Municipality Curator MunicipalityMembership,
    "gj" => Municipality Curator MunicipalityJoin,
    "gl" => Municipality Curator MunicipalityLeave { sure: bool },
    // What closes a row.
    "em" => Evidence Staff MyRows { page: u32 },
    /// One's rows, each to be put off or given away.
    "ea" => Evidence Staff NotNow { page: u32 },
    /// What others are late with, as a curator or director was told.
    "el" => Evidence Staff LateRows { page: u32 },
    "ez" => Evidence Staff LateRow { occurrence: OccurrenceId, page: u32 },
    "eo" => Evidence Staff OccurrenceOpen { occurrence: OccurrenceId },
    "ed" => Evidence Staff OccurrenceDone { occurrence: OccurrenceId, version: i64 },
    "ek" => Evidence Staff EvidenceGive { kind: EvidenceKind },
    "et" => Evidence Staff EvidenceDay { day: NaiveDate },
    "es" => Evidence Staff EvidenceSave,
    "ef" => Evidence Staff EvidenceFile { occurrence: OccurrenceId },
    "eb" => Evidence Staff EvidenceBack,
    "er" => Evidence Curator Reopen { occurrence: OccurrenceId, version: i64 },
    "ey" => Evidence Curator ReopenSure,
    /// One sub-item, by the mark of its words: give evidence for it, or take the tick back. («ec» counted them.)
    "ej" => Evidence Staff ItemTick { occurrence: OccurrenceId, item: u32 },
    "en" => Evidence Staff EvidenceCount { count: u32 },
    "ep" => Evidence Staff EvidenceMore { occurrence: OccurrenceId },
    "zl" => Evidence Staff Later { occurrence: OccurrenceId },
    "zo" => Evidence Staff LaterOn { occurrence: OccurrenceId, day: NaiveDate },
    /// All that was said and done about an occurrence.
    "eq" => Evidence Staff OccurrenceSteps { occurrence: OccurrenceId, page: u32 },
    "hn" => Evidence Staff NotMine { occurrence: OccurrenceId },
    "hr" => Evidence Staff NotMineWhy { occurrence: OccurrenceId, reason: HandoverReason },
    // What rows wait for, and what waits for the curator.
    "ew" => Evidence Curator BindingOpen { activity: ActivityId, item: u32 },
    "eg" => Evidence Curator BindingFacts,
    "eh" => Evidence Curator BindingFact { fact: Fact },
    "ei" => Evidence Curator BindingMode { mode: BindingMode },
    /// The same of all of a row.
    "ev" => Evidence Curator RowSteps { activity: ActivityId, page: u32 },
    "qd" => Evidence Curator Desk { page: u32 },
    "qo" => Evidence Curator DoubtOpen { doubt: DoubtId },
    "qy" => Evidence Curator DoubtYes { doubt: DoubtId },
    "qn" => Evidence Curator DoubtNo { doubt: DoubtId },
    "ho" => Evidence Curator HandoverOpen { handover: HandoverId },
    "hp" => Evidence Curator HandoverPage { handover: HandoverId, page: u32 },
    "hg" => Evidence Curator HandoverGive { handover: HandoverId, person: PersonId },
    "hs" => Evidence Curator PassOn { occurrence: OccurrenceId, page: u32 },
    "ht" => Evidence Curator PassOnTo { occurrence: OccurrenceId, person: PersonId },
    "qu" => Evidence Curator Unreached { page: u32 },
    "cf" => Home Staff Settings,
    "lo" => Home Staff SetLocale { locale: Locale },
    // How the organisation wants to be reminded.
    "ms" => Reminders Curator ReminderSettings,
    "mq" => Reminders Curator ReminderAsk { wish: ReminderWish },
    "mp" => Reminders Curator ReminderPace { pace: Pace },
    "mh" => Reminders Curator ReminderHour { hour: u8 },
    "mx" => Reminders Curator ReminderQuiet { quiet: QuietHours },
    "md" => Reminders Curator ReminderDay { day: u8, on: bool },
    // The organisation's setup.
    "su" => Setup Curator SetupOpen { step: SetupStep },
    "sb" => Setup Curator SetupBack,
    "ss" => Setup Curator SetupSkip,
    "sk" => Setup Curator SetupKind { kind: OrganisationKind },
    "sp" => Setup Curator SetupPage { page: u32 },
    "sz" => Setup Curator SetupZone { zone: Zone },
    "sy" => Setup Curator SetupYear { year: u32 },
    "sn" => Setup Curator SetupPick { person: PersonId },
    "sr" => Setup Curator SetupRecheck,
    "sl" => Setup Curator SetupLeft,
    // The staff list.
    "tl" => Staff Curator StaffList { page: u32 },
    "ta" => Staff Curator StaffAll,
    "tp" => Staff Curator StaffCard { person: PersonId },
    "tr" => Staff Curator StaffRole { person: PersonId, role: Role, on: bool },
    "te" => Staff Curator StaffRelease { person: PersonId, sure: bool },
    "tv" => Staff Curator StaffArchive { person: PersonId, sure: bool },
    "tf" => Staff Curator StaffFile,
    "ts" => Staff Curator StaffSample,
    "tg" => Staff Curator StaffLoad,
    "tx" => Staff Curator StaffDrop,
    "tn" => Staff Curator StaffAdd,
    "tk" => Staff Curator StaffNoPosition,
    // The link for the staff.
    "vi" => Invite Curator Invite,
    "vn" => Invite Curator InviteNew { sure: bool },
    // Choosing oneself from the staff list.
    "jp" => Join Anyone JoinPage { page: u32 },
    "ja" => Join Anyone JoinAll,
    "jc" => Join Anyone JoinPick { person: PersonId },
    "jy" => Join Anyone JoinYes { person: PersonId },
    "jm" => Join Anyone JoinMissing,
    // Matching.
    "k" => Matching Curator Matching,
    "kr" => Matching Curator MatchingRun { version: i64 },
    "kl" => Matching Curator MatchingPairs { page: u32 },
    "ko" => Matching Curator MatchingCouple { mentee: PersonId },
    "kp" => Matching Curator MatchingPin { mentee: PersonId, on: bool, version: i64 },
    "kb" => Matching Curator MatchingBan { mentee: PersonId, version: i64 },
    "kw" => Matching Curator MatchingOthers { mentee: PersonId },
    "kc" => Matching Curator MatchingChoose { mentor: PersonId, mentee: PersonId, version: i64 },
    "kx" => Matching Curator MatchingSetAside { mentee: PersonId, on: bool, version: i64 },
    "ku" => Matching Curator MatchingLeft { page: u32 },
    "kv" => Matching Curator MatchingWishes { page: u32 },
    "kz" => Matching Curator MatchingLift { mentor: PersonId, mentee: PersonId, version: i64 },
    "ka" => Matching Curator MatchingAsk,
    "ky" => Matching Curator MatchingAskAll { version: i64 },
    // Pairs.
    "p" => Pairs Curator Pairs,
    "pl" => Pairs Curator PairsList { state: PairState, page: u32 },
    "pby" => Pairs Curator PairsBefore { page: u32 },
    "pc" => Pairs Curator PairCard { pair: PairId },
    "pd" => Pairs Curator PairDissolve { pair: PairId },
    "pw" => Pairs Curator PairDissolveWhy { pair: PairId, reason: DissolveReason },
    "pds" => Pairs Curator PairDissolveSure { pair: PairId, reason: DissolveReason, version: i64 },
    "pf" => Pairs Curator PairComplete { pair: PairId },
    "pfs" => Pairs Curator PairCompleteSure { pair: PairId, version: i64 },
    "pe" => Pairs Curator PairHorizon { pair: PairId },
    "peo" => Pairs Curator PairEndsOn { pair: PairId, day: NaiveDate },
    "pa" => Pairs Curator PairAskAgain { pair: PairId, version: i64 },
    "po" => Pairs Curator PairsOrder,
    "pp" => Pairs Curator PairOrder { pair: PairId },
    "pot" => Pairs Curator OrderPick { pair: PairId, on: bool },
    "poa" => Pairs Curator OrderAll { on: bool },
    "pog" => Pairs Curator OrderPage { page: u32 },
    "pon" => Pairs Curator OrderNext,
    "pod" => Pairs Curator OrderOn { day: NaiveDate },
    "pob" => Pairs Curator OrderBack,
    "pos" => Pairs Curator OrderSure { announce: bool },
    "pn" => Pairs Curator PairsAnnounce,
    "pns" => Pairs Curator PairsAnnounceSure,
    "pta" => Pairs Curator PairsTroubleAgain { outbox: OutboxId },
    "pty" => Pairs Curator PairsTroubleSettle { outbox: OutboxId },
    // One's own pair, under notices and on the card.
    "pm" => MyPairs Staff MyPairs,
    "py" => MyPairs Staff PairYes { pair: PairId },
    "px" => MyPairs Staff PairNo { pair: PairId },
    "pj" => MyPairs Staff PairJoin { pair: PairId },
    "pq" => MyPairs Staff PairLeave { pair: PairId, sure: bool },
    // News.
    "n" => News Staff News,
    "nl" => News Staff NewsDrafts { page: u32 },
    "nls" => News Staff NewsScheduled { page: u32 },
    "nlp" => News Staff NewsPast { page: u32 },
    "nn" => News Staff NewsNew,
    "nw" => News Staff NewsRewrite { post: PostId },
    "no" => News Staff NewsOpen { post: PostId },
    "nd" => News Staff NewsPickDay { post: PostId },
    "nds" => News Staff NewsSetDay { post: PostId, on: NaiveDate },
    "ndx" => News Staff NewsClearDay { post: PostId },
    "nfx" => News Staff NewsClearPhoto { post: PostId },
    "nt" => News Staff NewsPickTime { post: PostId },
    "np" => News Staff NewsPublish { post: PostId, version: i64 },
    "nts" => News Staff NewsSchedule { post: PostId, on: NaiveDate, hour: u8 },
    "nc" => News Staff NewsRecall { post: PostId, version: i64 },
    "nx" => News Staff NewsAskDrop { post: PostId },
    "nxx" => News Staff NewsDrop { post: PostId, version: i64 },
    "na" => News Staff NewsAgain { outbox: OutboxId },
    "ny" => News Staff NewsSettle { outbox: OutboxId },
    // Under the notice that something public went wrong.
    "xa" => Trouble Staff TroubleAgain { outbox: OutboxId },
    "xy" => Trouble Staff TroubleSettle { outbox: OutboxId },
    // Consents.
    "cl" => Consents Staff Consents,
    "cr" => Consents Staff ConsentRead { kind: ConsentKind },
    "cd" => Consents Staff ConsentDecide { given: bool },
    "cw" => Consents Staff ConsentWithdraw { kind: ConsentKind },
    "cx" => Consents Staff ConsentWithdrawn,
    "cp" => Consents Curator Papers { person: PersonId },
    "ck" => Consents Curator Paper { kind: ConsentKind },
    "ct" => Consents Curator PaperToday,
    // The questionnaire.
    "fo" => Form Staff FormOpen { questionnaire: String },
    "fi" => Form Staff FormBegin,
    "fr" => Form Staff FormResume,
    "fa" => Form Staff FormAnew,
    "fs" => Form Staff FormSet { option: String, on: bool },
    "fc" => Form Staff FormCell { row: String, column: String, on: bool },
    "fp" => Form Staff FormColleague { person: PersonId, on: bool },
    "fg" => Form Staff FormColleagues { page: u32 },
    "fe" => Form Staff FormEverybody,
    "fn" => Form Staff FormNext,
    "fk" => Form Staff FormSkip,
    "fb" => Form Staff FormBack,
    "ff" => Form Staff FormFinish,
    "fv" => Form Staff FormReview { page: u32 },
    "fx" => Form Staff FormFix { question: String },
    "fq" => Form Staff FormRest,
    "fd" => Form Staff FormSend,
    "fm" => Form Staff FormSent { questionnaire: String, page: u32 },
    "fy" => Form Staff FormCorrect,
    "fw" => Form Staff FormWithdraw,
    "fz" => Form Staff FormWithdrawn,
    // Banks.
    "bo" => Banks Curator BankOpen { questionnaire: String },
    "bp" => Banks Curator BankPage { page: u32 },
    "bf" => Banks Curator BankSieve { question: String },
    "bs" => Banks Curator BankSift { option: String },
    "ba" => Banks Curator BankAll,
    "bu" => Banks Curator BankUnpaired { on: bool },
    "bc" => Banks Curator BankCard { person: PersonId },
    "bl" => Banks Curator BankList,
    "bx" => Banks Curator BankTable,
    /// The same bank so many school years ago.
    "by" => Banks Curator BankYear { before: u8 },
    /// It is complete, or gathered on.
    "bd" => Banks Curator BankDone { on: bool },
    // The calendar.
    "y" => Calendar Curator Calendar,
    "yb" => Calendar Curator CalendarBack,
    "yw" => Calendar Curator CalendarWeek { week: SchoolWeek },
    "ys" => Calendar Curator CalendarSummer { summer: Summer },
    "yq" => Calendar Curator CalendarQuiet { on: bool },
    "yv" => Calendar Curator CalendarVacations,
    "yk" => Calendar Curator CalendarVacation { kind: VacationKind },
    "yo" => Calendar Curator CalendarOffered { kind: VacationKind },
    "yf" => Calendar Curator CalendarForget { kind: VacationKind },
    "yd" => Calendar Curator CalendarDays { page: u32 },
    "yx" => Calendar Curator CalendarDayDrop { day: NaiveDate },
    "yc" => Calendar Curator CalendarComplete { year: u32, on: bool },
    "ya" => Calendar Curator CalendarApply,
    // The next school year.
    "w" => NewYear Curator NewYear { page: u32 },
    "wb" => NewYear Curator NewYearBack,
    "wr" => NewYear Curator NewYearRow { row: ActivityId },
    "wk" => NewYear Curator NewYearKeep { row: ActivityId, on: bool },
    "wt" => NewYear Curator NewYearTerm { row: ActivityId },
    "wa" => NewYear Curator NewYearTermAccept,
    "wx" => NewYear Curator NewYearTermAsBefore { row: ActivityId },
    "ws" => NewYear Curator NewYearStart,
    "wy" => NewYear Curator NewYearStartSure,
    "wu" => NewYear Curator NewYearUndo,
    "wz" => NewYear Curator NewYearUndoSure,
    // What is kept about oneself.
    "dm" => MyData Staff MyData,
    "de" => MyData Staff MyDataExport,
    "df" => MyData Staff MyDataForget,
    "dx" => MyData Staff MyDataForgotten,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_no_button_carries_is_refused() {
        for wire in ["", "1", "!.m", "1.zz", "1.m.extra", "-1.m", "1..m"] {
            assert_eq!(Action::decode(wire), None, "{wire}");
        }
        assert_eq!(Action::decode("1a.m"), Some((46, Action::Menu)));
    }

    proptest! {
        #[test]
        fn any_identifier_survives_the_wire(raw in 0..i64::MAX) {
            prop_assert_eq!(i64::take(&raw.put()), Some(raw));
            prop_assert!(raw.put().len() <= 13);
        }

        #[test]
        fn decoding_never_panics(wire in ".{0,80}") {
            let _ = Action::decode(&wire);
        }
    }
}
