//! The chat page.

pub(super) mod clock;

use std::sync::Arc;

use axum::Router;

use super::Inner;

pub(super) fn routes() -> Router<Arc<Inner>> {
    Router::new()
}
