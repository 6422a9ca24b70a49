//! What a failed sending means for its row.

use crate::domain::notice::Class;
use crate::messenger::SendError;
use crate::store::outbox::End;
use chrono::TimeDelta;

/// Tries of a row that certainly did not arrive before it counts as failed: about a day.
const TRIES: i64 = 1_500;

/// What happens to the row next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    End(End, String),
    /// Try again after a while; `true` counts as a try.
    Later(TimeDelta, bool),
}

/// Telegram has no idempotency key, so what may have arrived depends on the class of the message.
pub(super) fn judge(error: &SendError, class: Class, attempts: i64) -> Outcome {
    let why = error.to_string();
    match error {
        SendError::RetryAfter(wait) => {
            Outcome::Later(TimeDelta::from_std(*wait).unwrap_or(TimeDelta::minutes(1)), false)
        }
        SendError::NotSent(_) | SendError::Unauthorized | SendError::Conflict => {
            if attempts >= TRIES {
                Outcome::End(End::Failed, why)
            } else {
                Outcome::Later(backoff(attempts), true)
            }
        }
        SendError::Unknown(_) => match class {
            Class::Idempotent if attempts < 10 => Outcome::Later(backoff(attempts), true),
            Class::Repeatable if attempts < 1 => Outcome::Later(TimeDelta::minutes(1), true),
            _ => Outcome::End(End::Unknown, why),
        },
        SendError::Unreachable(_) => Outcome::End(End::Unreachable, why),
        SendError::Moved(_) | SendError::MessageGone(_) | SendError::BadMarkup(_) | SendError::Refused(_) => {
            Outcome::End(End::Failed, why)
        }
    }
}

/// 1, 2, 4 … 60 seconds.
fn backoff(attempts: i64) -> TimeDelta {
    TimeDelta::seconds(1 << attempts.clamp(0, 6)).min(TimeDelta::minutes(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f09_what_may_have_arrived_is_repeated_by_class_only() {
        let cut = SendError::Unknown("timeout".to_owned());
        assert!(matches!(judge(&cut, Class::NeverRepeat, 0), Outcome::End(End::Unknown, _)));
        assert!(matches!(judge(&cut, Class::Repeatable, 0), Outcome::Later(_, true)));
        assert!(matches!(judge(&cut, Class::Repeatable, 1), Outcome::End(End::Unknown, _)));
        assert!(matches!(judge(&cut, Class::Idempotent, 3), Outcome::Later(_, true)));
    }

    #[test]
    fn f10_what_certainly_did_not_arrive_is_tried_again() {
        let refused = SendError::NotSent("connect".to_owned());
        for class in Class::ALL {
            assert_eq!(judge(&refused, *class, 0), Outcome::Later(TimeDelta::seconds(1), true));
        }
    }
}
