//! Fluent bundles, built once. The locale is passed each time: nothing global is switched.

use super::markup::{Markup, escape};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

coded_enum! {
    /// A language the bot speaks.
    pub enum Locale {
        Ru = "ru",
        En = "en",
    }
}

impl Locale {
    /// The language for a messenger's language tag («ru», «en-GB»); Russian for everything else.
    pub fn from_tag(tag: Option<&str>) -> Self {
        tag.and_then(|tag| tag.split('-').next()).and_then(Self::from_code).unwrap_or(Self::Ru)
    }
}

/// A value for a sentence. Strings are escaped in `markup` and left alone in `label`.
pub enum Arg {
    Text(String),
    Number(i64),
    /// Already safe: a sentence inside a sentence.
    Markup(Markup),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Markup> for Arg {
    fn from(markup: Markup) -> Self {
        Self::Markup(markup)
    }
}
impl From<&Markup> for Arg {
    fn from(markup: &Markup) -> Self {
        Self::Markup(markup.clone())
    }
}
macro_rules! arg_from_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}
arg_from_number!(i32, i64, u8, u16, u32, u64, usize);

macro_rules! locale_files {
    ($($file:literal),+ $(,)?) => {
        fn source(locale: Locale) -> [&'static str; [$($file),+].len()] {
            match locale {
                Locale::Ru => [$(include_str!(concat!("../../locales/ru/", $file, ".ftl"))),+],
                Locale::En => [$(include_str!(concat!("../../locales/en/", $file, ".ftl"))),+],
            }
        }
    };
}

// The one list of locale files: each exists in every language.
locale_files!(
    "core",
    "administration",
    "questionnaires",
    "consents",
    "files",
    "people",
    "answers",
    "road_map",
    "evidence",
    "road_map_remarks",
    "inspector",
    "road_map_review",
    "municipality",
    "pairs",
    "news",
    "calendar",
    "rehearsal",
    "reminders",
    "readings",
    "documents",
);

static RU: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::Ru));
static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::En));

/// A bundle of all files of a locale. What cannot be read is left out here; a test says so.
fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language = locale.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks around arguments show up as junk in messengers.
    bundle.set_use_isolating(false);
    for text in source(locale) {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn of(locale: Locale) -> &'static FluentBundle<FluentResource> {
    match locale {
        Locale::Ru => &RU,
        Locale::En => &EN,
    }
}

/// The text of a message; arguments are escaped.
pub fn markup(locale: Locale, key: &str, args: &[(&str, Arg)]) -> Markup {
    Markup::from_sentence(format(locale, key, args, true))
}

/// A plain line: nothing is escaped, nothing is markup.
pub fn label(locale: Locale, key: &str, args: &[(&str, Arg)]) -> String {
    format(locale, key, args, false)
}

fn format(locale: Locale, key: &str, args: &[(&str, Arg)], escaped: bool) -> String {
    let bundle = of(locale);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, %locale, "a sentence is missing");
        return key.to_owned();
    };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        values.set(
            *name,
            match arg {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Text(text) if escaped => FluentValue::from(escape(text)),
                Arg::Text(text) => FluentValue::from(text.clone()),
                Arg::Markup(markup) => FluentValue::from(markup.as_html().to_owned()),
            },
        );
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, %locale, "a sentence lacks an argument");
    }
    text
}

/// Whether the sentence exists.
pub fn keys(locale: Locale) -> impl Fn(&str) -> bool {
    move |key| of(locale).has_message(key)
}
