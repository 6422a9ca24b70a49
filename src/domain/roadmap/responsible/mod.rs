//! Who answers for a row: a cell of names and posts → the people as written, each with the role it means.
//!
//! To add a post: a line in `role.rs`; if cells put it beside another post without a comma, its first word in `posts.rs`.

mod person;
mod posts;
mod role;
mod spelling;
#[cfg(test)]
mod tests;

pub use person::is_person;
use person::{begins_with_person, ends_with_person};
use posts::{parts, posts};
use role::role_of;
use serde::{Deserialize, Serialize};
use spelling::spelled_out;

coded_enum! {
    /// Who a road map makes responsible. What is none of these stays text and is asked.
    pub enum ResponsibleRole {
        Director = "director",
        DeputyDirector = "deputy_director",
        Curator = "curator",
        /// Head of a methodical association.
        MethodLead = "method_lead",
        Methodist = "methodist",
        Mentors = "mentors",
        Mentees = "mentees",
        MentorCouncil = "mentor_council",
        Psychologist = "psychologist",
        SocialTeacher = "social_teacher",
        ClassTeachers = "class_teachers",
        Teachers = "teachers",
        Administration = "administration",
        WorkingGroup = "working_group",
        SiteEditor = "site_editor",
        Clerk = "clerk",
        Union = "union",
        /// Heads of the organisations that a municipal plan names.
        OrganisationsHeads = "organisations_heads",
        MunicipalCentre = "municipal_centre",
    }
}

/// One of those responsible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsible {
    /// As the document writes it, «зам.» spelled out; a person named beside the post stays here.
    pub text: String,
    pub role: Option<ResponsibleRole>,
}

/// No school names more people in one cell, in characters. What follows is not read.
const LONGEST: usize = 2_000;

/// Splits a cell: by commas, by «и», and where one post follows another without a sign between.
pub fn responsible(cell: &str) -> Vec<Responsible> {
    let cell = cell.char_indices().nth(LONGEST).map_or(cell, |(end, _)| &cell[..end]);
    let spelled = spelled_out(cell);
    let mut found: Vec<Responsible> = Vec::new();
    for text in together(parts(&spelled).into_iter().flat_map(posts).collect()) {
        let one = Responsible { role: role_of(&text), text };
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Whether a line is the name of whoever holds the post that the line above it names alone.
pub fn names_the_holder(above: &str, line: &str) -> bool {
    let above = above.trim_end();
    let words: Vec<&str> = line.split_whitespace().collect();
    let several = matches!(
        role_of(above),
        Some(
            ResponsibleRole::Mentors
                | ResponsibleRole::Mentees
                | ResponsibleRole::MentorCouncil
                | ResponsibleRole::ClassTeachers
                | ResponsibleRole::Administration
                | ResponsibleRole::WorkingGroup
                | ResponsibleRole::Union
                | ResponsibleRole::OrganisationsHeads
        )
    );
    let plural = above.to_lowercase().starts_with("учителя");
    let open = above.is_empty() || above.ends_with([',', ';', '.', ':']);
    !open && !several && !plural && !ends_with_person(above) && begins_with_person(&words)
}

/// Puts a person beside the post that follows («Иванова А. П., куратор»), and a field beside its deputy («по УВР, ВР»).
fn together(texts: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts {
        let alone = joined.last().is_some_and(|last| is_person(last));
        let post = role_of(&text).is_some() && !ends_with_person(&text);
        let deputy = joined.last().is_some_and(|last| role_of(last) == Some(ResponsibleRole::DeputyDirector));
        let field = text.chars().count() < 6 && text.chars().all(char::is_uppercase);
        match joined.last_mut() {
            Some(last) if (alone && post) || (deputy && field) => {
                last.push_str(", ");
                last.push_str(&text);
            }
            _ => joined.push(text),
        }
    }
    joined
}
