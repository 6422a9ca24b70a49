//! The pairs of an order become official: checked once more, both sides told, the channel too.

use super::order::agreed;
use super::{PairsPlace, announce, to};
use crate::chat::matching::Directory;
use crate::chat::{Action, Screen, Talk, Turn, back, button};
use crate::domain::consent::Consents;
use crate::domain::ids::{PairId, PersonId};
use crate::domain::notice::Notice;
use crate::domain::pair::{MissingConsent, Order, Pair, PairState, Side, missing_consents};
use crate::label;
use crate::store::pairs::{self, PairRecord};
use crate::store::{audit, consents};
use crate::text::{Markup, dates};
use crate::tr;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Pairs named on the confirmation.
const NAMED: usize = 10;
/// Leaves room for the rest of the screen, in UTF-16 units.
const LONGEST: usize = 3_900;

/// The picked pairs, sorted by what the consents allow.
struct Checked {
    ready: Vec<PairRecord>,
    lacking: Vec<(PairRecord, Vec<MissingConsent>)>,
    consents: BTreeMap<PersonId, Consents>,
}

async fn check(talk: &mut Talk<'_>, picked: &[PairId]) -> anyhow::Result<Checked> {
    let organisation = talk.organisation()?.id;
    let consents = consents::list_staff(talk.tx, organisation).await?;
    let (mut ready, mut lacking) = (Vec::new(), Vec::new());
    for record in agreed(talk).await? {
        if !picked.contains(&record.pair.id) {
            continue;
        }
        let nothing = Consents::default();
        let of = |person: PersonId| consents.get(&person).unwrap_or(&nothing);
        let missing = missing_consents(of(record.pair.mentor), of(record.pair.mentee));
        if missing.is_empty() {
            ready.push(record);
        } else {
            lacking.push((record, missing));
        }
    }
    Ok(Checked { ready, lacking, consents })
}

/// Everything as it will be: the order, who is named, what is missing, what the channel will read.
pub(super) async fn show(
    talk: &mut Talk<'_>,
    picked: &[PairId],
    (number, on): (&str, NaiveDate),
) -> anyhow::Result<Screen> {
    let locale = talk.locale;
    let checked = check(talk, picked).await?;
    let names = Directory::read(talk).await?;
    let organisation = talk.organisation()?.clone();
    let day = dates::full(locale, on);
    let mut text = tr!(locale, "order-title", number = number, day = day).bold();
    let ready = checked.ready.len();
    if ready > 0 {
        text = text.paragraph(&tr!(locale, "order-ready", count = ready)).line(&named(talk, &names, &checked.ready));
    }
    text = text.paragraph(&lacking(talk, &names, &checked.lacking));
    let previous = back(locale, Action::OrderBack);
    if ready == 0 {
        let text = text.paragraph(&tr!(locale, "order-nobody-ready"));
        return Ok(Screen::new(text).row([previous]));
    }
    let go = |announce: bool, label: String| button(label, Action::OrderSure { announce });
    if !organisation.has_channel() {
        let text = text.paragraph(&tr!(locale, "order-no-channel"));
        let make = label!(locale, "button-order-make", count = ready);
        return Ok(Screen::new(text).row([previous, go(false, make)]));
    }
    let ready_pairs: Vec<_> = checked.ready.iter().map(|record| &record.pair).collect();
    let post = announce::post(talk, &ready_pairs, &checked.consents).await?;
    let preview = tr!(locale, "order-preview", channel = &organisation.channel_title, post = &post);
    let fits = text.shown_len() + preview.shown_len() <= LONGEST;
    let long = tr!(locale, "order-preview-long", channel = &organisation.channel_title);
    text = text.paragraph(if fits { &preview } else { &long });
    Ok(Screen::new(text)
        .row([go(false, label!(locale, "button-order-quiet"))])
        .row([previous, go(true, label!(locale, "button-order-announce", count = ready))]))
}

/// The first pairs by name, then how many more.
fn named(talk: &Talk<'_>, names: &Directory, records: &[PairRecord]) -> Markup {
    let locale = talk.locale;
    let shown = records.iter().take(NAMED).fold(Markup::default(), |all, record| {
        let couple = names.couple(record.pair.mentor, record.pair.mentee);
        all.line(&tr!(locale, "matching-point", text = couple))
    });
    if records.len() <= NAMED {
        return shown;
    }
    shown.line(&tr!(locale, "matching-and-more", count = records.len() - NAMED))
}

/// Person by person: which consent is missing, and what to do.
fn lacking(talk: &Talk<'_>, names: &Directory, lacking: &[(PairRecord, Vec<MissingConsent>)]) -> Markup {
    let locale = talk.locale;
    if lacking.is_empty() {
        return Markup::default();
    }
    let mut missing: BTreeMap<PersonId, BTreeSet<_>> = BTreeMap::new();
    for (record, what) in lacking {
        for one in what {
            missing.entry(record.pair.person(one.side)).or_default().insert(one.kind);
        }
    }
    let mut text = tr!(locale, "order-lacking", count = lacking.len());
    for (person, kinds) in missing.iter().take(NAMED) {
        let kinds: Vec<_> =
            kinds.iter().map(|kind| crate::text::label(locale, &format!("order-lacks-{kind}"), &[])).collect();
        let line = tr!(locale, "order-lacks", name = names.short(*person), what = kinds.join(", "));
        text = text.line(&line);
    }
    if missing.len() > NAMED {
        text = text.line(&tr!(locale, "matching-and-more", count = missing.len() - NAMED));
    }
    text.line(&tr!(locale, "order-lacking-do"))
}

/// Makes the pairs official: the order is entered, both sides hear of it, and the channel if wanted.
pub(super) async fn make(talk: &mut Talk<'_>, place: PairsPlace, announce: bool) -> anyhow::Result<Turn> {
    let locale = talk.locale;
    let PairsPlace::OrderSure { picked, number, on } = place else {
        return Ok(to(PairsPlace::Home));
    };
    let order = Order { number, date: on };
    let checked = check(talk, &picked).await?;
    let mut made = Vec::new();
    for record in checked.ready {
        let nothing = Consents::default();
        let of = |person: PersonId| checked.consents.get(&person).unwrap_or(&nothing);
        let (mentor, mentee) = (of(record.pair.mentor), of(record.pair.mentee));
        let pair = record.pair.order(&order, mentor, mentee)?.announce(talk.today())?;
        if pairs::save(talk.tx, &pair, record.version, talk.now).await? {
            tell_both(talk, &pair).await?;
            made.push(pair.id);
        }
    }
    let year = talk.organisation()?.school_year;
    super::replan(talk, year).await?;
    let by = talk.person()?.id;
    let subject = made.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    audit::insert(talk.tx, Some(by), ("pairs made official", &subject), talk.now).await?;
    let announced = announce && announce::queue(talk, &made).await?;
    let note = if announced {
        tr!(locale, "order-made-announced", count = made.len())
    } else {
        tr!(locale, "order-made", count = made.len())
    };
    let state = PairState::Active;
    Ok(to(PairsPlace::List { state, page: 0 }).with_note(note))
}

async fn tell_both(talk: &mut Talk<'_>, pair: &Pair) -> anyhow::Result<()> {
    for side in Side::ALL.iter().copied() {
        let key = format!("pair official:{}:{side}", pair.id);
        let notice = Notice::PairOfficial { pair: pair.id, side };
        talk.notify(pair.person(side), &key, notice).await?;
    }
    Ok(())
}
