//! Who answers for a row: posts, and people of a staff list in the case forms that documents use.

use nastavnik::domain::dice::Dice;
use nastavnik::domain::ids::{OrganisationId, PersonId};
use nastavnik::domain::people::Person;

/// A cell of people as it is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct People {
    pub(crate) text: String,
    /// Each of them as the reading should have it.
    pub(crate) each: Vec<String>,
    /// Those of [`STAFF`] who are named.
    pub(crate) named: Vec<PersonId>,
}

/// A full name, and the surname in the nominative, genitive, dative and instrumental.
type Member = (&'static str, [&'static str; 4]);

/// Surnames that change in every way there is; two share a surname, and two differ in one letter.
pub(crate) const STAFF: &[Member] = &[
    ("Иванова Анна Петровна", ["Иванова", "Ивановой", "Ивановой", "Ивановой"]),
    ("Иванова Вера Олеговна", ["Иванова", "Ивановой", "Ивановой", "Ивановой"]),
    ("Сомов Пётр Ильич", ["Сомов", "Сомова", "Сомову", "Сомовым"]),
    ("Зелинский Роман Юрьевич", ["Зелинский", "Зелинского", "Зелинскому", "Зелинским"]),
    ("Белая Нина Павловна", ["Белая", "Белой", "Белой", "Белой"]),
    ("Коломиец Олег Викторович", ["Коломиец", "Коломийца", "Коломийцу", "Коломийцем"]),
    ("Мельник Вера Ильинична", ["Мельник", "Мельник", "Мельник", "Мельник"]),
    ("Кузьменко Инна Львовна", ["Кузьменко", "Кузьменко", "Кузьменко", "Кузьменко"]),
    ("Черных Яна Олеговна", ["Черных", "Черных", "Черных", "Черных"]),
    ("Рыбак Антон Сергеевич", ["Рыбак", "Рыбака", "Рыбаку", "Рыбаком"]),
    ("Сергеева-Лось Ольга Игоревна", ["Сергеева-Лось", "Сергеевой-Лось", "Сергеевой-Лось", "Сергеевой-Лось"]),
    ("Ёжиков Пётр Андреевич", ["Ёжиков", "Ёжикова", "Ёжикову", "Ёжиковым"]),
    ("Глинка Лев Борисович", ["Глинка", "Глинки", "Глинке", "Глинкой"]),
    ("Соловей Денис Ильич", ["Соловей", "Соловья", "Соловью", "Соловьём"]),
];

/// The staff list of the school that sends the maps; ids are places in [`STAFF`], from 1.
pub(crate) fn staff() -> Vec<Person> {
    let person = |((full_name, _), id): (&Member, i64)| Person {
        id: PersonId(id),
        organisation: OrganisationId(1),
        full_name: (*full_name).to_owned(),
        position: String::new(),
        roles: Vec::new(),
    };
    STAFF.iter().zip(1..).map(person).collect()
}

/// Mostly posts, now and then somebody by name.
pub(crate) fn draw(dice: &mut Dice, posts: &[(&str, &[&str])]) -> People {
    if dice.chance(75) {
        let (text, each) = posts[dice.below(posts.len())];
        return People {
            text: text.to_owned(),
            each: each.iter().map(|one| (*one).to_owned()).collect(),
            named: Vec::new(),
        };
    }
    let count = if dice.chance(25) { 2 } else { 1 };
    let mut places: Vec<usize> = (0..STAFF.len()).collect();
    dice.shuffle(&mut places);
    places.truncate(count);
    let named: Vec<PersonId> = places.iter().map(|at| PersonId(i64::try_from(at + 1).unwrap())).collect();
    let each: Vec<String> = places.iter().map(|at| written(dice, STAFF[*at])).collect();
    let text = each.join(*dice.pick(&[", ", "; ", " и "]));
    if count == 1 && dice.chance(40) {
        let post = dice.pick(&["куратор", "педагог-психолог", "директор"]);
        let text = if dice.chance(50) { format!("{post} {text}") } else { format!("{text}, {post}") };
        return People { each: vec![text.clone()], text, named };
    }
    People { text, each, named }
}

/// A name as documents write it.
fn written(dice: &mut Dice, (full_name, forms): Member) -> String {
    let surname = dice.pick(&forms);
    let initials: Vec<char> = full_name.split(' ').skip(1).filter_map(|name| name.chars().next()).collect();
    let (first, second) = (initials[0], initials[1]);
    match dice.below(6) {
        0 => format!("{surname} {first}. {second}."),
        1 => format!("{surname} {first}.{second}."),
        2 => format!("{first}.{second}. {surname}"),
        3 => format!("{first}. {second}. {surname}"),
        4 => format!("{first}.{second}.{surname}"),
        _ => full_name.to_owned(),
    }
}
