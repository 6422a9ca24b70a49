//! What the system tells of itself and of processes (Linux).

use anyhow::Context;

/// The unit of processor time in `/proc`, in parts of a second: 100 on every Linux that one meets.
const TICKS: f64 = 100.0;

/// Processor, cores, engine: the heading of the table.
pub(crate) fn describe() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!(
        "{} × {}, load before: {}. SQLite (WAL, synchronous=FULL) on disk.\n\
         The sandbox and the people who press share these cores with the bot.\n\n| measured | result |\n|---|---|",
        cores,
        model.map_or("unknown processor", |(_, name)| name),
        load.split_whitespace().next().unwrap_or("unknown"),
    )
}

/// The processor time in a `stat` of `/proc`, in seconds.
pub(crate) fn cpu_in(stat: &str) -> anyhow::Result<f64> {
    // The program's name in brackets may hold spaces; user and system time are fields 14 and 15.
    let (_, fields) = stat.rsplit_once(')').context("an unknown form of stat")?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut next = || -> anyhow::Result<f64> { Ok(fields.next().context("a short stat")?.parse()?) };
    Ok((next()? + next()?) / TICKS)
}

/// What this process itself has used, in seconds.
pub(crate) fn own_cpu() -> anyhow::Result<f64> {
    cpu_in(&std::fs::read_to_string("/proc/self/stat")?)
}

/// A line like `VmRSS:  1234 kB` of a `status` of `/proc`, in bytes.
pub(crate) fn kilobytes_in(status: &str, name: &str) -> anyhow::Result<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("an unknown form of status")?.parse::<u64>()? * 1_024)
}
