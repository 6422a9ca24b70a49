use super::*;
use crate::domain::locale_texts::Texts;
use std::collections::BTreeSet;

const CONSENTS: [(&str, &str); 2] = [
    ("ru", include_str!("../../../locales/ru/consents.ftl")),
    ("en", include_str!("../../../locales/en/consents.ftl")),
];

#[test]
fn every_consent_has_its_texts_and_fits_one_message() {
    let organisation = "ГБОУ «Школа» ".repeat(25);
    let consents = ConsentTexts::load_builtin().unwrap();
    let used: BTreeSet<String> = consents
        .iter()
        .flat_map(|consent| {
            [
                consent.title_key(),
                consent.summary_key(),
                consent.text_key(),
                consent.short_key(),
                consent.withdraw_key(),
                consent.curator_key(),
            ]
        })
        .collect();
    for source in CONSENTS {
        let texts = Texts::load(source);
        assert_eq!(texts.keys, used, "{}", source.0);
        for consent in consents.iter() {
            let text = texts.get(&consent.text_key(), &[], &[("organisation", &organisation)]);
            assert!(text.contains(&organisation), "{}", consent.kind);
            assert!(text.encode_utf16().count() < 3_500, "{}: {}", consent.kind, text.encode_utf16().count());
        }
    }
}

/// What a consent to processing must name (152-ФЗ, art. 9 part 4) and what ours promise beyond it.
#[test]
fn every_russian_consent_names_what_the_law_demands() {
    let texts = Texts::load(CONSENTS[0]);
    for consent in ConsentTexts::load_builtin().unwrap().iter() {
        let text = texts.get(&consent.text_key(), &[], &[("organisation", "Школа № 1")]);
        let headings: &[&str] = match consent.kind.code() {
            "extra_duties" => &["351.8", "Что делать:", "форме:", "Срок:", "Оплата:", "за три рабочих дня"],
            _ => &["152-ФЗ", "оператор", "Зачем:", "Какие данные:", "делают:", "Срок:", "Как отозвать:"],
        };
        for heading in headings.iter().chain(&["Если не согласитесь:"]) {
            assert!(text.contains(heading), "{} does not say «{heading}»", consent.kind);
        }
    }
}

#[test]
fn a_mentee_is_not_asked_for_extra_duties() {
    let consents = ConsentTexts::load_builtin().unwrap();
    let kinds = |role| consents.asked_of(role).map(|consent| consent.kind.code()).collect::<Vec<_>>();
    assert_eq!(kinds(Role::Mentor), ["personal_data", "extra_duties", "publication"]);
    assert_eq!(kinds(Role::Mentee), ["personal_data", "publication"]);
}

#[test]
fn mistakes_in_the_preset_are_named() {
    let complaint = |toml: &str| ConsentTexts::parse(toml).unwrap_err().to_string();
    let one = "[[consent]]\nkind = \"publication\"\nversion = \"1\"\nasked_of = [\"mentor\"]\n";
    assert_eq!(complaint(&format!("{one}{one}")), "consents.toml: the consent `publication` is there twice");
    assert!(complaint(&one.replace("\"1\"", "\" \"")).contains("`publication` has no version"));
    assert!(complaint(&one.replace("publication", "glory")).contains("`glory`"));
    assert!(complaint(&one.replace("mentor", "pupil")).contains("`pupil`"));
    assert!(complaint(&one.replace("version", "edition")).contains("`edition`"));
}
