//! Values of cells as Russian Excel shows them.

use calamine::{DataRef, ExcelDateTime};

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// A value as Russian Excel shows it.
pub(super) fn as_seen(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_as_seen(*number),
        DataRef::Bool(yes) => if *yes { "ИСТИНА" } else { "ЛОЖЬ" }.to_owned(),
        DataRef::DateTime(moment) => moment_as_seen(*moment, format),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Nine digits after the comma, as many as a cell ever shows, without trailing zeros.
fn number_as_seen(number: f64) -> String {
    let text = format!("{number:.9}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// 21.11.2026, with the time where there is one; a time alone where there is no day. A cell that shows no day
/// («сентябрь 2026») is stored as the month's first day: what is not shown is not said.
fn moment_as_seen(moment: ExcelDateTime, format: &str) -> String {
    if moment.is_duration() {
        return number_as_seen(moment.as_f64() * 24.0);
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    if moment.as_f64() < 1.0 {
        return time;
    }
    let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    match shown(format) {
        (true, false, true) => return format!("{day:02}.{month:02}"),
        (false, true, true) => return format!("{name} {year}"),
        (false, false, true) => return name.to_owned(),
        (false, true, false) => return year.to_string(),
        _ => {}
    }
    let date = format!("{day:02}.{month:02}.{year}");
    if moment.as_f64().fract() == 0.0 { date } else { format!("{date} {time}") }
}

/// Whether a format shows the day, the year and the month. Formats with hours are left to the value.
fn shown(format: &str) -> (bool, bool, bool) {
    let mut signs = String::new();
    let mut rest = format.split(';').next().unwrap_or_default().chars();
    while let Some(sign) = rest.next() {
        match sign {
            '"' => {
                let _ = rest.by_ref().find(|sign| *sign == '"');
            }
            '[' => {
                let _ = rest.by_ref().find(|sign| *sign == ']');
            }
            '\\' | '_' | '*' => {
                let _ = rest.next();
            }
            sign => signs.extend(sign.to_lowercase()),
        }
    }
    // Russian Excel writes ДД.ММ.ГГГГ, other programs keep it so.
    let has = |letters: &str| signs.contains(|sign| letters.contains(sign));
    if has("hsч") { (true, true, true) } else { (has("dд"), has("yг"), has("mм")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_what_is_shown() {
        assert_eq!(shown("dd.mm.yyyy"), (true, true, true));
        assert_eq!(shown("mmm-yy"), (false, true, true));
        assert_eq!(shown("[$-419]mmmm\\ yyyy;@"), (false, true, true));
        assert_eq!(shown("d-mmm"), (true, false, true));
        assert_eq!(shown("mmmm\" день\""), (false, false, true));
        assert_eq!(shown("General"), (false, false, false));
    }
}
