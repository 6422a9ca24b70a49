//! From the banks to what matching reads.

use crate::chat::Talk;
use crate::domain::consent::{ConsentDecision, ConsentKind, Consents};
use crate::domain::ids::PersonId;
use crate::domain::matching::{Boss, Cohort, Couple, Matching, Mentee, Mentor, Slot, Weights};
use crate::domain::pair::PairState;
use crate::domain::people::{Person, Role};
use crate::domain::questionnaire::Answers;
use crate::store::pair_wishes::{self, Wish};
use crate::store::pairs::{self, PairRecord};
use crate::store::{consents, people, responses};
use std::collections::{BTreeMap, BTreeSet};

/// How many a mentor takes who offers to lead a group.
const GROUP: u8 = 6;

/// Reads the banks, the consents, the pairs and the curator's wishes, and makes them ready for questions.
/// `set_aside` are mentees to be left out.
pub(super) async fn matching(talk: &mut Talk<'_>, set_aside: &BTreeSet<PersonId>) -> anyhow::Result<Matching> {
    let organisation = talk.organisation()?.clone();
    let scope = (organisation.id, organisation.school_year);
    let staff = people::list(talk.tx, scope.0).await?;
    let decided = consents::list_staff(talk.tx, scope.0).await?;
    let made = pairs::list(talk.tx, scope.0, scope.1).await?;
    let wishes = pair_wishes::list(talk.tx, scope).await?;
    let open: Vec<_> = made.iter().filter(|made| made.pair.state().is_open()).collect();
    let nothing = Consents::default();
    let consents = |person: &PersonId| decided.get(person).unwrap_or(&nothing);

    let mut cohort = Cohort { bosses: bosses(&staff), ..Cohort::default() };
    for (person, answers) in responses::list_finished(talk.tx, scope.0, scope.1, "mentor").await? {
        let busy = open.iter().filter(|made| made.pair.mentor == person).count();
        cohort.mentors.push(mentor(person, &answers, consents(&person), busy));
    }
    for (person, answers) in responses::list_finished(talk.tx, scope.0, scope.1, "mentee").await? {
        let paired = open.iter().any(|made| made.pair.mentee == person);
        if !paired && !set_aside.contains(&person) {
            cohort.mentees.push(mentee(person, &answers, consents(&person)));
        }
    }
    cohort.pins = couples(&wishes, Wish::Pin);
    cohort.bans = couples(&wishes, Wish::Ban);
    cohort.bans.extend(did_not_come_about(&made));
    Ok(Matching::new(cohort, Weights::preset()?))
}

fn couples(wishes: &[(Couple, Wish)], kind: Wish) -> BTreeSet<Couple> {
    let these = wishes.iter().filter(|(_, wish)| *wish == kind);
    these.map(|(couple, _)| *couple).collect()
}

/// Who said no to each other, or did not answer, is not put together by itself again this year.
fn did_not_come_about(made: &[PairRecord]) -> impl Iterator<Item = Couple> {
    let over = made
        .iter()
        .filter(|made| matches!(made.pair.state(), PairState::Declined | PairState::Expired | PairState::Dissolved));
    over.map(|made| Couple { mentor: made.pair.mentor, mentee: made.pair.mentee })
}

/// The director is everybody's boss; who answers to a deputy is not known to the staff list.
fn bosses(staff: &[Person]) -> BTreeSet<Boss> {
    let directors = staff.iter().filter(|person| person.has(Role::Director));
    let under = |director: &Person| {
        let boss = director.id;
        staff.iter().map(move |of| Boss { boss, of: of.id }).collect::<Vec<_>>()
    };
    directors.flat_map(under).filter(|boss| boss.boss != boss.of).collect()
}

fn mentor(person: PersonId, answers: &Answers, consents: &Consents, busy: usize) -> Mentor {
    let capacity = match answers.choice("capacity") {
        Some("two") => 2,
        Some("three") => 3,
        Some("group") => GROUP,
        _ => 1,
    };
    // The consent to extra duties is needed for the order; only a «no» to it rules a mentor out before.
    let duties = consents.latest(ConsentKind::ExtraDuties);
    let unwilling = duties.is_some_and(|record| record.decision != ConsentDecision::Given);
    Mentor {
        consented: consents.has(ConsentKind::PersonalData) && !unwilling,
        busy_with: u8::try_from(busy).unwrap_or(u8::MAX),
        subjects: codes(answers, "subjects"),
        levels: codes(answers, "levels"),
        helps_with: codes(answers, "helps_with"),
        kinds: codes(answers, "kinds"),
        slots: slots(answers),
        format: answers.choice("format").map(str::to_owned),
        experience: answers.choice("experience").map(str::to_owned),
        been_mentor: matches!(answers.choice("mentored_before"), Some("once" | "several")),
        avoid: answers.people("avoid_persons").iter().copied().collect(),
        wish: answers.people("wish_persons").iter().copied().collect(),
        ..Mentor::new(person, capacity)
    }
}

fn mentee(person: PersonId, answers: &Answers, consents: &Consents) -> Mentee {
    let difficulties = codes(answers, "difficulties");
    // Whoever named one difficulty is not asked which is the main one.
    let only = difficulties.first().filter(|_| difficulties.len() == 1).cloned();
    Mentee {
        consented: consents.has(ConsentKind::PersonalData),
        subjects: codes(answers, "subjects"),
        levels: codes(answers, "levels"),
        main_difficulty: answers.choice("main_difficulty").map(str::to_owned).or(only),
        difficulties,
        kinds: codes(answers, "kinds"),
        slots: slots(answers),
        format: answers.choice("format").map(str::to_owned),
        urgent: answers.chose("urgency", "urgent"),
        avoid: answers.people("avoid_persons").iter().copied().collect(),
        wish: answers.people("wish_persons").iter().copied().collect(),
        ..Mentee::new(person)
    }
}

fn codes(answers: &Answers, question: &str) -> BTreeSet<String> {
    answers.choices(question).into_iter().map(str::to_owned).collect()
}

fn slots(answers: &Answers) -> BTreeSet<Slot> {
    let cells = answers.cells("slots").iter();
    cells.map(|(day, part)| Slot { day: day.clone(), part: part.clone() }).collect()
}

/// The staff by id: names for screens.
pub(in crate::chat) struct Directory(BTreeMap<PersonId, Person>);

impl Directory {
    pub(in crate::chat) async fn read(talk: &mut Talk<'_>) -> anyhow::Result<Self> {
        let organisation = talk.organisation()?.id;
        let staff = people::list(talk.tx, organisation).await?;
        Ok(Self(staff.into_iter().map(|person| (person.id, person)).collect()))
    }

    /// «Иванова М. П.»; somebody who left the staff list is a dash.
    pub(in crate::chat) fn short(&self, person: PersonId) -> String {
        let name = self.0.get(&person).map(|person| crate::domain::people::short_name(&person.full_name));
        name.unwrap_or_else(|| "—".to_owned())
    }

    /// «Иванова Мария Петровна, учитель физики».
    pub(in crate::chat) fn full(&self, person: PersonId) -> String {
        match self.0.get(&person) {
            Some(person) if person.position.is_empty() => person.full_name.clone(),
            Some(person) => format!("{}, {}", person.full_name, person.position),
            None => "—".to_owned(),
        }
    }

    /// «Иванова М. П. → Петров И. С.»
    pub(in crate::chat) fn couple(&self, mentor: PersonId, mentee: PersonId) -> String {
        format!("{} → {}", self.short(mentor), self.short(mentee))
    }

    /// «Иванова М. П., Ким А. В.»
    pub(in crate::chat) fn list(&self, people: &[PersonId]) -> String {
        people.iter().map(|person| self.short(*person)).collect::<Vec<_>>().join(", ")
    }
}
