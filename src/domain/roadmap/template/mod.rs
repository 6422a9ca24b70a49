//! Road maps that a school can start from: TOML in our own words, read like any document.

use crate::domain::people::OrganisationKind;
use crate::domain::roadmap::read::{RoadMapReading, read_grid};
use crate::domain::school_year::SchoolYear;
use serde::Deserialize;

/// The built-in templates; each says for which kind of organisation it is, and every kind has one.
const BUILTIN: &[&str] = &[
    include_str!("../../../../presets/roadmaps/school.toml"),
    include_str!("../../../../presets/roadmaps/kindergarten.toml"),
    include_str!("../../../../presets/roadmaps/additional.toml"),
    include_str!("../../../../presets/roadmaps/municipal.toml"),
];

/// Why a template cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    #[error("the road-map template is not readable: {0}")]
    Unreadable(#[from] toml::de::Error),
    #[error("there is no road-map template for the kind {0}")]
    Missing(OrganisationKind),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    kind: OrganisationKind,
    title: String,
    stage: Vec<Stage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    title: String,
    activity: Vec<Activity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Activity {
    name: String,
    #[serde(default)]
    items: Vec<String>,
    term: String,
    responsible: String,
    #[serde(default)]
    result: String,
}

/// Reads the template of a kind for a school year.
pub fn read_template(kind: OrganisationKind, year: SchoolYear) -> Result<RoadMapReading, TemplateError> {
    for text in BUILTIN {
        let template: Template = toml::from_str(text)?;
        if template.kind == kind {
            return Ok(as_document(template, year));
        }
    }
    Err(TemplateError::Missing(kind))
}

/// It becomes the table that an organisation would have written, and is read as one.
fn as_document(template: Template, year: SchoolYear) -> RoadMapReading {
    let heading = ["№", "Этап", "Мероприятие", "Содержание", "Срок", "Ответственный", "Результат"].map(str::to_owned);
    let mut cells = vec![vec![template.title], heading.to_vec()];
    for (stage, number) in template.stage.into_iter().zip(1..) {
        let (mut number, mut title): (String, String) = (format!("{number}."), stage.title);
        for activity in stage.activity {
            let items: Vec<String> = activity.items.iter().map(|item| format!("- {item}")).collect();
            let (number, title) = (std::mem::take(&mut number), std::mem::take(&mut title));
            cells.push(vec![
                number,
                title,
                activity.name,
                items.join("\n"),
                activity.term,
                activity.responsible,
                activity.result,
            ]);
        }
    }
    read_grid(cells, year)
}

#[cfg(test)]
mod tests;
