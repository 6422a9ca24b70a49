//! What the demo's clock says after it was moved: what was sent, and what was to be sent and was not.

/// What became of messages that are no news of their own: the outbox's word, and ours.
const NOT_SENT: [(&str, &str); 5] = [
    ("obsolete", "Не понадобилось, всё уже решено"),
    ("expired", "Опоздало и не отправлено"),
    ("unreachable", "Не дошло, бот у человека остановлен"),
    ("failed", "Не отправлено, мессенджер отказал"),
    ("unknown", "Неизвестно, дошло ли"),
];

/// «Отправлено сообщений: 3. Не понадобилось, всё уже решено: 1.» Takes how many ended in which state.
pub(super) fn said(ended: &[(String, i64)]) -> String {
    let count = |state: &str| ended.iter().filter(|(own, _)| own == state).map(|(_, count)| count).sum::<i64>();
    let sent = match count("sent") {
        0 => "За это время ничего не отправлено.".to_owned(),
        sent => format!("Отправлено сообщений: {sent}."),
    };
    let rest = NOT_SENT.iter().map(|(state, words)| (count(state), words)).filter(|(count, _)| *count > 0);
    rest.fold(sent, |said, (count, words)| format!("{said} {words}: {count}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_sent_is_called_sent() {
        let ended = |states: &[(&str, i64)]| -> Vec<(String, i64)> {
            states.iter().map(|(state, count)| ((*state).to_owned(), *count)).collect()
        };
        assert_eq!(said(&[]), "За это время ничего не отправлено.");
        assert_eq!(said(&ended(&[("sent", 3)])), "Отправлено сообщений: 3.");
        assert_eq!(
            said(&ended(&[("obsolete", 1)])),
            "За это время ничего не отправлено. Не понадобилось, всё уже решено: 1."
        );
        assert_eq!(
            said(&ended(&[("sent", 2), ("obsolete", 1), ("unreachable", 4)])),
            "Отправлено сообщений: 2. Не понадобилось, всё уже решено: 1. Не дошло, бот у человека остановлен: 4."
        );
    }
}
