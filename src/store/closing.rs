//! Rows that close themselves: what the bot knows against what the rows wait for, in one unit of work.

use super::doubts::{self, Doubt, DoubtAnswer};
use super::facts::{self, Asked, Known};
use super::organisations::Organisation;
use super::{Tx, activities, bindings, calendars, evidence, occurrences};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{DoubtId, OccurrenceId};
use crate::domain::roadmap::activity::Activity;
use crate::domain::roadmap::binding::{self, Bound, DoubtKind, Finding, Verdict, Window};
use crate::store::evidence::Given;
use crate::store::occurrences::Occurrence;
use anyhow::Context;
use chrono::{DateTime, Utc};
use std::collections::{BTreeSet, HashMap};

/// What closed by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settled {
    /// The headings of the rows, in the order of their days.
    pub closed: Vec<String>,
}

/// Looks at every row of the year that waits for something the bot knows: closes what is certainly done, keeps a
/// question for the curator about what looks done, and about what was closed so and is not true any more. Doing it
/// twice changes nothing.
pub async fn settle(tx: &mut Tx, organisation: &Organisation, now: DateTime<Utc>) -> anyhow::Result<Settled> {
    facts::forget(tx, organisation.id).await?;
    let mut settled = Settled::default();
    let rows = activities::list(tx, organisation.id, organisation.school_year).await?;
    let chosen = bindings::list(tx, organisation.id).await?;
    let calendar = calendars::of(tx, organisation).await?;
    let waits = |row: Activity| {
        let bound = row.bound(chosen.get(&row.id).map_or(&[], Vec::as_slice), binding::shipped());
        (row, bound)
    };
    let rows: Vec<(Activity, Vec<Bound>)> = rows.into_iter().map(waits).collect();
    let mut of_row: HashMap<_, Vec<Occurrence>> = HashMap::new();
    for one in occurrences::list_of_year(tx, organisation.id, organisation.school_year).await? {
        of_row.entry(one.activity).or_default().push(one);
    }
    let given = evidence::list_of_year(tx, organisation.id, organisation.school_year).await?;
    let mut desk = Desk { organisation, now, known: Known::new(organisation), given, asked: BTreeSet::new() };
    for (row, bound) in rows.iter().filter(|(_, bound)| !bound.is_empty()) {
        let planned = row.planned(&calendar);
        for one in of_row.remove(&row.id).unwrap_or_default() {
            for bound in bound {
                let window = Window::of(one.official_due, &planned, bound.binding.fact);
                let closed = desk.look(tx, (row, &one), (bound, window)).await?;
                settled.closed.extend(closed.then(|| row.heading.clone()));
            }
        }
    }
    desk.drop_moot(tx).await?;
    Ok(settled)
}

/// The work on one organisation.
struct Desk<'o> {
    organisation: &'o Organisation,
    now: DateTime<Utc>,
    known: Known<'o>,
    /// What counts now, by occurrence.
    given: HashMap<OccurrenceId, Vec<Given>>,
    /// What is still to be asked: everything else that is open has settled itself.
    asked: BTreeSet<(OccurrenceId, String, DoubtKind)>,
}

impl Desk<'_> {
    /// One occurrence, or one sub-item of it; `true` when the occurrence has closed.
    async fn look(
        &mut self,
        tx: &mut Tx,
        (row, one): (&Activity, &Occurrence),
        (bound, window): (&Bound, Window),
    ) -> anyhow::Result<bool> {
        let asked = Asked { fact: bound.binding.fact, window, pair: one.pair };
        let finding = self.known.get(tx, asked).await?;
        let given = self.given.get(&one.id).map_or(&[][..], Vec::as_slice);
        let by_bot = given.iter().find(|given| given.item == bound.item && given.evidence.finding().is_some());
        if let Some(then) = by_bot.and_then(|given| given.evidence.finding()) {
            if then.fact == bound.binding.fact && !binding::still_holds(&then, finding.as_ref()) {
                self.ask(tx, (one, bound), DoubtKind::Lost, then, self.organisation.today(self.now)).await?;
            }
            return Ok(false);
        }
        let open = one.is_open() && !given.iter().any(|given| given.item == bound.item && !bound.item.is_empty());
        if !open {
            return Ok(false);
        }
        let today = self.organisation.today(self.now);
        match (binding::decide(bound.binding, finding.as_ref(), (one.due, window), today), finding) {
            (Verdict::Close, Some(finding)) => {
                // What the curator has opened again stays open until something new happens.
                let found = Evidence::bot(&finding).context("a finding cannot be kept")?;
                if evidence::was_withdrawn(tx, (one.id, &bound.item), &found).await? {
                    return Ok(false);
                }
                close(tx, (row, one), (&bound.item, &finding), self.now).await
            }
            (Verdict::Ask(from), Some(finding)) => {
                // Who said «not yet» is asked again only when the day has come.
                let refused = doubts::was_refused(tx, one.id, &bound.item).await?;
                let from = if refused { from.max(one.due) } else { from };
                self.ask(tx, (one, bound), DoubtKind::Close, finding, from).await?;
                Ok(false)
            }
            _ => Ok(false),
        }
    }

    async fn ask(
        &mut self,
        tx: &mut Tx,
        (one, bound): (&Occurrence, &Bound),
        kind: DoubtKind,
        finding: Finding,
        ask_from: chrono::NaiveDate,
    ) -> anyhow::Result<()> {
        self.asked.insert((one.id, bound.item.clone(), kind));
        let doubt = Doubt {
            id: DoubtId(0),
            organisation: self.organisation.id,
            occurrence: one.id,
            item: bound.item.clone(),
            kind,
            finding,
            ask_from,
        };
        doubts::ask(tx, &doubt, self.now).await
    }

    async fn drop_moot(&self, tx: &mut Tx) -> anyhow::Result<()> {
        for doubt in doubts::list_open(tx, self.organisation.id).await? {
            if !self.asked.contains(&(doubt.occurrence, doubt.item, doubt.kind)) {
                doubts::answer(tx, doubt.id, (DoubtAnswer::Moot, None), self.now).await?;
            }
        }
        Ok(())
    }
}

/// Closes an occurrence or ticks its sub-item off with what the bot found; `true` when the occurrence has closed.
pub async fn close(
    tx: &mut Tx,
    (row, one): (&Activity, &Occurrence),
    (item, finding): (&str, &Finding),
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let found = Evidence::bot(finding).context("a finding cannot be kept")?;
    if item.is_empty() {
        let closed = occurrences::close(tx, (one.id, one.version), None, now).await?;
        if closed {
            evidence::insert(tx, (one.id, ""), &found, None, now).await?;
        }
        return Ok(closed);
    }
    evidence::insert(tx, (one.id, item), &found, None, now).await?;
    close_if_ticked(tx, row, one.id, now).await
}

/// Closes an occurrence whose last sub-item was ticked off; `true` when it has closed now.
pub async fn close_if_ticked(
    tx: &mut Tx,
    row: &Activity,
    id: OccurrenceId,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let given = evidence::list(tx, id).await?;
    let last = given.iter().filter(|given| !given.item.is_empty()).max_by_key(|given| given.at);
    let ticked = |item: &String| given.iter().any(|given| given.item == *item);
    let Some(last) = last.filter(|_| row.items.iter().all(ticked)) else {
        return Ok(false);
    };
    match occurrences::find(tx, id).await? {
        Some(one) if one.is_open() => occurrences::close(tx, (id, one.version), last.by, now).await,
        _ => Ok(false),
    }
}
