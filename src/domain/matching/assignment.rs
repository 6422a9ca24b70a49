//! The assignment itself: whole numbers in, the best choice of a mentor for every mentee out.
//!
//! Successive shortest augmenting paths over a dense matrix (Jonker and Volgenant's way), with two things built
//! in rather than bolted on: a mentor takes several mentees, each further one dearer by the same step, and
//! nobody has to be matched — a last column, "stays without a mentor", has room for all at a price above any
//! sum of scores. So the number of people matched always comes before the score.

use super::search::Search;

/// The score of a couple that may not be.
pub const FORBIDDEN: i32 = i32::MIN;

/// Room for mentees at one mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// How many more mentees fit.
    pub left: u32,
    /// How many the mentor has already: where the price of a further one starts.
    pub held: u32,
}

/// Who may be matched with whom, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// One entry for each mentor.
    pub rooms: Vec<Room>,
    pub mentees: usize,
    /// One row for each mentee: the score with each mentor, or [`FORBIDDEN`].
    pub scores: Vec<i32>,
    /// What each mentee that a mentor already has takes off the score of the next one. Never negative.
    pub step: u32,
}

/// For each mentee the index of the mentor, or `None`.
///
/// The number of mentees with a mentor is the greatest possible; among such choices the sum of scores, less the
/// price of shared mentors, is the greatest possible. Equal problems have equal answers.
pub fn assign(problem: &Problem) -> Vec<Option<usize>> {
    let mentors = problem.rooms.len();
    if mentors == 0 {
        return vec![None; problem.mentees];
    }
    let mut search = Search::new(problem);
    for mentee in 0..problem.mentees {
        search.add(mentee);
    }
    search.chosen.into_iter().map(|column| (column < mentors).then_some(column)).collect()
}
