//! What the curator should know about a road map that was read, in sentences: one for each kind, with its rows.

use super::{Locale, Markup, dates};
use crate::domain::roadmap::read::{Limit, Need, Remark};
use crate::{label, tr};

/// Rows that a sentence names one by one.
const NAMED_ROWS: usize = 8;
/// Sentences of one kind that are spelled out; the rest are counted.
const SPELLED: usize = 4;
/// Characters of a text that was left out.
const BEGINNING: usize = 60;

/// The sentences, what needs a decision first. Rows are named by their place in the document, from 1.
pub fn road_map_remarks(locale: Locale, remarks: &[Remark]) -> Vec<Markup> {
    let mut said = Vec::new();
    said.extend(about_the_whole(locale, remarks));
    said.extend(one_by_one(locale, remarks));
    said.extend(by_rows(locale, remarks));
    said.extend(left_out(locale, remarks));
    said
}

/// Years, limits, other tables.
fn about_the_whole(locale: Locale, remarks: &[Remark]) -> impl Iterator<Item = Markup> {
    remarks.iter().filter_map(move |remark| {
        Some(match remark {
            Remark::NoRows => tr!(locale, "remark-no-rows"),
            Remark::NoTable => tr!(locale, "remark-no-table"),
            Remark::Cut(limit) => cut(locale, *limit),
            Remark::YearTaken(year) => tr!(locale, "remark-year-taken", year = year.to_string()),
            Remark::TitleYearDiffers(year) => tr!(locale, "remark-title-year", year = year.to_string()),
            Remark::ReadForAnotherYear { of, read_for } => {
                tr!(locale, "remark-another-year", of = of.to_string(), year = read_for.to_string())
            }
            Remark::TitleYearsLonger { from, to, terms } => {
                let (from, to, terms) = (from.to_string(), to.to_string(), terms.to_string());
                tr!(locale, "remark-title-years", from = from, to = to, year = terms)
            }
            Remark::TableLeftOut(heading) => tr!(locale, "remark-table-left-out", text = beginning(heading)),
            _ => return None,
        })
    })
}

fn cut(locale: Locale, limit: Limit) -> Markup {
    match limit {
        Limit::Lines => tr!(locale, "remark-cut-lines"),
        Limit::Cell => tr!(locale, "remark-cut-cell"),
        Limit::Columns => tr!(locale, "remark-cut-columns"),
        Limit::Rows => tr!(locale, "remark-cut-rows"),
    }
}

/// Remarks that name a day or another row.
fn one_by_one(locale: Locale, remarks: &[Remark]) -> Vec<Markup> {
    let sentences = remarks.iter().filter_map(|remark| one(locale, remark));
    let mut said: Vec<Markup> = sentences.collect();
    let more = said.len().saturating_sub(SPELLED);
    if more > 1 {
        said.truncate(SPELLED);
        said.push(tr!(locale, "remark-more", count = more));
    }
    said
}

fn one(locale: Locale, remark: &Remark) -> Option<Markup> {
    Some(match remark {
        Remark::OrderTooEarly { row, needs, needed } => {
            let (row, needed) = (row + 1, needed + 1);
            match needs {
                Need::Consents => tr!(locale, "remark-order-before-consents", row = row, needed = needed),
                Need::Bank => tr!(locale, "remark-order-before-bank", row = row, needed = needed),
                Need::Pairs => tr!(locale, "remark-order-before-pairs", row = row, needed = needed),
            }
        }
        Remark::DayOff { row, due, moved } => {
            let (due, moved) = (dates::full(locale, *due), dates::day_month(locale, *moved));
            tr!(locale, "remark-day-off", row = row + 1, due = due, moved = moved)
        }
        Remark::TakenAsStage(text) => tr!(locale, "remark-taken-as-stage", text = beginning(text)),
        Remark::Repeated { row, first } => tr!(locale, "remark-repeated", row = row + 1, first = first + 1),
        _ => return None,
    })
}

/// Remarks that only name their rows.
fn by_rows(locale: Locale, remarks: &[Remark]) -> Vec<Markup> {
    let of = |pick: fn(&Remark) -> Option<usize>| {
        let mut rows: Vec<usize> = remarks.iter().filter_map(pick).collect();
        rows.dedup();
        (!rows.is_empty()).then(|| (rows.len(), numbers(locale, &rows)))
    };
    let over = of(|remark| if let Remark::Over(row) = remark { Some(*row) } else { None });
    let no_term = of(|remark| if let Remark::NoTerm(row) = remark { Some(*row) } else { None });
    let nobody = of(|remark| if let Remark::NoResponsible(row) = remark { Some(*row) } else { None });
    let unknown = of(|remark| if let Remark::UnknownResponsible(row, _) = remark { Some(*row) } else { None });
    let term_above = of(|remark| if let Remark::TermInherited(row) = remark { Some(*row) } else { None });
    let people_above = of(|remark| if let Remark::ResponsibleInherited(row) = remark { Some(*row) } else { None });
    let rest = of(|remark| if let Remark::MayBeRest(row) = remark { Some(*row) } else { None });
    let sentences = [
        over.map(|(count, rows)| tr!(locale, "remark-over", count = count, rows = rows)),
        rest.map(|(count, rows)| tr!(locale, "remark-may-be-rest", count = count, rows = rows)),
        no_term.map(|(count, rows)| tr!(locale, "remark-no-term", count = count, rows = rows)),
        nobody.map(|(count, rows)| tr!(locale, "remark-no-responsible", count = count, rows = rows)),
        unknown.map(|(count, rows)| tr!(locale, "remark-unknown-responsible", count = count, rows = rows)),
        term_above.map(|(count, rows)| tr!(locale, "remark-term-inherited", count = count, rows = rows)),
        people_above.map(|(count, rows)| tr!(locale, "remark-responsible-inherited", count = count, rows = rows)),
    ];
    sentences.into_iter().flatten().collect()
}

/// What the reader put together or left out.
fn left_out(locale: Locale, remarks: &[Remark]) -> Vec<Markup> {
    let joined = remarks.iter().filter(|remark| matches!(remark, Remark::Continued(_))).count();
    let crumbs = remarks.iter().filter(|remark| matches!(remark, Remark::Noise(_))).count();
    let after = remarks.iter().filter_map(|remark| match remark {
        Remark::TextAfterTable(text) => Some(beginning(text)),
        _ => None,
    });
    let mut after: Vec<String> = after.collect();
    let more = after.len().saturating_sub(1);
    after.truncate(1);
    let sentences = [
        (joined > 0).then(|| tr!(locale, "remark-joined", count = joined)),
        (crumbs > 0).then(|| tr!(locale, "remark-noise", count = crumbs)),
        after.pop().map(|text| tr!(locale, "remark-text-left-out", text = text, more = more)),
    ];
    sentences.into_iter().flatten().collect()
}

/// «2, 5 и 7»; a long list ends «и ещё 12».
fn numbers(locale: Locale, rows: &[usize]) -> String {
    let named: Vec<String> = rows.iter().take(NAMED_ROWS).map(|row| (row + 1).to_string()).collect();
    let more = rows.len() - named.len();
    if more > 0 {
        return label!(locale, "remark-rows-more", rows = named.join(", "), more = more);
    }
    match named.split_last() {
        Some((last, rest)) if !rest.is_empty() => label!(locale, "remark-rows", rows = rest.join(", "), last = last),
        _ => named.concat(),
    }
}

fn beginning(text: &str) -> String {
    let mut short: String = text.chars().take(BEGINNING).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::russia;
    use crate::domain::roadmap::read::{read_text, remarks};
    use crate::domain::school_year::SchoolYear;

    fn said(document: &str, locale: Locale) -> String {
        let reading = read_text(document, SchoolYear(2026));
        let sentences = road_map_remarks(locale, &remarks(&reading, russia(), SchoolYear(2026).first_day().into()));
        sentences.iter().map(|sentence| sentence.as_html().to_owned() + "\n").collect()
    }

    const DOUBTFUL: &str = "Дорожная карта на 2026–2028 годы\n\n\
        №\tМероприятие\tСрок\tОтветственный\n\
        1.\tИздание приказа о закреплении наставнических пар\tдо 12 сентября 2026\tдиректор\n\
        2.\tФормирование банка наставников\tдо 2 октября 2026\tкуратор\n\
        3.\tСбор согласий участников\tоктябрь 2026\tкуратор\n\
        4.\tСеминар для наставников\tноябрь 2026\tтётушка Полли\n\
        5.\tКруглый стол\t\t\n\
        6.\tСеминар для наставников\tноябрь 2026\tметодист\n\n\
        Согласовано на педагогическом совете";

    #[test]
    fn a_doubtful_map_is_remarked_on_in_plain_words() {
        insta::assert_snapshot!(said(DOUBTFUL, Locale::Ru), @"
        В названии — 2026–2028 годы, а все даты лежат в 2026/27 учебном году. Если карта действует дольше, в новом году её нужно будет продлить.
        Строка 1: 12 сентября 2026 года — нерабочий день. Официальный срок останется прежним, а напоминать буду к 11 сентября.
        Строка 1: приказ о парах по сроку раньше, чем банк наставников и наставляемых (строка 2). Проверьте порядок.
        Строка 6 повторяет строку 4. Если это случайность, одну из них можно убрать.
        Срок не указан в строке 5.
        Ответственный не указан в строке 5: ею займётся куратор, пока вы не назначите другого.
        Не понял, кто ответственный в строке 4.
        Вне строк остался текст: «Согласовано на педагогическом совете».
        ");
    }

    #[test]
    fn a_clean_map_has_no_remarks() {
        let clean = "Дорожная карта\n\n№\tМероприятие\tСрок\tОтветственный\n\
            1.\tФормирование банка наставников\tсентябрь\tкуратор\n\
            2.\tПриказ о закреплении пар\tоктябрь\tдиректор\n";
        assert_eq!(said(clean, Locale::Ru), "");
    }

    #[test]
    fn every_remark_has_a_sentence_or_is_none_on_purpose() {
        for locale in [Locale::Ru, Locale::En] {
            for remark in Remark::one_of_each() {
                let said = road_map_remarks(locale, std::slice::from_ref(&remark));
                assert_eq!(said.len(), 1, "{remark:?}");
            }
        }
    }

    #[test]
    fn many_rows_are_counted_and_not_listed() {
        let rows: Vec<Remark> = (0..20).map(Remark::NoTerm).collect();
        let said = road_map_remarks(Locale::Ru, &rows);
        assert_eq!(said[0].as_html(), "Срок не указан в строках 1, 2, 3, 4, 5, 6, 7, 8 и ещё 12.");
    }
}
