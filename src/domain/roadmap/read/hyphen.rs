//! Hyphens at the end of a line: «педагог-психолог» has one wherever it stands, «мероприя-тия» only there.
//!
//! A line's end parts a word into pieces that are no words, a compound stands between two of them.

use super::words::ENDINGS;

/// First parts that another word follows after a hyphen.
const FIRST: &[&str] = &[
    "онлайн",
    "офлайн",
    "интернет",
    "мастер",
    "веб",
    "экспресс",
    "мини",
    "арт",
    "бизнес",
    "пресс",
    "флеш",
    "флэш",
    "блиц",
    "медиа",
    "топ",
];

/// Last parts that stand after a hyphen.
const LAST: &[&str] = &["либо", "нибудь", "таки", "первых", "вторых", "третьих", "новому", "своему", "прежнему"];

/// What the words of a road map's compounds begin with; an ending of so many letters at most stands after it.
const WORDS: &[&str] = &[
    "педагог",
    "психолог",
    "учител",
    "логопед",
    "дефектолог",
    "воспитател",
    "организатор",
    "библиотекар",
    "наставник",
    "наставляем",
    "предметник",
    "методист",
    "руководител",
    "консультант",
    "тьютор",
    "класс",
    "план",
    "график",
    "семинар",
    "практикум",
    "тренинг",
    "игр",
    "бесед",
    "лекци",
    "консультаци",
    "встреч",
    "урок",
    "заняти",
    "конференци",
    "вебинар",
    "фестивал",
    "конкурс",
    "выставк",
    "портфолио",
    "ученик",
    "студент",
    "работодател",
    "участник",
    "родител",
    "мастерск",
    "школ",
    "стажист",
    "стажер",
    "стажёр",
    "специалист",
    "педсовет",
    "совет",
    "праздник",
    "подведени",
    "партнер",
    "партнёр",
    "отчет",
    "отчёт",
    "центр",
    "проект",
    "клуб",
    "площадк",
    "январ",
    "феврал",
    "март",
    "апрел",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];
const LONGEST_ENDING: usize = 3;

/// Ends of the first part of an adjective: «учебно-», «медико-», «психолого-», «детско-».
const LINKS: &[&str] = &["но", "ико", "лого", "ско"];
/// Ends of adjectives.
const ADJECTIVE: &[&str] = &[
    "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ой", "ей", "ую", "юю", "ым", "им",
    "ых", "их", "ыми", "ими",
];

/// Whether a line that ends so goes on without a space: «2026-», «январь–», «пар/», «Иванова-» before another name.
pub(super) fn holds(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.next().is_some_and(|last| "-–/".contains(last)) && letters.next().is_some_and(char::is_alphanumeric)
}

/// Whether two pieces in small letters are the parts of a compound; `known` tells the document's words.
pub(super) fn parts(head: &str, tail: &str, known: impl Fn(&str) -> bool) -> bool {
    let is_word = |word: &str| known(word) || is_known(word);
    if ENDINGS.contains(&tail) {
        return false;
    }
    let adjective = head.chars().count() > 5
        && tail.chars().count() > 4
        && LINKS.iter().any(|link| head.ends_with(link))
        && ADJECTIVE.iter().any(|ending| tail.ends_with(ending));
    FIRST.contains(&head)
        || LAST.contains(&tail)
        || (head, tail) == ("из", "за")
        || adjective
        || is_word(head) && is_word(tail)
}

fn is_known(word: &str) -> bool {
    matches!(word, "май" | "мая")
        || WORDS.iter().any(|stem| word.strip_prefix(stem).is_some_and(|rest| rest.chars().count() <= LONGEST_ENDING))
}

#[cfg(test)]
mod tests {
    use super::super::join::Joiner;

    fn joined(lines: &[&str]) -> String {
        let joiner = Joiner::learn(["Обсуждение плана работы и показ, плани-", "рование занятий"]);
        lines.iter().fold(String::new(), |mut text, line| {
            joiner.add(&mut text, line);
            text
        })
    }

    #[test]
    fn a_compound_keeps_its_hyphen_at_a_lines_end() {
        for whole in [
            "Педагог-психолог",
            "учитель-логопед",
            "Онлайн-консультации",
            "мастер-классы",
            "Семинар-практикум",
            "школе-партнёре",
            "педагогов-наставников",
            "педагогов-стажистов",
            "учебно-методический",
            "медико-педагогического",
            "нормативно-правовых",
            "сентябрь-октябрь",
            "работы-показ",
            "по-новому",
            "2026-2027",
            "январь–март",
            "пар/групп",
            "Иванова-Петрова",
        ] {
            let at = whole.find(['-', '–', '/']).unwrap();
            let after = at + whole[at..].chars().next().unwrap().len_utf8();
            assert_eq!(joined(&[&whole[..after], &whole[after..]]), whole);
        }
    }

    #[test]
    fn a_hyphen_that_a_lines_end_put_in_goes_with_it() {
        for whole in [
            "мероприя-тия",
            "настав-ничества",
            "образо-вания",
            "диагно-стика",
            "корректиро-ванный",
            "педагог-ических",
            "учитель-ская",
            "план-ирование",
            "мастер-ская",
            "наставник-ами",
            "по-сещение",
            "эмоцио-нальный",
            "плани-рование",
        ] {
            let (head, tail) = whole.split_at(whole.find('-').unwrap() + 1);
            assert_eq!(joined(&[head, tail]), whole.replace('-', ""));
        }
        assert_eq!(joined(&["наставников -", "педагогов"]), "наставников - педагогов");
    }
}
