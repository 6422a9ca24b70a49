//! «Вопрос 1 из 3»: one row's doubt on a screen, with answers that fit it.

use super::place::{ReviewPlace, Round, Settled};
use crate::chat::road_map::place::{ListedRow, RoadMapPlace};
use crate::chat::road_map::{Rows, card, duty, term, this_month, words};
use crate::chat::screen::{Button, back, button};
use crate::chat::{Action, Screen, Talk, Turn, Typed};
use crate::domain::calendar::WorkingDays;
use crate::domain::ids::ActivityId;
use crate::domain::people::{Person, short_name};
use crate::domain::roadmap::activity::{Activity, Question, TermChoice};
use crate::domain::roadmap::ready_answers::{Answer, Around, questions, ready_answers, taken_from, unknown_people};
use crate::store::{activities, people};
use crate::text::{Locale, Markup, dates, markup};
use crate::{label, tr};

/// A label of at most so many characters leaves room for another beside it.
const SHORT_LABEL: usize = 17;
/// The longest label that a phone shows whole.
const LONGEST_LABEL: usize = 40;

/// Everything that the questions are made of.
pub(super) struct Open {
    pub(super) rows: Vec<Activity>,
    pub(super) staff: Vec<Person>,
    pub(super) calendar: WorkingDays,
}

impl Open {
    pub(super) async fn load(talk: &mut Talk<'_>) -> anyhow::Result<Self> {
        let (organisation, year) = (talk.organisation()?.id, talk.organisation()?.school_year);
        Ok(Self {
            rows: activities::list(talk.tx, organisation, year).await?,
            staff: people::list(talk.tx, organisation).await?,
            calendar: talk.calendar().await?,
        })
    }

    pub(super) fn around(&self) -> Around<'_> {
        Around { rows: &self.rows, staff: &self.staff, calendar: &self.calendar }
    }

    /// The open questions, in the order of the rows.
    pub(super) fn questions(&self) -> Vec<(&Activity, Question)> {
        let of_row = |row| questions(row, &self.calendar).into_iter().map(move |question| (row, question));
        self.rows.iter().flat_map(of_row).collect()
    }

    /// The question that a round has come to.
    pub(super) fn current(&self, round: Round) -> Option<(&Activity, Question)> {
        self.questions().get(usize::try_from(round.skipped).unwrap_or(usize::MAX)).copied()
    }
}

/// From the first question on.
pub(in crate::chat::road_map) fn start() -> Turn {
    to(Round::default(), Vec::new())
}

fn to(round: Round, undo: Vec<Settled>) -> Turn {
    Turn::to(RoadMapPlace::from(ReviewPlace::Question { round, undo }))
}

/// On to the next question after an answer, which can be taken back.
pub(in crate::chat::road_map) fn answered(talk: &Talk<'_>, round: Round, undo: Vec<Settled>) -> Turn {
    let note = tr!(talk.locale, "review-answer-saved", count = undo.len());
    to(round.answered(undo.len()), undo).with_note(note)
}

/// Back among the questions after a look at who does a row: on to the next one if that settled it.
pub(in crate::chat::road_map) async fn again(
    talk: &mut Talk<'_>,
    round: Round,
    activity: ActivityId,
) -> anyhow::Result<Turn> {
    let open = Open::load(talk).await?;
    let still_asked =
        open.current(round).is_some_and(|(row, what)| row.id == activity && what == Question::Responsible);
    Ok(to(round.answered(usize::from(!still_asked)), Vec::new()))
}

pub(super) fn skip(place: &RoadMapPlace, skipped: u32) -> Turn {
    match place {
        RoadMapPlace::Review { step: ReviewPlace::Question { round, .. } } => {
            to(Round { skipped, ..*round }, Vec::new())
        }
        _ => Turn::stay(),
    }
}

/// Another term in one's own words, or other people.
pub(super) fn other(place: &RoadMapPlace, activity: ActivityId, people: bool) -> Turn {
    let RoadMapPlace::Review { step: ReviewPlace::Question { round, .. } } = place else {
        return Turn::stay();
    };
    let row = ListedRow { activity, list: Rows::Asked, page: 0, round: Some(*round) };
    Turn::to(if people {
        RoadMapPlace::Duty { row, people: 0, find: Typed::default(), undo: None }
    } else {
        RoadMapPlace::Term { row, phrase: None }
    })
}

/// A typed answer: a day or a term, which is read and shown before it counts, or somebody's name.
pub(super) async fn typed(talk: &mut Talk<'_>, round: Round, text: &str) -> anyhow::Result<Turn> {
    let open = Open::load(talk).await?;
    let Some((row, question)) = open.current(round) else {
        return Ok(Turn::hint(tr!(talk.locale, "hint-use-buttons")));
    };
    let listed = ListedRow { activity: row.id, list: Rows::Asked, page: 0, round: Some(round) };
    Ok(if question == Question::Responsible {
        duty::find(talk, &RoadMapPlace::Duty { row: listed, people: 0, find: Typed::default(), undo: None }, text)
    } else {
        term::take(talk, &RoadMapPlace::Term { row: listed, phrase: None }, text)
    })
}

pub(super) async fn show(talk: &mut Talk<'_>, round: Round, undo: &[Settled]) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let open = Open::load(talk).await?;
    let left = open.questions().len();
    let undo = (!undo.is_empty()).then(|| button(label!(locale, "button-review-undo"), Action::RoadMapUndo));
    let Some((row, question)) = open.current(round) else {
        return end(talk, left, undo);
    };
    let of = usize::try_from(round.answered)? + left;
    let number = round.answered + round.skipped + 1;
    let head = tr!(locale, "review-question", number = number, of = of).bold();
    let text = head.paragraph(&about(locale, row, question)).paragraph(&doubt(locale, (row, question), &open));
    let answers = ready_answers(row, question, open.around());
    let one = |answer: &Answer| {
        let said = in_words(locale, (row, answer), &open, talk.today());
        let said = match taken_from(row, (question, answer), open.around()) {
            Some(number) => label!(locale, "button-review-like-row", number = number, answer = words::uncapital(&said)),
            None => said,
        };
        let label = words::verbatim(&said, LONGEST_LABEL);
        button(label, Action::RoadMapAnswer { activity: row.id, version: row.version, answer: answer.key() })
    };
    let people = question == Question::Responsible;
    let own = if people { label!(locale, "button-review-other-people") } else { label!(locale, "button-review-other") };
    let own = button(own, Action::RoadMapOtherAnswer { activity: row.id, people });
    let skip = Action::RoadMapSkip { skipped: round.skipped + 1 };
    Ok(in_rows(Screen::new(text), answers.iter().map(one).chain([own]))
        .row(undo)
        .row([back(locale, Action::RoadMapBack), button(label!(locale, "button-review-skip"), skip)]))
}

/// Short labels stand in pairs, long ones alone.
fn in_rows(mut screen: Screen, buttons: impl Iterator<Item = Button>) -> Screen {
    let mut waiting: Option<Button> = None;
    for one in buttons {
        if one.label_len() > SHORT_LABEL {
            screen = screen.row(waiting.take()).row([one]);
        } else if let Some(left) = waiting.take() {
            screen = screen.row([left, one]);
        } else {
            waiting = Some(one);
        }
    }
    screen.row(waiting)
}

/// The row, and the words of the document that are in question.
fn about(locale: Locale, row: &Activity, question: Question) -> Markup {
    let heading = words::short(&row.heading, 300);
    let text = words::stage(row).line(&tr!(locale, "review-row", number = row.position, heading = heading));
    let (key, written) = match question {
        Question::Responsible => ("review-written-people", &row.responsible_text),
        _ if !row.term_own.is_empty() => ("review-written-own", &row.term_own),
        _ => ("review-written-term", &row.term_text),
    };
    if written.trim().is_empty() {
        return text.paragraph(&tr!(locale, "review-written-nothing"));
    }
    text.paragraph(&markup(locale, key, &[("written", words::verbatim(written, 400).into())]))
}

/// What is unclear and what was understood, then the question itself.
fn doubt(locale: Locale, (row, question): (&Activity, Question), open: &Open) -> Markup {
    match question {
        Question::NoTerm => tr!(locale, "review-ask-no-term"),
        Question::OtherYear => {
            let due = row.reading().due.map_or(String::new(), |due| dates::full(locale, due));
            tr!(locale, "review-ask-other-year", due = due, year = row.school_year.to_string())
        }
        Question::Responsible => {
            let unknown = unknown_people(&row.responsible_text, &open.staff).join(", ");
            tr!(locale, "review-ask-responsible", unknown = unknown)
        }
        Question::Term(doubt) => {
            let confirmed = Activity { term_choice: TermChoice::Confirmed, ..row.clone() };
            let understood = if card::understood_despite_doubt(row, &open.calendar) {
                let understood = words::understood(locale, &confirmed, &open.calendar);
                tr!(locale, "road-map-card-proposed", understood = understood)
            } else {
                Markup::default()
            };
            understood.line(&markup(locale, &format!("review-ask-{doubt}"), &[]))
        }
    }
}

/// An answer as its button says it.
fn in_words(locale: Locale, (row, answer): (&Activity, &Answer), open: &Open, today: chrono::NaiveDate) -> String {
    match answer {
        Answer::AsRead => {
            let confirmed = answer.applied(row.clone());
            let term = words::term_short(locale, &confirmed, &open.calendar, today);
            label!(locale, "button-review-yes", term = term)
        }
        Answer::Phrase(phrase) => words::capital(phrase),
        Answer::Roll => label!(locale, "button-review-roll", year = row.school_year.to_string()),
        Answer::RollAll => {
            let all = open.questions().iter().filter(|(_, question)| *question == Question::OtherYear).count();
            label!(locale, "button-review-roll-all", count = all)
        }
        Answer::Without => label!(locale, "button-road-map-without"),
        Answer::Post(post) => card::label(locale, post.code()),
        Answer::Person(id) => {
            open.staff.iter().find(|one| one.id == *id).map_or(String::new(), |one| short_name(&one.full_name))
        }
    }
}

/// Every question was seen.
fn end(talk: &Talk<'_>, left: usize, undo: Option<Button>) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let text = if left == 0 { tr!(locale, "review-done") } else { tr!(locale, "review-done-but", count = left) };
    let calendar = match this_month(talk, talk.organisation()?.school_year) {
        RoadMapPlace::Month { month, page } => Action::RoadMapMonth { month, page },
        _ => Action::RoadMap,
    };
    let skipped = (left > 0)
        .then(|| button(label!(locale, "button-review-skipped", count = left), Action::RoadMapSkip { skipped: 0 }));
    Ok(Screen::new(text)
        .row(undo)
        .row(skipped)
        .row([back(locale, Action::RoadMapBack), button(label!(locale, "button-review-calendar"), calendar)]))
}
