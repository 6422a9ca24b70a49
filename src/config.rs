//! Settings: a TOML file, then the environment. The only room that reads the environment.

use crate::text::Locale;
use anyhow::{Context, bail};
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One setting: its key in the file, its variable, its default, what it is for.
pub struct Setting {
    pub key: &'static str,
    pub variable: &'static str,
    pub default: &'static str,
    /// In Russian, for the README's table.
    pub meaning: &'static str,
}

/// All settings, listed once: the loader, the errors and the README's table come from here.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "telegram_token",
        variable: "NASTAVNIK_TELEGRAM_TOKEN",
        default: "",
        meaning: "токен бота от @BotFather; нужен команде `run`",
    },
    Setting {
        key: "telegram_api_url",
        variable: "NASTAVNIK_TELEGRAM_API_URL",
        default: "https://api.telegram.org",
        meaning: "сервер Bot API: самого Telegram или свой",
    },
    Setting {
        key: "data_dir", variable: "NASTAVNIK_DATA_DIR", default: "data", meaning: "папка с файлом SQLite"
    },
    Setting {
        key: "database_url",
        variable: "NASTAVNIK_DATABASE_URL",
        default: "",
        meaning: "`sqlite:ПУТЬ` или `postgres://…`; пусто — `nastavnik.sqlite` в папке данных",
    },
    Setting {
        key: "messages_per_second",
        variable: "NASTAVNIK_MESSAGES_PER_SECOND",
        default: "25",
        meaning: "новых сообщений в секунду во все чаты вместе (Telegram выдерживает около 30); 0 — без ограничения",
    },
    Setting {
        key: "language",
        variable: "NASTAVNIK_LANGUAGE",
        default: "ru",
        meaning: "язык командной строки: `ru` или `en` (в чатах у каждого свой)",
    },
    Setting {
        key: "log",
        variable: "NASTAVNIK_LOG",
        default: "info",
        meaning: "подробность журнала: `error`, `warn`, `info`, `debug`",
    },
];

/// The settings in force.
#[derive(Debug, Clone)]
pub struct Config {
    /// Empty where none was given.
    pub telegram_token: SecretString,
    pub telegram_api_url: String,
    pub data_dir: PathBuf,
    pub database_url: String,
    pub messages_per_second: u32,
    pub language: Locale,
    pub log: String,
}

impl Config {
    /// Reads the settings file, if one is named, and the environment, which wins.
    #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
    pub fn load(file: Option<&Path>) -> anyhow::Result<Self> {
        let text = match file {
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the settings file {}", path.display()))?,
            None => String::new(),
        };
        Self::from_parts(&text, std::env::vars())
    }

    /// Settings from the text of a file and from variables. An unknown key is an error that names it.
    pub fn from_parts(file: &str, variables: impl IntoIterator<Item = (String, String)>) -> anyhow::Result<Self> {
        let mut values: BTreeMap<&str, String> =
            SETTINGS.iter().map(|setting| (setting.key, setting.default.to_owned())).collect();
        for (key, value) in file.parse::<toml::Table>().context("the settings file is not valid TOML")? {
            let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
                bail!("unknown setting `{key}` in the settings file; {}", known(|setting| setting.key));
            };
            values.insert(setting.key, plain(&key, &value)?);
        }
        for (name, value) in variables {
            if !name.starts_with("NASTAVNIK_") || is_for_tests(&name) {
                continue;
            }
            let Some(setting) = SETTINGS.iter().find(|setting| setting.variable == name) else {
                bail!("unknown variable `{name}`; {}", known(|setting| setting.variable));
            };
            values.insert(setting.key, value);
        }
        Self::from_values(&values)
    }

    fn from_values(values: &BTreeMap<&str, String>) -> anyhow::Result<Self> {
        let value = |key: &str| values.get(key).cloned().unwrap_or_default();
        let rate = value("messages_per_second");
        let url = value("telegram_api_url");
        if !url.starts_with("http://") && !url.starts_with("https://") {
            bail!("`telegram_api_url` must start with http:// or https://, but it is `{url}`");
        }
        let database_url = value("database_url");
        if !["", "sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|start| database_url.starts_with(start) && (!start.is_empty() || database_url.is_empty()))
        {
            bail!("`database_url` must start with sqlite: or postgres://");
        }
        Ok(Self {
            telegram_token: value("telegram_token").trim().into(),
            telegram_api_url: url,
            data_dir: value("data_dir").into(),
            database_url,
            messages_per_second: rate
                .parse()
                .with_context(|| format!("`messages_per_second` must be a whole number, but it is `{rate}`"))?,
            language: Locale::from_code(&value("language")).context("`language` must be ru or en")?,
            log: value("log"),
        })
    }

    /// Where the data is: the URL given, or the SQLite file in the data folder.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() {
            format!("sqlite:{}", self.data_dir.join("nastavnik.sqlite").display())
        } else {
            self.database_url.clone()
        }
    }
}

/// A number or a text; nothing else is a setting of ours.
fn plain(key: &str, value: &toml::Value) -> anyhow::Result<String> {
    match value {
        toml::Value::String(text) => Ok(text.clone()),
        toml::Value::Integer(number) => Ok(number.to_string()),
        other => bail!("`{key}` must be a text or a number, but it is a {}", other.type_str()),
    }
}

fn known(name: fn(&Setting) -> &'static str) -> String {
    let names: Vec<_> = SETTINGS.iter().map(name).collect();
    format!("known are: {}", names.join(", "))
}

/// Variables of the test suite, which may be set while the program runs under it.
fn is_for_tests(name: &str) -> bool {
    name.starts_with("NASTAVNIK_TEST_") || name.starts_with("NASTAVNIK_REQUIRE_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file = "data_dir = \"a\"\nmessages_per_second = 20";
        let config = Config::from_parts(file, variables(&[("NASTAVNIK_DATA_DIR", "b")])).unwrap();
        assert_eq!(config.database(), "sqlite:b/nastavnik.sqlite");
        assert_eq!(config.messages_per_second, 20);
    }

    #[test]
    fn a_wrong_key_is_named() {
        let error = Config::from_parts("tokne = \"1\"", variables(&[])).unwrap_err().to_string();
        assert!(error.contains("`tokne`") && error.contains("telegram_token"), "{error}");
        let error = Config::from_parts("", variables(&[("NASTAVNIK_TOKEN", "1")])).unwrap_err().to_string();
        assert!(error.contains("`NASTAVNIK_TOKEN`"), "{error}");
        let error = Config::from_parts("messages_per_second = \"x\"", variables(&[])).unwrap_err().to_string();
        assert!(error.contains("`messages_per_second`"), "{error}");
        assert!(Config::from_parts("database_url = \"mysql://x\"", variables(&[])).is_err());
    }

    #[test]
    fn f60_the_token_is_not_shown() {
        let config = Config::from_parts("telegram_token = \"12:secret\"", variables(&[])).unwrap();
        assert!(!format!("{config:?}").contains("secret"));
    }
}
