//! Russia's clocks, from west to east, each under the city that people know it by.

use crate::text::{self, Locale};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

coded_enum! {
    /// One clock: regions that changed apart but show the same time now share a button.
    pub enum Zone {
        Kaliningrad = "kaliningrad",
        Moscow = "moscow",
        Samara = "samara",
        Yekaterinburg = "yekaterinburg",
        Omsk = "omsk",
        Novosibirsk = "novosibirsk",
        Krasnoyarsk = "krasnoyarsk",
        Irkutsk = "irkutsk",
        Yakutsk = "yakutsk",
        Vladivostok = "vladivostok",
        Magadan = "magadan",
        Sakhalin = "sakhalin",
        Kamchatka = "kamchatka",
    }
}

impl Zone {
    pub(in crate::chat) fn tz(self) -> Tz {
        match self {
            Self::Kaliningrad => Tz::Europe__Kaliningrad,
            Self::Moscow => Tz::Europe__Moscow,
            Self::Samara => Tz::Europe__Samara,
            Self::Yekaterinburg => Tz::Asia__Yekaterinburg,
            Self::Omsk => Tz::Asia__Omsk,
            Self::Novosibirsk => Tz::Asia__Novosibirsk,
            Self::Krasnoyarsk => Tz::Asia__Krasnoyarsk,
            Self::Irkutsk => Tz::Asia__Irkutsk,
            Self::Yakutsk => Tz::Asia__Yakutsk,
            Self::Vladivostok => Tz::Asia__Vladivostok,
            Self::Magadan => Tz::Asia__Magadan,
            Self::Sakhalin => Tz::Asia__Sakhalin,
            Self::Kamchatka => Tz::Asia__Kamchatka,
        }
    }

    /// «Москва · 14:05»: whoever does not know the name of their zone knows what time it is.
    pub(super) fn label(self, locale: Locale, now: DateTime<Utc>) -> String {
        let time = now.with_timezone(&self.tz()).format("%-H:%M");
        format!("{} · {time}", self.city(locale))
    }

    fn city(self, locale: Locale) -> String {
        text::label(locale, &format!("zone-{self}"), &[])
    }

    /// The city of a zone; a zone that has no button keeps its own name.
    pub(in crate::chat) fn name_of(locale: Locale, tz: Tz) -> String {
        let zone = Self::ALL.iter().find(|zone| zone.tz() == tz);
        zone.map_or_else(|| tz.name().to_owned(), |zone| zone.city(locale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clocks_go_from_west_to_east() {
        let summer: DateTime<Utc> = "2026-07-01T09:05:00Z".parse().unwrap();
        let local = |zone: &Zone| summer.with_timezone(&zone.tz()).naive_local();
        assert!(Zone::ALL.iter().map(local).is_sorted());
        assert_eq!(Zone::Moscow.label(Locale::Ru, summer), "Москва · 12:05");
        assert_eq!(Zone::name_of(Locale::Ru, Tz::Europe__Minsk), "Europe/Minsk");
    }
}
