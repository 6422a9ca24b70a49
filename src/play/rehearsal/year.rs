//! The course of the year: who does what on which day.

use super::curator::Curator;
use super::diary::Diary;
use super::stage::Stage;
use super::{RehearsalOptions, debts, road_map, script};
use crate::domain::calendar::russia;
use crate::domain::fictional_staff::FictionalPerson;
use crate::domain::people::Role;
use crate::domain::questionnaire::Questionnaires;
use crate::domain::reminder::reminder_instant;
use crate::domain::school_year::SchoolYear;
use crate::play::actors::Actor;
use crate::sandbox::UserId;
use crate::store::organisations;
use anyhow::{Context, anyhow};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// Where the school that does not exist stands.
const ZONE: Tz = Tz::Europe__Moscow;
/// Working days on which the staff comes in, some of it on each.
const JOINING: usize = 10;
/// The working days, counted from 0, on which the curator matches and enters the order.
const MATCHING: usize = 14;
const ORDER: usize = 17;

fn at(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
    reminder_instant(day, ZONE, time)
}

/// When the curator sits down on the first day.
pub(super) fn dawn(year: SchoolYear) -> DateTime<Utc> {
    at(year.first_day(), 8)
}

/// Who plays: the curator and everybody else, in the order of the staff list.
struct Cast<'a> {
    curator: UserId,
    others: Vec<(UserId, &'a FictionalPerson)>,
}

/// Plays it all; returns what went to whom.
pub(super) async fn play(
    stage: &mut Stage,
    options: &RehearsalOptions,
    staff: &[FictionalPerson],
) -> anyhow::Result<Diary> {
    stage.ledger.zone = ZONE;
    let mut diary = Diary::new(ZONE);
    let cast = enter(stage, options, staff, &mut diary)?;
    let code = first_morning(stage, options, (staff, &cast)).await?;
    let year = options.year;
    let days = year.first_day().iter_days();
    let mut working = 0;
    for day in days.take_while(|day| *day <= year.last_day()) {
        morning(stage, day).await?;
        if russia().is_working(day) {
            events(stage, &cast, (day, working), &code).await?;
            working += 1;
        }
        if day.day() % 7 == 0 || day == year.last_day() {
            stage.stop_at(at(day, 23)).await?;
            diary.keep_up(stage).await?;
        }
    }
    Ok(diary)
}

/// Everybody gets a messenger.
fn enter<'a>(
    stage: &mut Stage,
    options: &RehearsalOptions,
    staff: &'a [FictionalPerson],
    diary: &mut Diary,
) -> anyhow::Result<Cast<'a>> {
    let questionnaires = Questionnaires::builtin().map_err(|error| anyhow!("{error}"))?;
    let mut curator = None;
    let mut others = Vec::new();
    for (index, person) in staff.iter().enumerate() {
        let user = stage.sandbox.add_user(&person.full_name);
        let actor = Actor::new(person, questionnaires, options.seed);
        stage.crowd.insert(user.into(), actor);
        diary.know(user.into(), index);
        if curator.is_none() && person.roles.contains(&Role::Curator) {
            curator = Some(user);
        } else {
            others.push((user, person));
        }
    }
    let curator = curator.context("a rehearsal needs somebody on the staff: at least 1")?;
    Ok(Cast { curator, others })
}

/// The school comes into being; returns the code of the link for the staff.
async fn first_morning(
    stage: &mut Stage,
    options: &RehearsalOptions,
    (staff, cast): (&[FictionalPerson], &Cast<'_>),
) -> anyhow::Result<String> {
    let me = staff.iter().find(|person| person.roles.contains(&Role::Curator));
    let name = me.map(|me| me.full_name.as_str()).unwrap_or_default();
    let mut curator = Curator::lead(stage, cast.curator);
    script::set_up(&mut curator, name, options.year).await?;
    if staff.len() > 1 {
        script::load_staff(&mut curator, staff).await?;
    }
    road_map::load(&mut curator, options.road_map.as_ref()).await?;
    let code = if staff.len() > 1 { script::invite(&mut curator).await? } else { String::new() };
    curator.leave().await?;
    Ok(code)
}

/// Until nine o'clock, and what nine o'clock brings. What is owed is worked out before the bot gets to it; where
/// nothing is owed and the bot has nothing to do, the clock need not stop.
async fn morning(stage: &mut Stage, day: NaiveDate) -> anyhow::Result<()> {
    let nine = at(day, 9);
    stage.play_until(nine - TimeDelta::seconds(1)).await?;
    if !russia().is_working(day) {
        return Ok(());
    }
    let app = stage.app().clone();
    let mut db = app.db.read().await?;
    let school = organisations::list(&mut db).await?;
    let school = school.first().context("the school is gone")?;
    let owes = debts::note(&mut db, school, day, &mut stage.ledger).await?;
    drop(db);
    if owes {
        stage.stop_at(nine).await?;
    }
    stage.play_until(nine).await
}

/// What people do of their own accord on a working day.
async fn events(
    stage: &mut Stage,
    cast: &Cast<'_>,
    (day, working): (NaiveDate, usize),
    code: &str,
) -> anyhow::Result<()> {
    if working < JOINING {
        stage.stop_at(at(day, 10)).await?;
        let share = cast.others.len().div_ceil(JOINING).max(1);
        let today = cast.others.chunks(share).nth(working).unwrap_or_default();
        let arrivals = today.iter().map(|(user, _)| (*user, code.to_owned()));
        stage.arrivals.extend(arrivals);
        stage.talk().await?;
    }
    if working == MATCHING {
        stage.stop_at(at(day, 11)).await?;
        let mut curator = Curator::lead(stage, cast.curator);
        script::match_all(&mut curator).await?;
        curator.leave().await?;
    }
    if working == ORDER {
        stage.stop_at(at(day, 11)).await?;
        let mut curator = Curator::lead(stage, cast.curator);
        script::order(&mut curator).await?;
        curator.leave().await?;
    }
    if let Some((text, at_once)) = news(day) {
        stage.stop_at(at(day, 12)).await?;
        let mut curator = Curator::lead(stage, cast.curator);
        script::publish(&mut curator, &text, at_once).await?;
        curator.leave().await?;
    }
    Ok(())
}

/// A piece of news on the first working day of a month of lessons; every other one comes out the next noon.
fn news(day: NaiveDate) -> Option<(String, bool)> {
    let first = day.with_day(1).map(|first| russia().next_working_day(first))?;
    let is_lessons = !matches!(day.month(), 6..=9);
    (day == first && is_lessons).then(|| {
        let text =
            format!("Встреча наставников и молодых педагогов: чем живём в этом месяце ({}).", day.format("%m.%Y"));
        (text, day.month().is_multiple_of(2))
    })
}
