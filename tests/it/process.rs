//! The program as the administrator runs it: started, stopped, killed.

use nastavnik::sandbox::{Options, Sandbox, UserId};
use nastavnik::store::{Db, outbox};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// A sandbox whose clock is the real one, as the program's is.
async fn sandbox() -> Sandbox {
    #[expect(clippy::disallowed_methods, reason = "the program under test runs on real time")]
    let now = Arc::new(chrono::Utc::now);
    Sandbox::start(Options::new(now)).await.unwrap()
}

fn program(sandbox: &Sandbox, folder: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nastavnik"));
    command
        .env("NASTAVNIK_TELEGRAM_TOKEN", sandbox.token())
        .env("NASTAVNIK_TELEGRAM_API_URL", sandbox.api_url())
        .env("NASTAVNIK_DATA_DIR", folder)
        .env("NASTAVNIK_MESSAGES_PER_SECOND", "0")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn start(sandbox: &Sandbox, folder: &std::path::Path) -> Child {
    program(sandbox, folder).arg("run").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn ask(sandbox: &Sandbox, folder: &std::path::Path, words: &[&str]) -> Output {
    program(sandbox, folder).args(words).output().unwrap()
}

fn signal(child: &Child, name: &str) {
    let done = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    assert!(done.success());
}

async fn ended(child: &mut Child) -> std::process::ExitStatus {
    for _ in 0..400 {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    child.kill().unwrap();
    panic!("the program did not end");
}

fn answers(sandbox: &Sandbox, user: UserId) -> usize {
    sandbox.messages(user).iter().filter(|message| message.from_bot).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f05_a_request_to_stop_finishes_what_is_in_hand() {
    let (sandbox, folder) = (sandbox().await, tempfile::tempdir().unwrap());
    for name in ["-TERM", "-INT"] {
        let mut child = start(&sandbox, folder.path());
        let olga = sandbox.add_user("Ольга");
        sandbox.say(olga, "/start");
        sandbox.wait(Duration::from_secs(20), |sandbox| (answers(sandbox, olga) == 1).then_some(())).await.unwrap();
        sandbox.say(olga, "привет");
        signal(&child, name);
        assert!(ended(&mut child).await.success(), "{name}");
    }
}

/// Killed again and again in the middle of work: what was confirmed to the messenger is never lost, and what was
/// done is never done twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f01_to_f04_a_kill_loses_nothing_and_doubles_nothing() {
    let (sandbox, folder) = (sandbox().await, tempfile::tempdir().unwrap());
    let people: Vec<_> = (0..20).map(|number| sandbox.add_user(&format!("Человек {number}"))).collect();
    let mut said = 0_usize;
    for round in 0..6_u64 {
        let mut child = start(&sandbox, folder.path());
        for burst in 0..4 {
            for person in &people {
                sandbox.say(*person, if round == 0 && burst == 0 { "/start" } else { "привет" });
                said += 1;
            }
            tokio::time::sleep(Duration::from_millis(20 + 37 * round)).await;
        }
        signal(&child, "-KILL");
        ended(&mut child).await;
    }
    let mut child = start(&sandbox, folder.path());
    let all = |sandbox: &Sandbox| people.iter().map(|person| answers(sandbox, *person)).sum::<usize>();
    let answered = sandbox.wait(Duration::from_mins(2), |sandbox| (all(sandbox) >= said).then_some(())).await;
    signal(&child, "-TERM");
    ended(&mut child).await;

    let db = Db::open(&format!("sqlite:{}", folder.path().join("nastavnik.sqlite").display())).await.unwrap();
    let mut reader = db.read().await.unwrap();
    let rows = outbox::list(&mut reader).await.unwrap();
    let of = |state: &str| rows.iter().filter(|row| row.state == state).count();
    assert_eq!(rows.len(), said, "one answer to each message: {answered:?}");
    assert_eq!(of("sent") + of("unknown"), said, "every answer has ended");
    assert!(all(&sandbox) >= of("sent"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_setting_is_named() {
    let (sandbox, folder) = (sandbox().await, tempfile::tempdir().unwrap());
    let said = program(&sandbox, folder.path()).env("NASTAVNIK_TOKN", "1").arg("run").output().unwrap();
    assert!(!said.status.success());
    assert!(String::from_utf8_lossy(&said.stderr).contains("NASTAVNIK_TOKN"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_doctor_finds_a_healthy_bot_healthy_and_names_a_bad_token() {
    let (sandbox, folder) = (sandbox().await, tempfile::tempdir().unwrap());
    let said = ask(&sandbox, folder.path(), &["doctor"]);
    let words = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(words.contains("✓ Токен принят"), "{words}");
    assert!(words.contains("✓ База данных открыта"), "{words}");
    let said =
        program(&sandbox, folder.path()).env("NASTAVNIK_TELEGRAM_TOKEN", "1:wrong").arg("doctor").output().unwrap();
    assert!(!said.status.success());
    let words = String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr);
    assert!(words.contains("✗ Токен не принят") && !words.contains("1:wrong"), "{words}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_printed_link_lets_one_curator_in() {
    let (sandbox, folder) = (sandbox().await, tempfile::tempdir().unwrap());
    let said = ask(&sandbox, folder.path(), &["invite", "curator", "--json"]);
    let printed: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let code = printed["code"].as_str().unwrap();
    assert_eq!(printed["link"], format!("https://t.me/nastavnik_sandbox_bot?start={code}"));
    assert!(printed["expires_at"].as_str().unwrap().parse::<chrono::DateTime<chrono::Utc>>().is_ok());

    // No start after that: the program would make a first link of its own and end this one.
    let first = sandbox.add_user("Ольга");
    sandbox.start_link(first, code);
    let mut child = program(&sandbox, folder.path()).arg("run").stdout(Stdio::piped()).spawn().unwrap();
    sandbox
        .wait(Duration::from_secs(20), |sandbox| (answers(&sandbox.clone(), first) > 0).then_some(()))
        .await
        .unwrap();
    signal(&child, "-TERM");
    assert!(ended(&mut child).await.success());
}
