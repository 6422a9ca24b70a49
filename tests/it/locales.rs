//! Every sentence exists in every language, takes the same arguments, and is used.

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Sentences whose keys are put together from a closed set or from presets: their makers test them.
const COMPUTED: &[&str] = &[
    "month-of-",
    "month-name-",
    "month-short-",
    "road-map-doubt-",
    "standing-",
    "road-map-term-",
    "responsible-role-",
    "review-ask-",
    "review-clashes-",
    "review-column-",
    "review-rewrite-",
    "review-written-",
    "button-review-part-",
    "button-give-",
    "evidence-problem-",
    "weekday-on-",
    "weekday-name-",
    "vacation-",
    "calendar-week-",
    "calendar-summer-",
    "calendar-quiet-",
    "calendar-vacation-ask-",
    "calendar-vacation-problem-",
    "hint-unsupported-",
    "question-",
    "hint-",
    "label-",
    "option-",
    "questionnaire-",
    "error-answer-",
    "error-file-",
    "error-staff-",
    "consent-",
    "format-",
    "error-text-",
    "news-list-",
    "reason-",
    "stop-",
    "pair-state-",
    "pair-side-",
    "pair-dissolve-",
    "order-lacks-",
    "kind-",
    "role-",
    "setup-change-",
    "zone-",
    "rehearsal-what-",
    "finding-",
    "lost-",
    "fact-when-",
    "button-fact-",
    "button-binding-",
    "button-later-",
    "button-not-mine-",
    "handover-why-",
    "button-pace-",
    "button-reminder-",
    "reminder-day-",
    "reminder-pace-",
    "reminder-quiet-",
    "row-step-",
    "reading-kind-",
    "reading-question-",
    "document-",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Variables of a pattern, by the text of the sentence: `{ $name }` and `{ $count -> … }`.
fn variables(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect())
        .collect()
}

/// Key → the variables it names, for all files of a locale.
fn sentences(locale: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut files: Vec<_> = std::fs::read_dir(root().join("locales").join(locale)).unwrap().flatten().collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        let text = std::fs::read_to_string(file.path()).unwrap();
        if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
            panic!("{}: {errors:?}", file.path().display());
        }
        let mut key = String::new();
        for line in text.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
            if let Some((name, _)) = line.split_once('=').filter(|_| starts) {
                name.trim().clone_into(&mut key);
                let before = found.insert(key.clone(), BTreeSet::new());
                assert!(before.is_none(), "{locale}: {key} stands twice");
            }
            if let Some(known) = found.get_mut(&key) {
                known.extend(variables(line));
            }
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let (ru, en) = (sentences("ru"), sentences("en"));
    let missing: Vec<_> = ru.keys().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in English: {missing:?}");
    let missing: Vec<_> = en.keys().filter(|key| !ru.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in Russian: {missing:?}");
    let differ: Vec<_> = ru.iter().filter(|(key, variables)| en[*key] != **variables).collect();
    assert!(differ.is_empty(), "other arguments in English: {differ:?}");
}

/// A use of `tr!` or `label!` with a literal key: the key and the names of its arguments.
fn uses() -> Vec<(String, String, BTreeSet<String>)> {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let mut found = Vec::new();
    for file in files {
        let text = code_of(&file);
        for call in ["tr!(", "label!("] {
            for (at, _) in text.match_indices(call) {
                if text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_') {
                    continue;
                }
                if let Some((key, names)) = read_call(&text[at + call.len()..]) {
                    found.push((file.display().to_string(), key, names));
                }
            }
        }
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// A source file without its comments.
fn code_of(file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap();
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    code.join(
        "
",
    )
}

/// Reads `locale, "key", name = value, …)`: `None` for a computed key.
fn read_call(rest: &str) -> Option<(String, BTreeSet<String>)> {
    let (mut depth, mut end) = (1, 0);
    let mut in_text = false;
    for (at, c) in rest.char_indices() {
        match c {
            '"' => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            end = at;
            break;
        }
    }
    let mut parts = split_top(&rest[..end]).into_iter().skip(1);
    let key = parts.next()?.trim().strip_prefix('"')?.strip_suffix('"')?.to_owned();
    let names = parts.filter_map(|part| part.split_once('=').map(|(name, _)| name.trim().to_owned())).collect();
    Some((key, names))
}

/// Splits at the commas that stand outside brackets and texts.
fn split_top(text: &str) -> Vec<String> {
    let (mut parts, mut depth, mut in_text) = (vec![String::new()], 0, false);
    for c in text.chars() {
        match c {
            '"' => in_text = !in_text,
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 && !in_text {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}

#[test]
fn every_sentence_that_is_used_exists_and_gets_its_arguments() {
    let ru = sentences("ru");
    let mut wrong = Vec::new();
    for (file, key, names) in uses() {
        match ru.get(&key) {
            None => wrong.push(format!("{file}: there is no sentence {key}")),
            Some(wanted) if *wanted != names => {
                wrong.push(format!("{file}: {key} wants {wanted:?} and gets {names:?}"));
            }
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_sentence_is_left_over() {
    let used: BTreeSet<String> = uses().into_iter().map(|(_, key, _)| key).collect();
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let source: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let left: Vec<_> = sentences("ru")
        .into_keys()
        .filter(|key| !used.contains(key) && !source.contains(&format!("\"{key}\"")))
        .filter(|key| !COMPUTED.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(left.is_empty(), "nobody says: {left:?}");
}

#[test]
fn russian_counts_have_all_their_forms() {
    let folder = root().join("locales/ru");
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let text = std::fs::read_to_string(file.path()).unwrap();
        for block in text.split("->").skip(1) {
            // The variants end where the next sentence starts, far before the eighth brace.
            let block = block.split('}').take(8).collect::<String>();
            if block.contains("[one]") {
                assert!(block.contains("[few]") && block.contains("[many]"), "{}: {block}", file.path().display());
            }
        }
    }
}
