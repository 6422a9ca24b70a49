//! A throw-away PostgreSQL of the installed programs, for as long as the measurement lasts.

use anyhow::Context;
use sqlx::{Connection, Executor};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub(crate) struct Server {
    url: String,
    child: Child,
    home: tempfile::TempDir,
}

/// Starts one; `None` where there is no PostgreSQL.
pub(crate) async fn start() -> anyhow::Result<Option<Server>> {
    let Some(programs) = programs() else {
        return Ok(None);
    };
    let home = tempfile::tempdir()?;
    let as_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    // PostgreSQL refuses to run as root.
    let command = |program: &str| {
        let program = programs.join(program);
        if as_root {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(program);
            command
        } else {
            Command::new(program)
        }
    };
    if as_root {
        Command::new("chown").arg("postgres").arg(home.path()).status().context("handing the folder over")?;
    }
    let data = home.path().join("data");
    let mut made = command("initdb");
    made.arg("-D").arg(&data).args(["-U", "nastavnik", "-A", "trust", "-E", "UTF8"]);
    made.arg("--locale=C").current_dir("/").stdout(Stdio::null()).status().context("initdb")?;
    let port = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let child = command("postgres")
        .arg("-D")
        .arg(&data)
        .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
        .args(["-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB"])
        .current_dir("/")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("postgres")?;
    let server = Server { url: format!("postgres://nastavnik@127.0.0.1:{port}"), child, home };
    server.wait().await?;
    Ok(Some(server))
}

impl Server {
    async fn wait(&self) -> anyhow::Result<()> {
        sqlx::any::install_default_drivers();
        for _ in 0..100 {
            if sqlx::AnyConnection::connect(&format!("{}/postgres", self.url)).await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        anyhow::bail!("PostgreSQL did not start in {}", self.home.path().display())
    }

    /// An empty database.
    pub(crate) async fn database(&self, size: usize) -> anyhow::Result<String> {
        let mut admin = sqlx::AnyConnection::connect(&format!("{}/postgres", self.url)).await?;
        admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE schools_{size}"))).await?;
        Ok(format!("{}/schools_{size}", self.url))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGINT: a fast shutdown.
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

fn programs() -> Option<PathBuf> {
    let known = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = known.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.into_iter().rev().find(|folder| is_server(folder))
}

fn is_server(folder: &Path) -> bool {
    folder.join("initdb").exists()
}
