//! Taking what is typed where a question stands.

use super::super::{Action, Talk, Turn};
use super::draft::Draft;
use super::take::{self, choose, onward, stay, why};
use super::{Asked, Search};
use crate::domain::questionnaire::{AnswerError, Kind, Question, QuestionOption};
use crate::domain::typed_text;
use crate::text::{Locale, label};
use crate::{label, tr};

/// The longest name that is searched for, in characters.
const LONGEST_SEARCH: usize = 60;

pub(super) async fn read(talk: &mut Talk<'_>, mut draft: Draft, asked: Asked, typed: &str) -> anyhow::Result<Turn> {
    let Some(question) = draft.walk.question(&asked.question) else {
        return Ok(Turn::stay());
    };
    if let Some(action) = said(talk.locale, typed) {
        return take::press(talk, draft, asked, action).await;
    }
    if let Kind::Person { .. } = question.kind {
        return search(talk, &draft, asked, typed).await;
    }
    let taken = match named(talk.locale, &draft, question, typed) {
        Some(option) => choose(&draft, question, &option, true),
        None => question.read_typed(typed).map(Some),
    };
    match taken {
        Ok(answer) => {
            if let Some(answer) = answer {
                draft.keep(talk, question, answer).await?;
            }
            let more = matches!(question.kind, Kind::Multi { .. } | Kind::Grid { .. });
            if more { stay(talk, &draft, asked).await } else { onward(talk, &draft, &asked).await }
        }
        Err(error) => hint(talk, &draft, asked, error).await,
    }
}

/// A voice message and the like is answered before it comes here; a file or a photo ends here (F49).
pub(super) async fn refuse_file(talk: &mut Talk<'_>, draft: &Draft, asked: Asked) -> anyhow::Result<Turn> {
    let wants_text = draft.walk.question(&asked.question).is_some_and(|q| matches!(q.kind, Kind::Text { .. }));
    let error = if wants_text { AnswerError::NeedsText } else { AnswerError::NeedsButton };
    hint(talk, draft, asked, error).await
}

async fn hint(talk: &mut Talk<'_>, draft: &Draft, asked: Asked, error: AnswerError) -> anyhow::Result<Turn> {
    let note = why(talk.locale, error);
    Ok(stay(talk, draft, asked).await?.with_note(note))
}

/// «Дальше», «пропустить», «назад» in words; never an answer.
fn said(locale: Locale, typed: &str) -> Option<Action> {
    let typed = folded(typed);
    let ways = [
        (label!(locale, "button-form-next"), Action::FormNext),
        (label!(locale, "button-form-skip"), Action::FormSkip),
        (label!(locale, "button-back"), Action::FormBack),
    ];
    let means = |(label, _): &(String, Action)| folded(label.trim_matches(['←', '→', ' '])) == typed;
    ways.into_iter().find(means).map(|(_, action)| action)
}

/// Whoever types the words of a button means the button.
fn named(locale: Locale, draft: &Draft, question: &Question, typed: &str) -> Option<String> {
    let typed = folded(typed);
    let says = |option: &QuestionOption| folded(&label(locale, &option.text_key, &[]));
    if let Kind::Grid { rows, columns } = &question.kind {
        let cells = rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column)));
        return cells
            .filter(|(row, column)| format!("{} {}", says(row), says(column)) == typed)
            .map(|(row, column)| Question::cell_code(&row.code, &column.code))
            .next();
    }
    let offered = draft.walk.offered(question);
    offered.into_iter().find(|option| says(option) == typed).map(|option| option.code.clone())
}

/// Small letters, single spaces, «е» for «ё».
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('ё', "е")
}

async fn search(talk: &mut Talk<'_>, draft: &Draft, asked: Asked, typed: &str) -> anyhow::Result<Turn> {
    let Ok(name) = typed_text::clean_line(typed, LONGEST_SEARCH) else {
        let note = tr!(talk.locale, "form-search-unclear");
        return Ok(stay(talk, draft, asked).await?.with_note(note));
    };
    let search = Search(name);
    stay(talk, draft, Asked { page: 0, search, ..asked }).await
}
