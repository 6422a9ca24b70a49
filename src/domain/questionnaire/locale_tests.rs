//! Every text of the presets exists in every language, none is left over, and all fit a phone.

use crate::domain::locale_texts::Texts;
use crate::domain::questionnaire::{AnswerError, Questionnaire, Questionnaires, TextKey};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const FORMS: [(&str, &str); 2] = [
    ("ru", include_str!("../../../locales/ru/questionnaires.ftl")),
    ("en", include_str!("../../../locales/en/questionnaires.ftl")),
];

/// Every key the forms use; true where the text must exist.
fn used_keys() -> BTreeMap<String, bool> {
    let errors = AnswerError::SAMPLES.iter().map(|error| (error.text_key().to_owned(), true));
    let forms = Questionnaires::load_builtin().unwrap();
    let asked = forms.iter().flat_map(Questionnaire::text_keys).map(|TextKey { key, required }| (key, required));
    asked.chain(errors).collect()
}

#[test]
fn every_text_of_the_forms_exists_in_every_language_and_none_is_left_over() {
    let used = used_keys();
    for source in FORMS {
        let texts = Texts::load(source);
        let missing: Vec<_> = used.iter().filter(|(key, required)| **required && !texts.has(key)).collect();
        let left_over: Vec<_> = texts.keys.iter().filter(|key| !used.contains_key(*key)).collect();
        assert!(missing.is_empty(), "missing in {}: {missing:?}", source.0);
        assert!(left_over.is_empty(), "left over in {}: {left_over:?}", source.0);
    }
    assert_eq!(Texts::load(FORMS[0]).keys, Texts::load(FORMS[1]).keys, "hints differ between the languages");
}

#[test]
fn texts_fit_a_phone() {
    let too_long = |key: &str, text: &str| {
        let limit = match key.split('-').next().unwrap() {
            "option" => 20,
            "label" => 18,
            "question" => 64,
            "hint" => 110,
            _ => 400,
        };
        text.chars().count() > limit
    };
    let numbers = ["minutes", "questions", "max", "min", "over", "from", "to"].map(|name| (name, 5));
    for source in FORMS {
        let texts = Texts::load(source);
        let long: Vec<_> = texts.keys.iter().filter(|key| too_long(key, &texts.get(key, &numbers, &[]))).collect();
        assert!(long.is_empty(), "too long in {}: {long:?}", source.0);
    }
}

#[test]
fn options_of_one_question_read_differently() {
    for source in FORMS {
        let texts = Texts::load(source);
        for form in Questionnaires::load_builtin().unwrap().iter() {
            for question in &form.questions {
                let labels: BTreeSet<String> = question.options().iter().map(|o| texts.say(&o.text_key)).collect();
                assert_eq!(labels.len(), question.options().len(), "{}-{}", form.code, question.code);
            }
        }
    }
}

#[test]
fn error_messages_count_in_russian() {
    let texts = Texts::load(FORMS[0]);
    let too_many = |max| {
        let error = AnswerError::TooMany { max };
        texts.get(error.text_key(), &error.text_arguments(), &[])
    };
    assert!(too_many(1).contains("1 пункта."));
    assert!(too_many(3).contains("3 пунктов."));
    for error in AnswerError::SAMPLES {
        assert!(!texts.get(error.text_key(), &error.text_arguments(), &[]).is_empty());
    }
}
