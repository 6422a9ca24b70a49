//! Ready answers to what a row leaves open: what a curator would most likely say, each one press away.
//!
//! A term is offered only if the grammar reads it without a doubt in this school year, so that no answer raises the
//! next question. Nothing is chosen here: the curator presses.

mod people;
mod phrases;
#[cfg(test)]
mod tests;

pub use people::unknown_people;

use super::activity::{Activity, Question, TermChoice};
use super::occurrences::DueOccurrence;
use super::responsible::ResponsibleRole;
use super::term::Doubt;
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::PersonId;
use crate::domain::people::Person;

/// The most terms that one question offers.
const MOST_TERMS: usize = 5;

/// An answer that can be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The term is read rightly, whatever the doubt.
    AsRead,
    /// The term in these words.
    Phrase(String),
    /// The days of another year, in this one.
    Roll,
    /// The same for every row whose term lies in another year.
    RollAll,
    /// No term.
    Without,
    Post(ResponsibleRole),
    Person(PersonId),
}

impl Answer {
    /// A number that stands for the answer on a button, whatever its place in the list (FNV-1a).
    pub fn key(&self) -> u32 {
        let text = match self {
            Self::AsRead => "as read".to_owned(),
            Self::Phrase(phrase) => format!("phrase {phrase}"),
            Self::Roll => "roll".to_owned(),
            Self::RollAll => "roll all".to_owned(),
            Self::Without => "without".to_owned(),
            Self::Post(post) => format!("post {post}"),
            Self::Person(person) => format!("person {person}"),
        };
        super::changes::stamp(&text)
    }

    /// The row with this answer.
    #[must_use]
    pub fn applied(&self, row: Activity) -> Activity {
        let settled = |term_choice, row: Activity| Activity { term_choice, ..row };
        match self {
            Self::AsRead => settled(TermChoice::Confirmed, row),
            Self::Phrase(phrase) => with_phrase(row, phrase),
            Self::Roll | Self::RollAll => settled(TermChoice::Rolled, row),
            Self::Without => settled(TermChoice::Without, row),
            Self::Post(post) => {
                let mut row = row;
                row.duty.roles.retain(|one| one != post);
                row.duty.roles.push(*post);
                row.duty.unclear = false;
                row
            }
            Self::Person(person) => {
                let mut row = row;
                row.duty.persons.retain(|one| one != person);
                row.duty.persons.push(*person);
                row.duty.unclear = false;
                row
            }
        }
    }
}

/// The row with a term in the curator's words.
pub fn with_phrase(row: Activity, phrase: &str) -> Activity {
    Activity { term_own: phrase.to_owned(), term_choice: TermChoice::AsRead, ..row }
}

/// What an answer may lean on.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The road map's rows, in its order.
    pub rows: &'a [Activity],
    pub staff: &'a [Person],
    pub calendar: &'a WorkingDays,
}

/// Everything that a row leaves open: about its term first, then about its people.
pub fn questions(row: &Activity, calendar: &WorkingDays) -> Vec<Question> {
    let people = row.duty.unclear.then_some(Question::Responsible);
    row.term_question(calendar).into_iter().chain(people).collect()
}

/// The answers to a question about a row, likeliest first.
pub fn ready_answers(row: &Activity, question: Question, around: Around<'_>) -> Vec<Answer> {
    match question {
        Question::Responsible => people::likely(row, around),
        Question::OtherYear => {
            let others = around.rows.iter().filter(|one| one.term_question(around.calendar) == Some(question)).count();
            let all = (others > 1).then_some(Answer::RollAll);
            [Answer::Roll].into_iter().chain(all).chain([Answer::Without]).collect()
        }
        Question::Term(doubt) => terms(row, Some(doubt), around),
        Question::NoTerm => terms(row, None, around),
    }
}

/// The number of the other row that an answer is taken from; `None` where it is not, so that nobody wonders where it
/// comes from.
pub fn taken_from(row: &Activity, (question, answer): (Question, &Answer), around: Around<'_>) -> Option<u32> {
    match (question, answer) {
        (Question::Term(doubt), Answer::Phrase(phrase)) => phrases::place_of(row, (Some(doubt), phrase), around.rows),
        (Question::NoTerm, Answer::Phrase(phrase)) => phrases::place_of(row, (None, phrase), around.rows),
        (Question::Responsible, Answer::Post(post)) => people::place_of(row, *post, around.rows),
        _ => None,
    }
}

/// Terms that differ in what they mean, then «без срока».
fn terms(row: &Activity, doubt: Option<Doubt>, around: Around<'_>) -> Vec<Answer> {
    let mut offered: Vec<Meaning> = Vec::new();
    let mut answers = Vec::new();
    let phrases = phrases::proposed(row, doubt, around.rows).into_iter().map(Answer::Phrase);
    for answer in [Answer::AsRead].into_iter().chain(phrases) {
        let Some(meaning) = meaning(&answer.applied(row.clone()), around.calendar) else {
            continue;
        };
        // A doubtful phrase without days says nothing that could be confirmed.
        let nothing = answer == Answer::AsRead && meaning.0.is_empty();
        if !nothing && answers.len() < MOST_TERMS && !offered.contains(&meaning) {
            offered.push(meaning);
            answers.push(answer);
        }
    }
    answers.push(Answer::Without);
    answers
}

/// What a clear term comes to: its days, or its kind where it has none.
type Meaning = (Vec<DueOccurrence>, Option<super::term::TermKind>);

/// `None` when the term still leaves a question, or has days and none of them in this year.
fn meaning(row: &Activity, calendar: &WorkingDays) -> Option<Meaning> {
    if row.term_question(calendar).is_some() {
        return None;
    }
    let days = row.planned(calendar);
    let kind = days.is_empty().then(|| row.reading_by(calendar).kind);
    Some((days, kind))
}
