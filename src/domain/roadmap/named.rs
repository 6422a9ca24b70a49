//! People of the staff list whom a text names: the surname in any case form, initials or names before or after it.

use super::term::look_alike;
use crate::domain::ids::PersonId;
use crate::domain::people::Person;

/// Whom a text names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    pub(super) persons: Vec<PersonId>,
    /// Two people of the staff fit the same words: the text does not tell which is meant.
    pub(super) ambiguous: bool,
}

/// Looks for people of the staff in a text, word by word.
pub(super) fn named(text: &str, staff: &[Person]) -> Named {
    let words = words(text);
    let known: Vec<(PersonId, Vec<String>)> =
        staff.iter().map(|person| (person.id, self::words(&person.full_name))).collect();
    let mut found = Named::default();
    for at in 0..words.len() {
        let fitting: Vec<(PersonId, bool)> =
            known.iter().filter_map(|(id, name)| Some((*id, is_named_at(&words, at, name)?))).collect();
        // Whose names stand beside the surname is meant, not a namesake of whom nothing more is said.
        let sure = fitting.iter().any(|(_, sure)| *sure);
        let fitting: Vec<PersonId> = fitting.iter().filter(|one| one.1 == sure).map(|one| one.0).collect();
        match fitting[..] {
            [] => {}
            [one] if found.persons.contains(&one) => {}
            [one] => found.persons.push(one),
            _ => found.ambiguous = true,
        }
    }
    found
}

/// Whether the surname stands here, and what stands beside it contradicts neither first name nor patronymic; and
/// whether something of them does stand there.
fn is_named_at(words: &[String], at: usize, name: &[String]) -> Option<bool> {
    let (surname, names) = name.split_first()?;
    if !is_form_of(&words[at], surname, is_female(names)) {
        return None;
    }
    let after: Vec<&String> = words[at + 1..].iter().take(2).take_while(|word| is_part_of_name(word, names)).collect();
    let before_all: Vec<&String> =
        words[..at].iter().rev().take(2).take_while(|word| is_part_of_name(word, names)).collect();
    let before: Vec<&String> = before_all.into_iter().rev().collect();
    let fits = |parts: &[&String]| parts.iter().zip(names).all(|(part, name)| same_start(part, name));
    let beside = if after.is_empty() { before } else { after };
    fits(&beside).then_some(!beside.is_empty())
}

/// An initial, or one of the person's own names in any case form. Other words («куратор») are not about the name.
fn is_part_of_name(word: &str, names: &[String]) -> bool {
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    initial || names.iter().any(|name| same_start(word, name))
}

/// An initial of a name, or the name in a case form: endings differ, beginnings do not.
fn same_start(part: &str, name: &str) -> bool {
    let length = part.chars().count();
    if length == 1 {
        return name.chars().next() == part.chars().next();
    }
    let common = part.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    common >= 3.min(name.chars().count()) && common + 2 >= name.chars().count()
}

/// By the patronymic; `None` when the staff list has none.
fn is_female(names: &[String]) -> Option<bool> {
    let patronymic = names.get(1)?;
    if patronymic.ends_with("на") || patronymic.ends_with("кызы") {
        Some(true)
    } else if patronymic.ends_with('ч') || patronymic.ends_with("оглы") {
        Some(false)
    } else {
        None
    }
}

/// Case endings of surnames, by what the nominative ends in: the first line that fits both decides.
#[rustfmt::skip]
const MALE: &[(&str, &[&str])] = &[
    ("ых", &[""]), ("их", &[""]), ("о", &[""]), ("е", &[""]), ("и", &[""]), ("у", &[""]), ("ю", &[""]), ("ы", &[""]), ("э", &[""]),
    ("ий", &["ого", "его", "ому", "ему", "им", "ом", "ем", "ия", "ию", "ием", "ии"]),
    ("ый", &["ого", "ому", "ым", "ом"]), ("ой", &["ого", "ому", "ым", "им", "ом", "оя", "ою", "оем", "ое"]),
    ("ец", &["ца", "цу", "цом", "цем", "це", "ьца", "ьцу", "ьцом", "ьцем", "ьце", "йца", "йцу", "йцом", "йцем", "йце", "еца", "ецу", "ецом", "ецем", "еце"]),
    ("ей", &["ья", "ью", "ьем", "ье", "ея", "ею", "еем", "ее"]),
    ("ел", &["ла", "лу", "лом", "ле", "ела", "елу", "елом", "еле"]),
    ("яц", &["йца", "йцу", "йцем", "йце", "яца", "яцу", "яцем", "яце"]),
    ("ок", &["ка", "ку", "ком", "ке", "ока", "оку", "оком", "оке"]),
    ("ек", &["ька", "ьку", "ьком", "ьке", "ека", "еку", "еком", "еке"]),
    ("ов", &["ова", "ову", "овым", "ове"]), ("ев", &["ева", "еву", "евым", "еве"]),
    ("ин", &["ина", "ину", "иным", "ином", "ине"]), ("ын", &["ына", "ыну", "ыным", "ыне"]),
    ("ия", &["ии", "ию", "ией"]), ("я", &["и", "е", "ю", "ей"]), ("а", &["ы", "и", "е", "у", "ой", "ей"]),
    ("ь", &["я", "ю", "ем", "е", "и", "ью"]), ("й", &["я", "ю", "ем", "е"]),
    ("", &["а", "у", "ом", "ем", "е"]),
];
#[rustfmt::skip]
const FEMALE: &[(&str, &[&str])] = &[
    ("ова", &["овой", "ову", "овою"]), ("ева", &["евой", "еву", "евою"]), ("ина", &["иной", "ину", "иною", "ины", "ине"]),
    ("ына", &["ыной", "ыну", "ыною"]), ("ая", &["ой", "ей", "ую", "ою"]), ("яя", &["ей", "юю"]),
    ("ия", &["ии", "ию", "ией"]), ("я", &["и", "е", "ю", "ей"]), ("а", &["ы", "и", "е", "у", "ой", "ей"]),
    ("", &[""]),
];

/// Whether a word is a surname in any case form.
pub(super) fn is_form_of(word: &str, surname: &str, female: Option<bool>) -> bool {
    if word == surname {
        return true;
    }
    // Both halves of «Петрова-Водкина» change.
    if let (Some((first, second)), Some((a, b))) = (surname.split_once('-'), word.split_once('-')) {
        return is_form_of(a, first, female) && is_form_of(b, second, female);
    }
    let by = |table: &[(&str, &[&str])]| {
        let rule = table.iter().find_map(|(ending, forms)| Some((surname.strip_suffix(ending)?, *forms)));
        rule.is_some_and(|(stem, forms)| {
            stem.chars().count() > 1 && word.strip_prefix(stem).is_some_and(|rest| forms.contains(&rest))
        })
    };
    match female {
        Some(true) => by(FEMALE),
        Some(false) => by(MALE),
        None => by(FEMALE) || by(MALE),
    }
}

/// Words without signs, in small Russian letters; «О.В.» is two words. A small letter alone is no initial.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| word.contains(char::is_alphabetic));
    let folded = |word: &str| {
        let small = word.to_lowercase().replace('ё', "е");
        small.chars().map(look_alike).collect::<String>()
    };
    let conjunction = |word: &str| word.chars().count() == 1 && word.chars().all(char::is_lowercase);
    parts.map(|word| if conjunction(word) { "–".to_owned() } else { folded(word.trim_matches('-')) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OrganisationId;

    fn staff(names: &[&str]) -> Vec<Person> {
        let person = |(name, id): (&&str, i64)| Person {
            id: PersonId(id),
            organisation: OrganisationId(1),
            full_name: (*name).to_owned(),
            position: String::new(),
            roles: Vec::new(),
        };
        names.iter().zip(1..).map(person).collect()
    }

    fn ids(text: &str, names: &[&str]) -> Vec<i64> {
        named(text, &staff(names)).persons.into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn surnames_are_known_in_every_case_form() {
        let cases: &[(&str, &[&str])] = &[
            ("Иванова Анна Петровна", &["Иванова", "Ивановой", "Иванову", "Ивановою"]),
            ("Петров Иван Ильич", &["Петров", "Петрова", "Петрову", "Петровым", "Петрове"]),
            ("Зелинский Олег Львович", &["Зелинского", "Зелинскому", "Зелинским", "Зелинском"]),
            ("Зелинская Ольга Львовна", &["Зелинская", "Зелинской", "Зелинскую"]),
            ("Пушкин Лев Ильич", &["Пушкина", "Пушкину", "Пушкиным", "Пушкине"]),
            ("Пушкина Вера Ильинична", &["Пушкиной", "Пушкину"]),
            ("Черных Вера Ильинична", &["Черных"]),
            ("Шевченко Иван Ильич", &["Шевченко"]),
            ("Гончаренко Вера Ильинична", &["Гончаренко"]),
            ("Кузь Иван Ильич", &["Кузь", "Кузя", "Кузю", "Кузем", "Кузе"]),
            ("Кузь Вера Ильинична", &["Кузь"]),
            ("Мельник Иван Ильич", &["Мельника", "Мельнику", "Мельником", "Мельнике"]),
            ("Мельник Вера Ильинична", &["Мельник"]),
            ("Коломиец Иван Ильич", &["Коломийца", "Коломийцу", "Коломийцем", "Коломиеца"]),
            ("Глинка Иван Ильич", &["Глинки", "Глинке", "Глинку", "Глинкой"]),
            ("Соловей Иван Ильич", &["Соловья", "Соловью", "Соловьём", "Соловье", "Соловея", "Соловею"]),
            ("Соловей Вера Ильинична", &["Соловей"]),
            ("Орёл Иван Ильич", &["Орла", "Орлу", "Орлом", "Орёла"]),
            ("Заяц Иван Ильич", &["Зайца", "Зайцу", "Зайцем", "Заяца"]),
            ("Толстой Лев Ильич", &["Толстого", "Толстому", "Толстым", "Толстом"]),
            ("Зубко-Иванова Вера Ильинична", &["Зубко-Ивановой"]),
            ("Ёлкин Пётр Андреевич", &["Елкина", "Ёлкину"]),
        ];
        for (name, forms) in cases {
            for form in *forms {
                assert_eq!(ids(form, &[name, "Рыбак Олег Олегович"]), [1], "{form}");
            }
        }
        assert_eq!(ids("Мельника", &["Мельник Вера Ильинична"]), [] as [i64; 0], "hers does not change");
        assert_eq!(ids("Петровский, Ивановский, Пет", &["Петров Иван Ильич"]), [] as [i64; 0]);
    }

    #[test]
    fn initials_stand_before_or_after_with_or_without_spaces() {
        for text in [
            "Иванова А.П.",
            "А. П. Иванова",
            "А.П.Иванова",
            "Ивановой А. П., заместителю директора",
            "куратор Иванова А.П. – отв. за сайт",
            "Иванова А.П.- куратор",
            "Иванова Анна",
            "Анне Петровне Ивановой",
            "Ивановой Анне Петровне",
            "Ивaнова A.П.",
            "директор и Иванова",
        ] {
            assert_eq!(ids(text, &["Иванова Анна Петровна", "Сомов Олег Ильич"]), [1], "{text}");
            let namesakes = named(text, &staff(&["Иванова Анна Петровна", "Иванова Вера Ильинична"]));
            assert_eq!(namesakes.ambiguous, text == "директор и Иванова", "{text}");
        }
        assert_eq!(ids("Иванова В.И.", &["Иванова Анна Петровна"]), [] as [i64; 0], "a stranger with the same surname");
    }

    #[test]
    fn two_possible_people_are_asked_about() {
        let both = staff(&["Петров Иван Ильич", "Петрова Инна Игоревна"]);
        for text in ["Петрова И. И.", "зам. директора Петрова"] {
            let found = named(text, &both);
            assert!(found.ambiguous && found.persons.is_empty(), "{text}");
        }
        assert_eq!(named("Петров И.И., Петровой И.И.", &both).persons, [PersonId(1), PersonId(2)]);
    }
}
