//! The command line: parse, call the library, print.

use anyhow::Context;
use clap::{Parser, Subcommand};
use nastavnik::clock::{Clock, SystemClock};
use nastavnik::config::Config;
use nastavnik::domain::roadmap::read::PlanYear;
use nastavnik::domain::school_year::SchoolYear;
use nastavnik::play::rehearsal::{self, RehearsalOptions};
use nastavnik::play::{Demo, DemoOptions};
use nastavnik::readings::{road_map, terms};
use nastavnik::{doctor, label, run};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::sync::watch;

/// «Наставник»: a bot that runs a school's staff-mentoring programme.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    /// A TOML file with settings; variables NASTAVNIK_… win over it.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Try the bot in the browser: no token, no server, fictional people.
    Demo {
        /// Start with an empty school instead of a staff of 24.
        #[arg(long)]
        empty: bool,
        /// The port on 127.0.0.1; 0 takes any.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Play a whole school year with fictional people and print what would be sent to whom and when.
    Rehearse(Rehearse),
    /// Work on Telegram.
    Run,
    /// Make a one-time link.
    Invite {
        #[command(subcommand)]
        whom: Whom,
    },
    /// Read a road map or its terms and print what was understood.
    Roadmap {
        #[command(subcommand)]
        what: RoadMapCommand,
    },
    /// Check the token, the database, the channels, the clock, and say how to mend what is wrong.
    Doctor,
}

#[derive(Subcommand)]
enum Whom {
    /// For the curator of a new organisation: works once and for 24 hours.
    Curator {
        /// Print one JSON object with the code, the link and when it ends.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum RoadMapCommand {
    /// Read term phrases from standard input, one JSON object a line: `id`, `term_text` and `school_year` like "2023/24".
    Terms {
        /// Answer each line with a line of JSON instead of printing a table.
        #[arg(long)]
        json: bool,
    },
    /// Read a document (DOCX, XLSX, PDF with text, CSV, TXT) and print its rows.
    Read(ReadRoadMap),
}

#[derive(clap::Args)]
struct ReadRoadMap {
    /// The road map as the school has it.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The year in which the school year begins, for terms that name none; without it the current school year.
    #[arg(long, value_parser = clap::value_parser!(i32).range(1990..=2100))]
    year: Option<i32>,
    /// Print one JSON object instead of a table.
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args)]
struct Rehearse {
    /// The road map as the school has it (DOCX, XLSX, PDF with text, CSV, TXT); without it the built-in template.
    #[arg(long, value_name = "FILE")]
    roadmap: Option<PathBuf>,
    /// How many people are on the staff list.
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..=5_000))]
    staff: u16,
    /// The year in which the school year begins.
    #[arg(long, default_value_t = 2026, value_parser = clap::value_parser!(i32).range(2000..=2100))]
    year: i32,
    /// Print one JSON object with the counts.
    #[arg(long)]
    json: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    match obey(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nastavnik: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(cli: Cli) -> anyhow::Result<()> {
    let config = Config::load(cli.config.as_deref())?;
    start_log(&config.log);
    match cli.command {
        Command::Demo { empty, port } => demo(&config, !empty, port).await,
        Command::Rehearse(asked) => rehearse(&config, &asked).await,
        Command::Invite { whom: Whom::Curator { json } } => invite(&config, json).await,
        Command::Roadmap { what: RoadMapCommand::Terms { json } } => read_terms(&config, json),
        Command::Roadmap { what: RoadMapCommand::Read(asked) } => read_road_map(&config, &asked),
        Command::Doctor => doctor(&config).await,
        Command::Run => {
            let bot = run::open(&config, Arc::new(SystemClock)).await?;
            if let Some(invitation) = run::first_invitation(&bot.app).await? {
                print_invitation(&config, &invitation, false)?;
            }
            run::work(bot, until_asked()).await
        }
    }
}

fn start_log(level: &str) {
    let filter = tracing_subscriber::EnvFilter::try_new(format!("{level},sqlx=warn,reqwest=warn,hyper=warn"))
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Turns true when somebody asks the program to stop.
fn until_asked() -> watch::Receiver<bool> {
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        if run::asked_to_stop().await.is_ok() {
            let _ = stop.send(true);
        }
    });
    stopped
}

#[expect(clippy::print_stdout, reason = "the address is what the command is for")]
async fn demo(config: &Config, filled: bool, port: u16) -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("nastavnik-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let database = format!("sqlite:{}", folder.join("demo.sqlite").display());
    let start = Demo::usual_start(SystemClock.now());
    let demo = Demo::start(DemoOptions { port, filled, start, database }).await?;
    println!("{}", label!(config.language, "demo-words", address = demo.page_url()));
    let worked = demo.work(until_asked()).await;
    std::fs::remove_dir_all(&folder)?;
    worked
}

#[expect(clippy::print_stdout, reason = "the year is what the command is for")]
async fn rehearse(config: &Config, asked: &Rehearse) -> anyhow::Result<()> {
    let folder = quick_folder().join(format!("nastavnik-rehearsal-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let options = RehearsalOptions {
        road_map: asked.roadmap.as_deref().map(read_document).transpose()?,
        staff: asked.staff.into(),
        year: SchoolYear(asked.year),
        seed: u64::from(asked.year.unsigned_abs()),
        database: format!("sqlite:{}", folder.join("year.sqlite").display()),
    };
    let played = rehearsal::rehearse(&options).await;
    std::fs::remove_dir_all(&folder)?;
    let played = played?;
    if asked.json {
        println!("{}", serde_json::to_string(&played.summary)?);
    } else {
        print!("{}", rehearsal::in_words(config.language, &played));
    }
    Ok(())
}

/// A played year need not survive a power cut: it is written to memory where the system has a folder for that.
fn quick_folder() -> PathBuf {
    let in_memory = PathBuf::from("/dev/shm");
    if in_memory.is_dir() { in_memory } else { std::env::temp_dir() }
}

/// A document's name and content.
fn read_document(path: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_name().unwrap_or_default();
    Ok((name.to_string_lossy().into_owned(), bytes))
}

fn read_road_map(config: &Config, asked: &ReadRoadMap) -> anyhow::Result<()> {
    let (name, bytes) = read_document(&asked.file)?;
    let today = SystemClock.now().date_naive();
    let current = || PlanYear::Fallback(SchoolYear::containing(today));
    let year = asked.year.map_or_else(current, |year| PlanYear::Fixed(SchoolYear(year)));
    let locale = config.language;
    let road_map = road_map::read(&name, &bytes, year, today)
        .map_err(|problem| anyhow::anyhow!(road_map::problem(locale, &problem)))?;
    let mut output = std::io::stdout().lock();
    let printed = if asked.json {
        road_map.as_json(locale, &mut output).and_then(|()| road_map.beside_json(locale, std::io::stderr().lock()))
    } else {
        road_map.as_table(locale, &mut output)
    };
    match printed {
        // Whoever reads the answer has seen enough: «… | head».
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    anyhow::ensure!(!road_map.is_empty(), label!(locale, "reading-no-rows"));
    Ok(())
}

fn read_terms(config: &Config, json: bool) -> anyhow::Result<()> {
    let (input, output, complaints) = (std::io::stdin().lock(), std::io::stdout().lock(), std::io::stderr().lock());
    let count = if json {
        terms::as_json(input, output, complaints)
    } else {
        terms::as_table(config.language, input, output, complaints)
    };
    match count {
        Ok(count) if count.refused > 0 => anyhow::bail!("lines that could not be read: {}", count.refused),
        Ok(_) => Ok(()),
        // Whoever reads the answers has seen enough: «… | head».
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[expect(clippy::print_stdout, reason = "the findings are what the command is for")]
async fn doctor(config: &Config) -> anyhow::Result<()> {
    let findings = doctor::examine(config, &SystemClock, config.language).await;
    for finding in &findings {
        println!("{} {}", if finding.is_fine { "✓" } else { "✗" }, finding.words);
    }
    anyhow::ensure!(findings.iter().all(|finding| finding.is_fine), "not everything is in order");
    Ok(())
}

async fn invite(config: &Config, json: bool) -> anyhow::Result<()> {
    let invitation = run::invite_curator(config, &SystemClock).await?;
    print_invitation(config, &invitation, json)
}

#[expect(clippy::print_stdout, reason = "the link is what the command is for")]
fn print_invitation(config: &Config, invitation: &run::CuratorInvitation, json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string(invitation)?);
        return Ok(());
    }
    println!(
        "{}",
        match &invitation.link {
            Some(link) => label!(config.language, "invite-words", link = link),
            None => label!(config.language, "invite-code", code = &invitation.code),
        }
    );
    Ok(())
}
