//! Road maps that a school can start from: TOML in our own words, read like any document.

use crate::domain::roadmap::read::{RoadMapReading, read_grid};
use crate::domain::school_year::SchoolYear;
use serde::Deserialize;

/// The seven usual stages, for a school without a document of its own.
pub const USUAL: &str = include_str!("../../../presets/roadmaps/usual.toml");

/// Why a template cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the road-map template is not readable: {0}")]
pub struct TemplateError(#[from] toml::de::Error);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
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

/// Reads a template for a school year. It becomes the table that a school would have written, and is read as one.
pub fn read_template(text: &str, year: SchoolYear) -> Result<RoadMapReading, TemplateError> {
    let template: Template = toml::from_str(text)?;
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
    Ok(read_grid(cells, year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{RUSSIA, WorkingDays};
    use crate::domain::roadmap::occurrences::occurrences;
    use crate::domain::roadmap::read::Remark;

    #[test]
    fn the_usual_road_map_leaves_nothing_to_ask() {
        let reading = read_template(USUAL, SchoolYear(2026)).unwrap();
        assert_eq!(reading.rows.len(), 15);
        assert_eq!(reading.rows.iter().map(|row| row.stage_number).max(), Some(7));
        assert!(reading.rows.iter().all(|row| !row.needs_review() && !row.result.is_empty()));
        assert_eq!(reading.notes, Vec::<Remark>::new());
        assert_eq!(reading.rows[0].items.len(), 2);
        assert_eq!(reading.rows[1].number, "1.2");
    }

    #[test]
    fn the_usual_road_map_fills_any_school_year() {
        let calendar = WorkingDays::from_preset(RUSSIA).unwrap();
        for year in [2023, 2026, 2031].map(SchoolYear) {
            let reading = read_template(USUAL, year).unwrap();
            let days: Vec<_> = reading.rows.iter().flat_map(|row| occurrences(&row.reading, year, &calendar)).collect();
            assert_eq!(days.len(), 23);
            assert!(days.iter().all(|one| year.contains(one.due) && calendar.is_working(one.due)));
        }
    }

    #[test]
    fn a_wrong_key_is_named() {
        let wrong = read_template("title = \"x\"\nstages = []", SchoolYear(2026));
        assert!(wrong.unwrap_err().to_string().contains("stages"));
    }
}
