//! What the bot itself knows of a programme: one function for each [`Fact`], numbers and orders only.

mod changes;
mod forms;
mod news;
mod pairs;

pub use changes::{forget, list_changed, touch};
pub(in crate::store) use changes::{touch_of_pair, touch_of_person, touch_of_post, touch_of_response};

use super::organisations::Organisation;
use super::road_maps;
use crate::domain::roadmap::binding::{Fact, Finding, Window};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// How a fact stands in the organisation's school year; news only in the days of `window`. `None` while it is true of
/// nobody.
pub async fn find(
    conn: &mut AnyConnection,
    organisation: &Organisation,
    (fact, window): (Fact, Window),
) -> anyhow::Result<Option<Finding>> {
    match fact {
        Fact::RoadMap => {
            let found = road_maps::find(conn, organisation.id, organisation.school_year).await?;
            Ok(found.and_then(|map| Finding::new(fact, (1, 0), Some(organisation.today(map.loaded_at)))))
        }
        Fact::MenteeForms | Fact::MenteeBank => forms::find(conn, organisation, (fact, "mentee")).await,
        Fact::MentorForms | Fact::MentorBank => forms::find(conn, organisation, (fact, "mentor")).await,
        Fact::PairsAgreed => pairs::agreed(conn, organisation).await,
        Fact::PairConsents => pairs::consents(conn, organisation).await,
        Fact::PairsOrdered => pairs::ordered(conn, organisation).await,
        Fact::PairsCompleted => pairs::completed(conn, organisation).await,
        Fact::NewsOut => news::find(conn, organisation, window).await,
    }
}

/// The facts of one organisation, each looked up once.
pub struct Known<'o> {
    organisation: &'o Organisation,
    found: HashMap<(Fact, Window), Option<Finding>>,
}

impl<'o> Known<'o> {
    pub fn new(organisation: &'o Organisation) -> Self {
        Self { organisation, found: HashMap::new() }
    }

    /// How a fact stands.
    pub async fn get(
        &mut self,
        conn: &mut AnyConnection,
        fact: Fact,
        window: Window,
    ) -> anyhow::Result<Option<Finding>> {
        // Only news are looked up by their days; the rest is looked at afterwards.
        let key = (fact, if fact == Fact::NewsOut { window } else { Window::default() });
        if let Some(known) = self.found.get(&key) {
            return Ok(known.clone());
        }
        let found = find(conn, self.organisation, key).await?;
        self.found.insert(key, found.clone());
        Ok(found)
    }
}
