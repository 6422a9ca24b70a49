//! What hands, scanners and word processors do to a text changes no reading.

use super::*;

/// One way to spoil a text; `dice` decides where.
type Noise = fn(&str, &mut Dice) -> String;

/// A small repeatable source of variety.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn hits(&mut self) -> bool {
        self.roll(3) == 0
    }
}

/// Replaces signs here and there.
fn with(text: &str, dice: &mut Dice, change: impl Fn(char, u64) -> Option<String>) -> String {
    let changed = |c: char| if dice.hits() { change(c, dice.roll(60)) } else { None }.unwrap_or_else(|| c.to_string());
    text.chars().map(changed).collect()
}

/// Letters that look alike in both alphabets.
const TWINS: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('с', 'c'),
    ('р', 'p'),
    ('х', 'x'),
    ('у', 'y'),
    ('к', 'k'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
];

const DASHES: [&str; 8] = ["-", "–", "—", "‒", "−", "‑", "―", "--"];
const SPACES: [&str; 6] = ["  ", "\u{a0}", "\u{202f}", "\t", "\u{2009}", " \u{200b}"];
const INVISIBLE: [&str; 4] = ["\u{ad}", "\u{200b}", "\u{feff}", "\u{2060}"];

fn pick(from: &[&str], at: u64) -> String {
    from[usize::try_from(at).unwrap_or(0) % from.len()].to_owned()
}

fn twin(c: char) -> Option<char> {
    TWINS.iter().find(|(cyrillic, _)| *cyrillic == c).map(|(_, latin)| *latin)
}

const NOISES: &[(&str, Noise)] = &[
    ("capitals", |text, dice| with(text, dice, |c, _| Some(c.to_uppercase().collect()))),
    ("all capitals", |text, _| text.to_uppercase()),
    ("ё", |text, dice| with(text, dice, |c, _| (c == 'е').then(|| "ё".to_owned()))),
    ("look-alikes", |text, dice| with(text, dice, |c, _| twin(c).map(String::from))),
    ("all look-alikes", |text, _| text.chars().map(|c| twin(c).unwrap_or(c)).collect()),
    ("dashes", |text, dice| with(text, dice, |c, at| "-–—".contains(c).then(|| pick(&DASHES, at)))),
    ("spaces", |text, dice| with(text, dice, |c, at| (c == ' ').then(|| pick(&SPACES, at)))),
    ("line breaks", |text, _| text.replace(' ', "\n")),
    ("invisible signs", |text, dice| with(text, dice, |c, at| Some(format!("{c}{}", pick(&INVISIBLE, at))))),
    ("combining breve", |text, _| text.replace('й', "и\u{306}")),
    ("a full stop", |text, _| format!("  {text}. ")),
    ("brackets", |text, _| format!("({text})")),
    ("quotes", |text, _| format!("«{text}»")),
    ("bold type", |text, _| format!("**{text}**")),
];

#[test]
fn noise_changes_nothing() {
    let mut wrong = Vec::new();
    for (at, (phrase, expected)) in examples().enumerate() {
        for (name, noise) in NOISES {
            let mut dice = Dice(at as u64 + 1);
            let text = noise(&phrase, &mut dice);
            let actual = line(&read(&text, YEAR));
            if actual != expected {
                wrong.push(format!("{name}: {phrase} → {text}\n  expected {expected}\n  actual   {actual}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}
