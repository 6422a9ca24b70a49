//! Which of several deputies is meant: «заместитель директора по УВР» is the one whose position says the same.

use super::responsible::{ResponsibleRole, responsible};

/// What a deputy answers for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// УВР, УР: lessons.
    Teaching,
    /// ВР: what is beyond lessons.
    Upbringing,
    /// НМР, УМР, МР: methodical work.
    Method,
    /// АХР, АХЧ: the building.
    Household,
    Safety,
}

/// A field, the words that are its letters, and how words that spell it out begin.
type Rule = (Field, &'static [&'static str], &'static [&'static str]);

/// «Учебно-воспитательной» is one word here, so that it is not «воспитательной»; the first rule that fits decides.
const RULES: &[Rule] = &[
    (Field::Method, &["нмр", "умр", "мр", "здумр", "зднмр"], &["научно-метод", "учебно-метод", "методич", "научн"]),
    (Field::Teaching, &["увр", "ур", "здувр"], &["учебно-воспит", "учебно-производ", "учебн"]),
    (Field::Upbringing, &["вр", "здвр"], &["воспитательн"]),
    (Field::Household, &["ахр", "ахч"], &["административно-хоз", "хозяйств"]),
    (Field::Safety, &["обж"], &["безопасн", "охран"]),
];

/// The fields of the deputies that a cell or a position names; none where it names no deputy or no field.
pub fn fields(text: &str) -> Vec<Field> {
    // Most cells name none, and reading a cell is not for nothing.
    let lower = text.to_lowercase();
    if !["зам", "завуч", "зд"].iter().any(|word| lower.contains(word)) {
        return Vec::new();
    }
    let deputies = responsible(text).into_iter().filter(|one| one.role == Some(ResponsibleRole::DeputyDirector));
    let mut found = Vec::new();
    for field in deputies.flat_map(|one| of_deputy(&one.text)) {
        if !found.contains(&field) {
            found.push(field);
        }
    }
    found
}

fn of_deputy(text: &str) -> Vec<Field> {
    let text = text.to_lowercase().replace('ё', "е").replace(['–', '—', '‑'], "-").replace(" - ", "-");
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
    words.filter_map(of_word).collect()
}

fn of_word(word: &str) -> Option<Field> {
    let fits = |(_, letters, stems): &&Rule| letters.contains(&word) || stems.iter().any(|stem| word.starts_with(stem));
    RULES.iter().find(fits).map(|(field, ..)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_in_letters_and_in_words() {
        for (text, found) in [
            ("заместитель директора по УВР", &[Field::Teaching][..]),
            ("Зам. директора по учебно – воспитательной работе", &[Field::Teaching]),
            ("зам.директора по учебной работе", &[Field::Teaching]),
            ("завуч по воспитательной работе", &[Field::Upbringing]),
            ("зам. директора по УВР, ВР", &[Field::Teaching, Field::Upbringing]),
            ("заместитель директора по научно-методической работе", &[Field::Method]),
            ("заместитель директора по АХЧ", &[Field::Household]),
            ("заместитель заведующего по административно-хозяйственной работе", &[Field::Household]),
            ("заместитель директора, руководитель методического объединения", &[]),
            ("учитель химии", &[]),
            ("заместитель директора", &[]),
        ] {
            assert_eq!(fields(text), found, "{text}");
        }
    }
}
