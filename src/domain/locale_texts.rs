//! For tests: the texts of one file in one language, read as the program reads them.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::collections::BTreeSet;

/// One language, as tests read it.
pub(in crate::domain) struct Texts {
    bundle: FluentBundle<FluentResource>,
    pub(in crate::domain) keys: BTreeSet<String>,
}

impl Texts {
    /// `source` is the language and the text of the file.
    pub(in crate::domain) fn load((language, ftl): (&str, &str)) -> Self {
        let starts_entry = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let all: Vec<String> =
            ftl.lines().filter(starts_entry).filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect();
        let keys: BTreeSet<String> = all.iter().cloned().collect();
        assert_eq!(keys.len(), all.len(), "a key is defined twice in {language}");
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(ftl.to_owned()).map_err(|(_, errors)| errors).unwrap()).unwrap();
        Self { bundle, keys }
    }

    pub(in crate::domain) fn get(&self, key: &str, numbers: &[(&str, usize)], words: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, number) in numbers {
            arguments.set(*name, *number);
        }
        for (name, word) in words {
            arguments.set(*name, *word);
        }
        let message = self.bundle.get_message(key).unwrap_or_else(|| panic!("no text {key}"));
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(message.value().unwrap(), Some(&arguments), &mut errors);
        assert!(errors.is_empty(), "{key}: {errors:?}");
        text.into_owned()
    }

    pub(in crate::domain) fn say(&self, key: &str) -> String {
        self.get(key, &[], &[])
    }

    pub(in crate::domain) fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }
}
