//! A PostgreSQL to test on: the server that is named, or a throw-away cluster of the installed one.

use sqlx::{Connection, Executor};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Where the tests' server is.
struct Server {
    url: String,
    /// Keeps a server of our own alive: it ends when this process goes, however it goes.
    _keeper: Option<Child>,
}

static SERVER: LazyLock<Option<Server>> = LazyLock::new(|| {
    #[expect(clippy::disallowed_methods, reason = "tests are told by the environment where PostgreSQL is")]
    let named = std::env::var("NASTAVNIK_TEST_POSTGRES_URL").ok();
    match named {
        Some(url) => Some(Server { url, _keeper: None }),
        None => start(),
    }
});

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// The address of a fresh database, or `None` where there is no PostgreSQL: then the test says so loudly.
pub(crate) async fn fresh_database() -> Option<String> {
    let Some(server) = tokio::task::spawn_blocking(|| SERVER.as_ref().map(|server| server.url.clone())).await.unwrap()
    else {
        #[expect(clippy::disallowed_methods, reason = "CI asks that nothing is left out")]
        let required = std::env::var("NASTAVNIK_REQUIRE_POSTGRES").is_ok();
        assert!(!required, "PostgreSQL is required here, but none was found");
        eprintln!("\n!!! NOT RUN ON POSTGRESQL: none is installed and NASTAVNIK_TEST_POSTGRES_URL is not set !!!\n");
        return None;
    };
    sqlx::any::install_default_drivers();
    let name = format!("story_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut admin = sqlx::AnyConnection::connect(&format!("{server}/postgres")).await.unwrap();
    admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    admin.close().await.unwrap();
    Some(format!("{server}/{name}"))
}

/// The folder of initdb: on the path, or where Debian keeps it.
fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    folders.sort();
    folders.reverse();
    #[expect(clippy::disallowed_methods, reason = "looking for an installed program")]
    folders.extend(std::env::var("PATH").unwrap_or_default().split(':').map(PathBuf::from));
    folders.into_iter().find(|folder| folder.join("initdb").exists())
}

fn start() -> Option<Server> {
    let programs = programs()?;
    let home = std::env::temp_dir().join(format!("nastavnik-postgres-{}", std::process::id()));
    std::fs::create_dir_all(&home).ok()?;
    let port = free_port();
    let child = Command::new("sh")
        .arg("-c")
        .arg(KEEPER)
        .args(["keeper", &programs.display().to_string(), &home.display().to_string(), &port.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    wait_for(&home)?;
    Some(Server { url: format!("postgres://nastavnik@127.0.0.1:{port}"), _keeper: Some(child) })
}

/// Starts a server, waits until its standard input is closed (the tests are over or were killed), and clears
/// up. PostgreSQL refuses to run as root, so root becomes `postgres` or `nobody` for it.
const KEEPER: &str = r#"
bin=$1; home=$2; port=$3
as=""
if [ "$(id -u)" = 0 ]; then
    user=postgres; id postgres >/dev/null 2>&1 || user=nobody
    chown -R "$user" "$home"; as="setpriv --reuid=$user --regid=$(id -g $user) --clear-groups"
fi
cd "$home"
$as "$bin/initdb" -D "$home/data" -U nastavnik -A trust -E UTF8 --locale=C -N >/dev/null 2>&1 || exit 1
$as "$bin/postgres" -D "$home/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
    -c fsync=off -c max_connections=400 -c shared_buffers=64MB >/dev/null 2>&1 &
server=$!
i=0
while [ $i -lt 200 ]; do
    "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && break
    i=$((i + 1)); sleep 0.1
done
: > "$home/ready"
trap '' INT TERM
cat >/dev/null
kill -INT $server 2>/dev/null; wait $server 2>/dev/null
rm -rf "$home"
"#;

fn wait_for(home: &Path) -> Option<()> {
    for _ in 0..600 {
        if home.join("ready").exists() {
            return Some(());
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    None
}

fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
