//! How an organisation wants to be reminded: few plain choices, in force at once.
//!
//! To add a choice: a variant of [`ReminderWish`], its screen here, a field of the domain's settings.

use super::screen::back;
use super::{Action, Button, Input, Screen, State, Talk, Turn, button, checked};
use crate::domain::reminder::{HOURS, Pace, QuietHours, ReminderSettings, Weekdays};
use crate::store::{audit, reminder_settings, reminders};
use crate::text::{self, Locale, Markup};
use crate::{label, tr};
use chrono::Weekday;

coded_enum! {
    /// What can be chosen.
    pub enum ReminderWish {
        Pace = "pace",
        Hour = "hour",
        Quiet = "quiet",
        Days = "days",
    }
}

/// Sunday is nobody's working day.
const DAYS: [Weekday; 6] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];

pub(super) async fn show(talk: &mut Talk<'_>, state: &State) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let organisation = talk.organisation()?.id;
    let wishes = reminder_settings::find(talk.tx, organisation).await?;
    let State::Reminders { wish: Some(wish) } = state else {
        return Ok(overview(locale, wishes));
    };
    let ask = |text: Markup| Screen::new(text);
    let screen = match wish {
        ReminderWish::Pace => {
            let means = Pace::ALL.iter().fold(tr!(locale, "reminder-ask-pace"), |all, pace| {
                all.paragraph(&text::markup(locale, &format!("reminder-pace-{pace}-means"), &[]))
            });
            ask(means).grid(
                1,
                Pace::ALL.iter().map(|pace| {
                    let label = text::label(locale, &format!("button-pace-{pace}"), &[]);
                    button(checked(*pace == wishes.pace, &label), Action::ReminderPace { pace: *pace })
                }),
            )
        }
        ReminderWish::Hour => ask(tr!(locale, "reminder-ask-hour")).grid(
            3,
            HOURS.iter().map(|hour| {
                let label = label!(locale, "button-reminder-hour-of", hour = *hour);
                button(checked(*hour == wishes.hour, &label), Action::ReminderHour { hour: *hour })
            }),
        ),
        ReminderWish::Quiet => ask(tr!(locale, "reminder-ask-quiet")).grid(
            1,
            QuietHours::ALL.iter().map(|quiet| {
                button(
                    checked(*quiet == wishes.quiet, &quiet_words(locale, *quiet)),
                    Action::ReminderQuiet { quiet: *quiet },
                )
            }),
        ),
        ReminderWish::Days => ask(tr!(locale, "reminder-ask-days")).grid(
            3,
            DAYS.iter().map(|day| {
                let (number, on) = (day_number(*day), wishes.weekdays.contains(*day));
                button(checked(on, &day_word(locale, *day)), Action::ReminderDay { day: number, on: !on })
            }),
        ),
    };
    Ok(screen.row([back(locale, Action::ReminderSettings)]))
}

fn overview(locale: Locale, wishes: ReminderSettings) -> Screen {
    let now = tr!(
        locale,
        "reminder-settings-now",
        pace = text::label(locale, &format!("reminder-pace-{}", wishes.pace), &[]),
        hour = wishes.hour.max(u8::try_from(wishes.quiet.hours().1).unwrap_or(wishes.hour)),
        quiet = quiet_words(locale, wishes.quiet),
        days = days_words(locale, wishes.weekdays),
    );
    let text = tr!(locale, "reminder-settings").paragraph(&now).paragraph(&tr!(locale, "reminder-settings-change"));
    let choice = |wish: &ReminderWish| -> Button {
        button(text::label(locale, &format!("button-reminder-{wish}"), &[]), Action::ReminderAsk { wish: *wish })
    };
    Screen::new(text).grid(2, ReminderWish::ALL.iter().map(choice)).row([back(locale, Action::Settings)])
}

fn quiet_words(locale: Locale, quiet: QuietHours) -> String {
    text::label(locale, &format!("reminder-quiet-{quiet}"), &[])
}

fn day_word(locale: Locale, day: Weekday) -> String {
    text::label(locale, &format!("reminder-day-{}", day_number(day)), &[])
}

fn days_words(locale: Locale, days: Weekdays) -> String {
    if DAYS.iter().all(|day| days.contains(*day)) {
        return label!(locale, "reminder-all-days");
    }
    let chosen = DAYS.iter().filter(|day| days.contains(**day));
    chosen.map(|day| day_word(locale, *day)).collect::<Vec<_>>().join(", ")
}

/// 1 is Monday.
fn day_number(day: Weekday) -> u8 {
    u8::try_from(day.number_from_monday()).unwrap_or(1)
}

pub(super) async fn turn(talk: &mut Talk<'_>, _state: State, input: Input) -> anyhow::Result<Turn> {
    let (organisation, today) = (talk.organisation()?.id, talk.today());
    let before = reminder_settings::find(talk.tx, organisation).await?;
    let Input::Press(action) = input else {
        return Ok(Turn::stay());
    };
    let (wishes, next) = match action {
        Action::ReminderSettings => return Ok(Turn::to(State::Reminders { wish: None })),
        Action::ReminderAsk { wish } => return Ok(Turn::to(State::Reminders { wish: Some(wish) })),
        Action::ReminderPace { pace } => (ReminderSettings { pace, ..before }, None),
        Action::ReminderHour { hour } if HOURS.contains(&hour) => (ReminderSettings { hour, ..before }, None),
        Action::ReminderQuiet { quiet } => (ReminderSettings { quiet, ..before }, None),
        Action::ReminderDay { day, on } => {
            let Some(day) = DAYS.into_iter().find(|one| day_number(*one) == day) else {
                return Ok(Turn::stay());
            };
            let weekdays = before.weekdays.with(day, on);
            if weekdays == before.weekdays {
                return Ok(Turn::hint(tr!(talk.locale, "reminder-last-day")));
            }
            (ReminderSettings { weekdays, ..before }, Some(ReminderWish::Days))
        }
        _ => return Ok(Turn::stay()),
    };
    reminder_settings::save(talk.tx, organisation, &wishes).await?;
    reminders::look_again(talk.tx, organisation, today).await?;
    let actor = talk.person()?.id;
    audit::insert(talk.tx, Some(actor), ("reminder settings changed", &organisation.to_string()), talk.now).await?;
    let turn = Turn::to(State::Reminders { wish: next });
    Ok(if next.is_some() { turn } else { turn.with_note(tr!(talk.locale, "reminder-saved")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_computed_sentence_exists() {
        let computed = (Pace::ALL.iter())
            .flat_map(|pace| {
                [format!("reminder-pace-{pace}"), format!("reminder-pace-{pace}-means"), format!("button-pace-{pace}")]
            })
            .chain(QuietHours::ALL.iter().map(|quiet| format!("reminder-quiet-{quiet}")))
            .chain(ReminderWish::ALL.iter().map(|wish| format!("button-reminder-{wish}")))
            .chain((1..=6).map(|day| format!("reminder-day-{day}")));
        for key in computed {
            for locale in Locale::ALL {
                assert!(text::keys(*locale)(&key), "{key} in {locale}");
            }
        }
    }
}
