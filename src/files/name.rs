//! Names for the files that the bot sends.

/// The longest name before the extension, in characters: short enough for every phone and archive.
const MAX_CHARS: usize = 60;

/// A file name made of a title that people typed and an extension of ours: `Дорожная карта 2026-27.xlsx`.
///
/// A year's stroke becomes a hyphen; other path separators, control and direction characters, and what Windows forbids
/// become spaces; leading dots
/// and device names (`CON`) cannot come out; Cyrillic stays, because messengers show it well.
pub fn safe_name(title: &str, ext: &str) -> String {
    let spaced: String = of_years(title).chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
    let folded = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = folded.trim_matches(['.', ' ', '-']).chars().take(MAX_CHARS).collect();
    let stem = short.trim_end_matches(['.', ' ', '-']);
    let ext: String = ext.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    let stem = if stem.is_empty() || is_device(stem) { format!("file {stem}") } else { stem.to_owned() };
    format!("{}.{ext}", stem.trim_end())
}

/// «2026/27» as «2026-27».
fn of_years(title: &str) -> String {
    let parts: Vec<&str> = title.split('/').collect();
    let mut joined = parts[0].to_owned();
    for pair in parts.windows(2) {
        let between_digits =
            pair[0].ends_with(|c: char| c.is_ascii_digit()) && pair[1].starts_with(|c: char| c.is_ascii_digit());
        joined.push(if between_digits { '-' } else { ' ' });
        joined.push_str(pair[1]);
    }
    joined
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '_' | '(' | ')' | '№' | '«' | '»' | '–' | '+')
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let numbered = |prefix: &str| first.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1 && rest != "0");
    matches!(first.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn f56_generated_names_are_sanitised() {
        assert_eq!(safe_name("Банк наставников 2026/27", "xlsx"), "Банк наставников 2026-27.xlsx");
        assert_eq!(safe_name("../../etc/passwd", "xlsx"), "etc passwd.xlsx");
        assert_eq!(safe_name("..\\..\\C:\\boot.ini", "png"), "C boot.ini.png");
        assert_eq!(safe_name("фото\u{202e}gnp.exe", "png"), "фото gnp.exe.png");
        assert_eq!(safe_name("", "xlsx"), "file.xlsx");
        assert_eq!(safe_name("...", "xlsx"), "file.xlsx");
        assert_eq!(safe_name("CON", "xlsx"), "file CON.xlsx");
        assert_eq!(safe_name("com1.old", "../xlsx"), "file com1.old.xlsx");
        assert_eq!(safe_name(&"я".repeat(300), "xlsx").chars().count(), MAX_CHARS + 5);
    }

    proptest! {
        #[test]
        fn f56_no_title_escapes_its_folder(title in ".{0,80}", ext in ".{0,10}") {
            let name = safe_name(&title, &ext);
            prop_assert!(!name.contains(['/', '\\', '\0', '\n', ':']));
            prop_assert!(!name.starts_with('.'));
            prop_assert!(name.len() <= 255);
        }
    }
}
