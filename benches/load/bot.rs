//! The bot as a process of its own, and what the system says of it.

use crate::machine;
use anyhow::Context;
use nastavnik::sandbox::Sandbox;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The program that is measured.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_nastavnik");

pub(crate) struct Bot {
    process: Child,
}

impl Bot {
    /// Starts the program on the sandbox, with its data in this folder.
    pub(crate) fn start(sandbox: &Sandbox, folder: &Path) -> anyhow::Result<Self> {
        let process = Command::new(PROGRAM)
            .arg("run")
            .env("NASTAVNIK_TELEGRAM_TOKEN", sandbox.token())
            .env("NASTAVNIK_TELEGRAM_API_URL", sandbox.api_url())
            .env("NASTAVNIK_DATA_DIR", folder)
            .env("NASTAVNIK_MESSAGES_PER_SECOND", "0")
            .env("NASTAVNIK_LOG", "warn")
            .stdout(Stdio::null())
            .spawn()
            .context("the bot cannot be started")?;
        Ok(Self { process })
    }

    fn told(&self, file: &str) -> anyhow::Result<String> {
        Ok(std::fs::read_to_string(format!("/proc/{}/{file}", self.process.id()))?)
    }

    /// Processor time used so far, in seconds.
    pub(crate) fn cpu(&self) -> anyhow::Result<f64> {
        machine::cpu_in(&self.told("stat")?)
    }

    /// Memory in use, in bytes.
    pub(crate) fn resident(&self) -> anyhow::Result<u64> {
        machine::kilobytes_in(&self.told("status")?, "VmRSS:")
    }

    /// The most memory that was ever in use, in bytes.
    pub(crate) fn peak(&self) -> anyhow::Result<u64> {
        machine::kilobytes_in(&self.told("status")?, "VmHWM:")
    }

    /// Asks it to stop and waits until it has.
    pub(crate) async fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill").arg(self.process.id().to_string()).status()?;
        for _ in 0..1_000 {
            if self.process.try_wait()?.is_some() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        anyhow::bail!("the bot does not stop")
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        // Already gone when all went well.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
