//! Faults on order: what goes wrong, where and how many times.

use std::time::Duration;

use super::refusal::Refusal;

/// A fault that waits for the calls it fits.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Only this method; any when absent. Case does not matter.
    pub method: Option<String>,
    /// Only this chat; any when absent.
    pub chat: Option<i64>,
    /// How many calls it spoils.
    pub times: u32,
    pub kind: FaultKind,
}

/// What happens to the call.
#[derive(Debug, Clone)]
pub enum FaultKind {
    /// 429 with `retry_after`, in seconds.
    TooManyRequests { retry_after: u32 },
    /// 403; the description without «Forbidden: ».
    Forbidden(String),
    /// 400; the description without «Bad Request: ».
    BadRequest(String),
    /// A 5xx of some proxy on the way, with an HTML body.
    ServerError(u16),
    /// The call is carried out, then the connection breaks: the bot cannot know.
    ResetAfter,
    /// The connection breaks before the call is looked at.
    ResetBefore,
    /// The call is carried out later.
    Delay(Duration),
}

impl Fault {
    /// A fault of the next call of one method, in any chat.
    pub fn once(method: &str, kind: FaultKind) -> Self {
        Self { method: Some(method.to_owned()), chat: None, times: 1, kind }
    }
}

impl FaultKind {
    /// The answer that replaces the call's own, for the kinds that have one.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::TooManyRequests { retry_after } => Some(Refusal::too_many(*retry_after)),
            Self::Forbidden(reason) => Some(Refusal::forbidden(format!("Forbidden: {reason}"))),
            Self::BadRequest(reason) => Some(Refusal::bad(reason)),
            Self::ServerError(_) | Self::ResetAfter | Self::ResetBefore | Self::Delay(_) => None,
        }
    }
}

/// The faults not yet spent.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, fault: Fault) {
        if fault.times > 0 {
            self.0.push(fault);
        }
    }

    /// Spends one use of the first fault that fits the call.
    pub(super) fn take(&mut self, method: &str, chat: Option<i64>) -> Option<FaultKind> {
        let index = self.0.iter().position(|fault| {
            fault.method.as_deref().is_none_or(|name| name.eq_ignore_ascii_case(method))
                && fault.chat.is_none_or(|only| chat == Some(only))
        })?;
        let fault = &mut self.0[index];
        fault.times -= 1;
        if fault.times > 0 { Some(fault.kind.clone()) } else { Some(self.0.remove(index).kind) }
    }
}
