//! Numbers and bullets that Word draws itself: «1.», «2.1», «а)», «•». A column «№» often holds nothing else.

use crate::files::document::package::Package;
use crate::files::document::xml::{self, Piece, short_attribute};
use crate::files::document::{DocumentProblem, UNPACKED};
use crate::files::kind::FileKind;
use std::collections::HashMap;

/// The levels of a list.
const LEVELS: usize = 9;
/// How far a style's ancestors are followed.
const ANCESTORS: usize = 12;

/// Styles, lists and patterns of lists: Word itself stops at four thousand styles.
const MOST: usize = 40_000;

#[derive(Debug, Clone, Default)]
struct Level {
    /// `decimal`, `bullet`, `lowerLetter`…
    format: String,
    /// «%1.%2.»
    text: String,
    start: Option<u32>,
}

#[derive(Debug, Default)]
struct Style {
    list: Option<String>,
    level: Option<usize>,
    parent: String,
}

/// The document's lists and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// By the identifier of the pattern.
    patterns: HashMap<String, Vec<Level>>,
    /// List → its pattern.
    pattern_of: HashMap<String, String>,
    starts: HashMap<(String, usize), u32>,
    styles: HashMap<String, Style>,
    counted: HashMap<String, [u32; LEVELS]>,
}

impl Lists {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, DocumentProblem> {
        let mut lists = Self::default();
        if let Some(part) = package.entry("word/numbering.xml")? {
            lists.read_numbering(part)?;
        }
        if let Some(part) = package.entry("word/styles.xml")? {
            lists.read_styles(part)?;
        }
        Ok(lists)
    }

    fn read_numbering(&mut self, part: impl std::io::BufRead) -> Result<(), DocumentProblem> {
        let (mut pattern, mut list, mut level) = (String::new(), String::new(), 0_usize);
        xml::walk(part, UNPACKED, |piece| {
            let Piece::Open(element) = piece else {
                return Ok(());
            };
            let value = |name: &str| short_attribute(element, name);
            match element.local_name().as_ref() {
                "abstractNum" => (pattern, list) = (value("abstractNumId")?, String::new()),
                "num" => (list, pattern) = (value("numId")?, String::new()),
                "abstractNumId" if !list.is_empty() => {
                    self.pattern_of.insert(list.clone(), value("val")?);
                }
                "lvl" | "lvlOverride" => level = value("ilvl")?.parse().unwrap_or(LEVELS),
                "startOverride" if level < LEVELS => {
                    self.starts.insert((list.clone(), level), value("val")?.parse().unwrap_or(1));
                }
                name @ ("numFmt" | "lvlText" | "start") if level < LEVELS && !pattern.is_empty() => {
                    let levels = self.patterns.entry(pattern.clone()).or_insert_with(|| vec![Level::default(); LEVELS]);
                    match name {
                        "numFmt" => levels[level].format = value("val")?,
                        "lvlText" => levels[level].text = value("val")?,
                        _ => levels[level].start = value("val")?.parse().ok(),
                    }
                }
                _ => {}
            }
            within([self.patterns.len(), self.pattern_of.len(), self.starts.len() / LEVELS])
        })
    }

    fn read_styles(&mut self, part: impl std::io::BufRead) -> Result<(), DocumentProblem> {
        let (mut name, mut style) = (String::new(), Style::default());
        xml::walk(part, UNPACKED, |piece| {
            let Piece::Open(element) = piece else {
                return Ok(());
            };
            let value = |name: &str| short_attribute(element, name);
            match element.local_name().as_ref() {
                "style" => self.keep(std::mem::replace(&mut name, value("styleId")?), std::mem::take(&mut style))?,
                "basedOn" => style.parent = value("val")?,
                "numId" => style.list = Some(value("val")?),
                "ilvl" => style.level = value("val")?.parse().ok(),
                _ => {}
            }
            Ok(())
        })?;
        self.keep(name, style)
    }

    /// Keeps a style that says anything about lists.
    fn keep(&mut self, name: String, style: Style) -> Result<(), DocumentProblem> {
        if !style.parent.is_empty() || style.list.is_some() {
            self.styles.insert(name, style);
        }
        within([self.styles.len()])
    }

    /// What Word draws before a paragraph; `None` for one that belongs to no list.
    pub(super) fn label(&mut self, style: &str, list: Option<&str>, level: Option<usize>) -> Option<String> {
        let (styled_list, styled_level) = self.of_style(style);
        let list = list.map(str::to_owned).or(styled_list).filter(|list| list != "0" && !list.is_empty())?;
        let level = level.or(styled_level).unwrap_or(0);
        let levels = self.pattern_of.get(&list).and_then(|pattern| self.patterns.get(pattern));
        let own = levels.and_then(|levels| levels.get(level)).filter(|own| is_ordinal(&own.format));
        let (Some(levels), Some(own)) = (levels, own) else {
            return Some("•".to_owned());
        };
        let first = |level: usize| {
            let start = self.starts.get(&(list.clone(), level)).copied();
            start.or_else(|| levels.get(level).and_then(|level| level.start)).unwrap_or(1)
        };
        let counts = self.counted.entry(list.clone()).or_insert([u32::MAX; LEVELS]);
        for (above, count) in counts.iter_mut().enumerate().take(level) {
            if *count == u32::MAX {
                *count = first(above);
            }
        }
        counts[level] = if counts[level] == u32::MAX { first(level) } else { counts[level].saturating_add(1) };
        counts[level + 1..].fill(u32::MAX);
        let mut label = own.text.clone();
        for (at, count) in counts.iter().enumerate().take(level + 1) {
            let format = levels.get(at).map_or("", |level| level.format.as_str());
            label = label.replace(&format!("%{}", at + 1), &ordinal(*count, format));
        }
        Some(label).filter(|label| !label.trim().is_empty())
    }

    /// The list that a style or one of its ancestors belongs to.
    fn of_style(&self, style: &str) -> (Option<String>, Option<usize>) {
        let mut name = style;
        for _ in 0..ANCESTORS {
            let Some(style) = self.styles.get(name) else {
                break;
            };
            if style.list.is_some() {
                return (style.list.clone(), style.level);
            }
            name = &style.parent;
        }
        (None, None)
    }
}

/// Refuses more than any document has.
fn within<const N: usize>(counts: [usize; N]) -> Result<(), DocumentProblem> {
    let broken = DocumentProblem::Broken { found: FileKind::Docx };
    if counts.into_iter().any(|count| count > MOST) { Err(broken) } else { Ok(()) }
}

fn is_ordinal(format: &str) -> bool {
    !matches!(format, "" | "bullet" | "none")
}

/// The n-th number of a format; a format that is not known counts in figures.
fn ordinal(count: u32, format: &str) -> String {
    let letter = |letters: &str| {
        let all: Vec<char> = letters.chars().collect();
        let at = usize::try_from(count.saturating_sub(1)).unwrap_or(0) % all.len();
        all[at].to_string()
    };
    match format {
        "russianLower" => letter("абвгдежзиклмнопрстуфхцчшщэюя"),
        "russianUpper" => letter("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        "lowerLetter" => letter("abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        _ => count.to_string(),
    }
}

fn roman(mut count: u32) -> String {
    let signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (value, sign) in signs {
        while count >= value && text.len() < 30 {
            text.push_str(sign);
            count -= value;
        }
    }
    text
}
