//! tokio-cron-scheduler beats the time; it decides nothing.

use super::SCHEDULE;
use crate::app::App;
use std::sync::Arc;
use tokio_cron_scheduler::{Job as Beat, JobScheduler};

/// The running metronome.
pub struct Metronome(JobScheduler);

/// Starts asking every job, at its times, whether something is due.
pub async fn start_metronome(app: &Arc<App>) -> anyhow::Result<Metronome> {
    let scheduler = JobScheduler::new().await?;
    for job in SCHEDULE {
        let app = app.clone();
        let beat = Beat::new_async(job.cron, move |_, _| {
            let app = app.clone();
            Box::pin(async move {
                if let Err(error) = (job.run)(app).await {
                    // The next beat asks again.
                    tracing::error!(job = job.name, error = format!("{error:#}"), "a job failed");
                }
            })
        })?;
        scheduler.add(beat).await?;
    }
    scheduler.start().await?;
    Ok(Metronome(scheduler))
}

/// Stops the beat; a job under way is finished by its own unit of work.
pub async fn stop_metronome(mut metronome: Metronome) {
    if let Err(error) = metronome.0.shutdown().await {
        tracing::warn!(%error, "the metronome did not stop");
    }
}
