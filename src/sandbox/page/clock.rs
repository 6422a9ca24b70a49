//! The clock bar: the page asks, whoever owns the simulated clock moves it.

use std::sync::Arc;

use async_trait::async_trait;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::Inner;
use super::words;

/// How far to move the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Hour,
    Day,
    Week,
    /// To the next thing that is due.
    Next,
}

/// The owner of the simulated clock.
#[async_trait]
pub trait ClockControl: Send + Sync {
    fn now(&self) -> DateTime<Utc>;

    /// The zone people live in; the page shows all times in it.
    fn zone(&self) -> Tz;

    /// The zone's name for people, such as «московское время».
    fn zone_label(&self) -> String;

    /// Moves the clock and says in a short sentence what happened.
    async fn advance(&self, step: Step) -> anyhow::Result<String>;
}

#[derive(Deserialize)]
pub(super) struct Advance {
    advance: Step,
}

/// The clock as the page shows it; `null` hides the bar.
pub(super) fn view(inner: &Inner) -> Value {
    let Some(control) = &inner.clock_control else {
        return Value::Null;
    };
    let now = control.now().with_timezone(&control.zone());
    json!({ "words": words::moment(&now), "zone": control.zone_label() })
}

pub(super) async fn advance(State(inner): State<Arc<Inner>>, Json(order): Json<Advance>) -> Response {
    let Some(control) = inner.clock_control.clone() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (status, said) = match control.advance(order.advance).await {
        Ok(said) => (StatusCode::OK, said),
        Err(error) => (StatusCode::CONFLICT, format!("Не получилось: {error}")),
    };
    inner.change(|state| state.revision += 1);
    (status, Json(json!({ "said": said, "clock": view(&inner) }))).into_response()
}
