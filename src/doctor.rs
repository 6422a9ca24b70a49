//! `nastavnik doctor`: looks at everything the bot stands on and says how to mend what is wrong.

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::calendar::russia;
use crate::label;
use crate::messenger::telegram::Telegram;
use crate::messenger::{Messenger, SendError};
use crate::run;
use crate::store::{Db, organisations};
use crate::text::Locale;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use secrecy::ExposeSecret;

/// A clock further off than this makes reminders late or early.
const SKEW: TimeDelta = TimeDelta::seconds(60);

/// One thing that was looked at.
#[derive(Debug)]
pub struct Finding {
    pub is_fine: bool,
    /// What was found and, where something is wrong, what to do.
    pub words: String,
}

fn fine(words: String) -> Finding {
    Finding { is_fine: true, words }
}

fn wrong(words: String) -> Finding {
    Finding { is_fine: false, words }
}

/// Looks at the token, the database, the channels, the clock and the time zones.
pub async fn examine(config: &Config, clock: &dyn Clock, locale: Locale) -> Vec<Finding> {
    let mut findings = Vec::new();
    let messenger = token(config, locale, &mut findings).await;
    let db = database(config, locale, &mut findings).await;
    if let Some(db) = &db {
        schools(db, messenger.as_ref(), clock.now(), locale, &mut findings).await;
    }
    findings.push(skew(config, clock, locale).await);
    findings.extend(calendar(clock.now().year(), locale));
    findings
}

async fn token(config: &Config, locale: Locale, findings: &mut Vec<Finding>) -> Option<Telegram> {
    if config.telegram_token.expose_secret().is_empty() {
        findings.push(wrong(label!(locale, "doctor-token-missing")));
        return None;
    }
    let telegram = match Telegram::new(&config.telegram_api_url, config.telegram_token.clone()) {
        Ok(telegram) => telegram,
        Err(error) => {
            findings.push(wrong(label!(locale, "doctor-network", why = error.to_string())));
            return None;
        }
    };
    match telegram.me().await {
        Ok(me) => {
            findings.push(fine(label!(locale, "doctor-token-fine", bot = me.username)));
            return Some(telegram);
        }
        Err(SendError::Unauthorized) => findings.push(wrong(label!(locale, "doctor-token-refused"))),
        Err(error) => findings.push(wrong(label!(locale, "doctor-network", why = error.to_string()))),
    }
    None
}

async fn database(config: &Config, locale: Locale, findings: &mut Vec<Finding>) -> Option<Db> {
    match run::open_database(config).await {
        Ok(db) => {
            let engine = format!("{:?}", db.engine());
            findings.push(fine(label!(locale, "doctor-database-fine", engine = engine)));
            Some(db)
        }
        Err(error) => {
            findings.push(wrong(label!(locale, "doctor-database", why = format!("{error:#}"))));
            None
        }
    }
}

async fn schools(
    db: &Db,
    messenger: Option<&Telegram>,
    now: DateTime<Utc>,
    locale: Locale,
    findings: &mut Vec<Finding>,
) {
    let listed = match db.read().await {
        Ok(mut reader) => organisations::list(&mut reader).await,
        Err(error) => Err(error),
    };
    let schools = match listed {
        Ok(schools) => schools,
        Err(error) => {
            return findings.push(wrong(label!(locale, "doctor-zone", why = format!("{error:#}"))));
        }
    };
    if schools.is_empty() {
        findings.push(fine(label!(locale, "doctor-no-school")));
    }
    for school in schools {
        let time = now.with_timezone(&school.zone).format("%H:%M").to_string();
        findings.push(fine(label!(locale, "doctor-zone-fine", zone = school.zone.name(), time = time)));
        if let (Some(messenger), true) = (messenger, school.has_channel()) {
            findings.push(channel(messenger, &school.channel, &school.channel_title, locale).await);
        }
    }
}

async fn channel(messenger: &Telegram, address: &str, title: &str, locale: Locale) -> Finding {
    match messenger.channel(address).await {
        Ok(rights) if rights.may_post => fine(label!(locale, "doctor-channel-fine", title = title)),
        Ok(_) => wrong(label!(locale, "doctor-channel-rights", title = title)),
        Err(error) => wrong(label!(locale, "doctor-channel", title = title, why = error.to_string())),
    }
}

/// Which years' transfers of days off are known; the next year's decree comes out in autumn.
fn calendar(year: i32, locale: Locale) -> Vec<Finding> {
    let known: Vec<i32> = russia().public().known_years().collect();
    let years = match (known.first(), known.last()) {
        (Some(first), Some(last)) => format!("{first}–{last}"),
        _ => String::new(),
    };
    let ahead = [year, year + 1].into_iter().filter(|year| !known.contains(year));
    let missing = ahead.map(|missing| {
        let words = label!(locale, "doctor-calendar-ahead", year = missing.to_string());
        // The next year's decree may not be out yet: that is nobody's fault.
        if missing == year { wrong(words) } else { fine(words) }
    });
    [fine(label!(locale, "doctor-calendar-fine", years = years))].into_iter().chain(missing).collect()
}

/// Compares our clock with the Bot API server's.
async fn skew(config: &Config, clock: &dyn Clock, locale: Locale) -> Finding {
    let theirs = async {
        let answer = reqwest::get(&config.telegram_api_url).await.ok()?;
        let date = answer.headers().get(reqwest::header::DATE)?.to_str().ok()?.to_owned();
        DateTime::parse_from_rfc2822(&date).ok()
    };
    match theirs.await {
        None => wrong(label!(locale, "doctor-clock-unknown")),
        Some(theirs) if (clock.now() - theirs.to_utc()).abs() > SKEW => {
            let seconds = (clock.now() - theirs.to_utc()).num_seconds();
            wrong(label!(locale, "doctor-clock", seconds = seconds))
        }
        Some(_) => fine(label!(locale, "doctor-clock-fine")),
    }
}
