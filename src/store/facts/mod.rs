//! What the bot itself knows of a programme: one function for each [`Fact`], numbers and orders only.

mod changes;
mod forms;
mod news;
mod pairs;

pub use changes::{forget, list_changed, touch};
pub(in crate::store) use changes::{touch_of_pair, touch_of_person, touch_of_post, touch_of_response};

use super::organisations::Organisation;
use super::road_maps;
use crate::domain::ids::PairId;
use crate::domain::roadmap::binding::{Fact, Finding, Window};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// What is asked of the bot's knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Asked {
    pub fact: Fact,
    /// The days that count.
    pub window: Window,
    /// The one pair that an occurrence belongs to.
    pub pair: Option<PairId>,
}

impl Asked {
    /// As it is looked up: only news have their days looked up, only the end of a programme its pair; the rest is
    /// looked at afterwards, or is the same for everybody.
    fn plain(self) -> Self {
        let window = if self.fact == Fact::NewsOut { self.window } else { Window::default() };
        Self { window, pair: self.pair.filter(|_| self.fact == Fact::PairsCompleted), ..self }
    }
}

/// How a fact stands in the organisation's school year. `None` while it is true of nobody.
pub async fn find(
    conn: &mut AnyConnection,
    organisation: &Organisation,
    asked: Asked,
) -> anyhow::Result<Option<Finding>> {
    let fact = asked.fact;
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
        Fact::PairsCompleted => pairs::completed(conn, organisation, asked.pair).await,
        Fact::NewsOut => news::find(conn, organisation, asked.window).await,
    }
}

/// The facts of one organisation, each looked up once.
pub struct Known<'o> {
    organisation: &'o Organisation,
    found: HashMap<Asked, Option<Finding>>,
}

impl<'o> Known<'o> {
    pub fn new(organisation: &'o Organisation) -> Self {
        Self { organisation, found: HashMap::new() }
    }

    /// How a fact stands.
    pub async fn get(&mut self, conn: &mut AnyConnection, asked: Asked) -> anyhow::Result<Option<Finding>> {
        let asked = asked.plain();
        if let Some(known) = self.found.get(&asked) {
            return Ok(known.clone());
        }
        let found = find(conn, self.organisation, asked).await?;
        self.found.insert(asked, found.clone());
        Ok(found)
    }
}
