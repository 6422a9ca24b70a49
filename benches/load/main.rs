//! How much the bot bears, and how fast it answers: the release program as it runs on Telegram, driven over HTTP
//! through the sandbox, its SQLite file on disk with `synchronous=FULL`.
//!
//! `cargo bench --bench load`. The sandbox and the people who press run in this process and share the processor with
//! the bot; the table says how much of it each of them took.

mod bot;
mod crowd;
mod machine;
mod school;
mod steady;

use anyhow::Context;
use bot::Bot;
use crowd::Crowd;
use nastavnik::sandbox::{Options, Sandbox, UserId};
use nastavnik::store::Db;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// People who fill the questionnaire all at once.
const AT_ONCE: usize = 1_500;
/// What each of them presses: eight questions, three of them with several answers and «Дальше».
const TAPS: usize = 10;
/// People who fill it at an ordinary pace, and how fast all of them press together.
const STEADY: usize = 200;
const TAPS_PER_SECOND: f64 = 70.0;
/// Starts whose middle one counts.
const STARTS: usize = 5;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let sandbox = sandbox().await?;
    let users: Vec<UserId> =
        (0..AT_ONCE + STEADY).map(|number| sandbox.add_user(&format!("Сотрудник {number}"))).collect();
    school::prepare(folder.path(), &users).await?;
    let (everybody, some) = users.split_at(AT_ONCE);

    say(&machine::describe());
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(first_request(&sandbox, folder.path()).await?);
    }
    starts.sort_unstable();
    let bot = Bot::start(&sandbox, folder.path())?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    say(&format!(
        "| start to the first getUpdates (middle of {STARTS}) | {} ms |\n| release binary | {:.1} MB |\n| resident memory, idle for 2 s | {:.1} MB |",
        starts[STARTS / 2].as_millis(),
        megabytes(std::fs::metadata(bot::PROGRAM)?.len()),
        megabytes(bot.resident()?),
    ));
    sandbox.set_ledger(false);
    all_at_once(&sandbox, &bot, everybody).await?;
    at_a_pace(&sandbox, &bot, some).await?;
    bot.stop().await?;

    let db = Db::open(&school::database(folder.path())).await?;
    let stored = school::count_answers(&db, &users).await?;
    anyhow::ensure!(
        sandbox.unanswered_presses().is_empty() && stored >= school::ANSWERS * AT_ONCE,
        "a press was not answered, or an answer not stored: {stored} answers"
    );
    say(&format!("| answers found in the database afterwards | {stored} |"));
    db.close().await;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the table is what the benchmark is for")]
fn say(line: &str) {
    println!("{line}");
}

fn megabytes(bytes: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred million at most")]
    let bytes = bytes as f64;
    bytes / 1_048_576.0
}

async fn sandbox() -> anyhow::Result<Sandbox> {
    #[expect(clippy::disallowed_methods, reason = "the program under test runs on real time")]
    let now = Arc::new(chrono::Utc::now);
    Sandbox::start(Options::new(now)).await
}

/// How long a process takes to ask for updates for the first time.
async fn first_request(sandbox: &Sandbox, folder: &Path) -> anyhow::Result<Duration> {
    let before = sandbox.calls().len();
    let began = Instant::now();
    let bot = Bot::start(sandbox, folder)?;
    while !sandbox.calls()[before..].iter().any(|call| call.method == "getUpdates") {
        anyhow::ensure!(began.elapsed() < Duration::from_secs(30), "the bot does not start");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let took = began.elapsed();
    bot.stop().await?;
    Ok(took)
}

/// Everybody presses as soon as the screen has changed.
async fn all_at_once(sandbox: &Sandbox, bot: &Bot, users: &[UserId]) -> anyhow::Result<()> {
    let mut crowd = Crowd::seat(sandbox, users).await?;
    let (began, cpu, own) = (Instant::now(), bot.cpu()?, machine::own_cpu()?);
    crowd.tap_together(sandbox, TAPS).await?;
    let (seconds, cpu, own) = (began.elapsed().as_secs_f64(), bot.cpu()? - cpu, machine::own_cpu()? - own);
    let taps = f64::from(u32::try_from(users.len() * TAPS)?);
    say(&format!(
        "| {AT_ONCE} people, {TAPS} taps each, at once | {:.0} updates/s |\n| … processor time of the bot | {:.2} s per 1,000 updates |\n| … of the sandbox and the people | {:.2} s per 1,000 updates |\n| … resident memory of the bot, at most | {:.1} MB |",
        taps / seconds,
        cpu * 1_000.0 / taps,
        own * 1_000.0 / taps,
        megabytes(bot.peak()?),
    ));
    Ok(())
}

/// Some people press at an ordinary pace, whether or not the bot keeps up.
async fn at_a_pace(sandbox: &Sandbox, bot: &Bot, users: &[UserId]) -> anyhow::Result<()> {
    let mut crowd = Crowd::seat(sandbox, users).await?;
    let cpu = bot.cpu()?;
    let mut waits = steady::tap(sandbox, &mut crowd, (users, TAPS), TAPS_PER_SECOND).await?;
    let cpu = bot.cpu()? - cpu;
    waits.sort_unstable();
    let at = |percent: usize| waits.get(waits.len() * percent / 100).context("nobody pressed");
    say(&format!(
        "| {STEADY} people, {TAPS_PER_SECOND} taps/s in all: tap to new screen | p50 {:.1} ms, p90 {:.1} ms, p99 {:.1} ms |\n| … processor time of the bot | {:.2} s per 1,000 updates |",
        at(50)?.as_secs_f64() * 1_000.0,
        at(90)?.as_secs_f64() * 1_000.0,
        at(99)?.as_secs_f64() * 1_000.0,
        cpu * 1_000.0 / f64::from(u32::try_from(waits.len())?),
    ));
    Ok(())
}
