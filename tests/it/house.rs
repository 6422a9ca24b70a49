//! The rules of the house, checked on the source.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What each room may use, besides itself. `lib.rs` draws the same picture.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("clock", &[]),
    ("config", &["text"]),
    ("text", &["domain"]),
    ("store", &["domain"]),
    ("files", &["domain"]),
    ("messenger", &["domain", "text"]),
    ("app", &["clock", "messenger", "store"]),
    ("chat", &["domain", "files", "messenger", "store", "text"]),
    ("delivery", &["app", "chat", "domain", "files", "messenger", "store", "text"]),
    ("jobs", &["app", "domain", "store", "text"]),
    ("readings", &["domain", "files", "text"]),
    ("sandbox", &[]),
    ("run", &["app", "chat", "clock", "config", "delivery", "domain", "jobs", "messenger", "store", "text"]),
    ("doctor", &["clock", "config", "domain", "messenger", "run", "store", "text"]),
];

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

/// Every source file: its path inside `src`, its room, its text.
fn files() -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&src, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&src).unwrap().display().to_string();
            let room = inside.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            (inside, room, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// Rooms that a file names with `crate::room`.
fn named_rooms(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let after = code.flat_map(|line| line.split("crate::").skip(1).map(str::to_owned).collect::<Vec<_>>());
    after.map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()).collect()
}

#[test]
fn a_room_uses_only_what_stands_to_its_right() {
    let rooms: BTreeMap<_, _> = ROOMS.iter().copied().collect();
    let mut broken = Vec::new();
    for (file, room, text) in files() {
        let Some(allowed) = rooms.get(room.as_str()) else {
            continue;
        };
        for used in named_rooms(&text) {
            if rooms.contains_key(used.as_str()) && used != room && !allowed.contains(&used.as_str()) {
                broken.push(format!("{file} uses {used}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn telegram_sql_time_and_environment_stay_in_their_rooms() {
    let kept: &[(&str, &[&str])] = &[
        ("teloxide::", &["messenger/telegram", "sandbox/"]),
        ("sqlx::query", &["store/"]),
        ("sqlx::raw_sql", &["store/"]),
        ("Utc::now()", &["clock.rs"]),
        ("env::var", &["config.rs"]),
    ];
    let mut broken = Vec::new();
    for (file, _, text) in files() {
        for (word, homes) in kept {
            if text.contains(word) && !homes.iter().any(|home| file.starts_with(home)) {
                broken.push(format!("{file} has {word}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn rooms_are_named_for_what_is_in_them() {
    let banned = ["utils", "helpers", "common", "misc", "manager", "service", "types"];
    let bad: Vec<_> = files()
        .into_iter()
        .map(|(file, ..)| file)
        .filter(|file| banned.iter().any(|word| file.split(['/', '.']).any(|part| part == *word)))
        .collect();
    assert!(bad.is_empty(), "{bad:?}");
}

/// The listing of all buttons is one list on purpose.
#[test]
fn files_stay_small() {
    let long: Vec<_> = files()
        .into_iter()
        .map(|(file, _, text)| {
            let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
            (code.lines().count(), file)
        })
        .filter(|(lines, file)| *lines > 300 && !file.ends_with("chat/action.rs"))
        .collect();
    assert!(long.is_empty(), "a room of its own may be waiting inside: {long:?}");
}

#[test]
fn the_readme_lists_the_settings_that_there_are() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let listed =
        readme.split("<!-- settings -->").nth(1).and_then(|rest| rest.split("<!-- /settings -->").next()).unwrap();
    let wanted: Vec<String> = nastavnik::config::SETTINGS
        .iter()
        .map(|one| {
            let default = if one.default.is_empty() { "—".to_owned() } else { format!("`{}`", one.default) };
            format!("| `{}` | `{}` | {default} | {} |", one.key, one.variable, one.meaning)
        })
        .collect();
    let found: Vec<&str> = listed.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(found, wanted);
}
