//! The search for the cheapest way to give one more mentee a mentor. Rows are mentees, columns are mentors and,
//! last, nobody.

use super::assignment::{FORBIDDEN, Problem};

/// Reduced costs stay at or above zero for every couple, which is the proof that the choice so far is optimal:
/// `cost − price_of_row − price_of_column ≥ 0`, with equality for chosen couples. The price of a row is implied.
pub(super) struct Search {
    columns: usize,
    costs: Vec<i64>,
    step: i64,
    /// Duals of the columns.
    price: Vec<i64>,
    /// What it costs to end in this column: its price and its step; `CLOSED` when it is full.
    toll: Vec<i64>,
    left: Vec<u32>,
    held: Vec<i64>,
    /// For each row its column; the last column is nobody.
    pub(super) chosen: Vec<usize>,
    /// The rows that chose each column.
    guests: Vec<Vec<usize>>,
    distance: Vec<i64>,
    /// `distance` of columns that are still open to the search, `CLOSED` for the others.
    open: Vec<i64>,
    came_from: Vec<usize>,
    /// The cheapest column to end in so far, and the cost of ending there.
    end: (usize, i64),
    visited: Vec<usize>,
}

const CLOSED: i64 = i64::MAX / 4;
const NOWHERE: usize = usize::MAX;

impl Search {
    pub(super) fn new(problem: &Problem) -> Self {
        let columns = problem.rooms.len() + 1;
        let step = i64::from(problem.step);
        let held: Vec<i64> = problem.rooms.iter().map(|room| i64::from(room.held)).chain([0]).collect();
        let left: Vec<u32> = problem.rooms.iter().map(|room| room.left).chain([u32::MAX]).collect();
        let toll = left.iter().zip(&held).map(|(&left, &held)| if left == 0 { CLOSED } else { held * step }).collect();
        let mut search = Self {
            columns,
            costs: Vec::new(),
            step,
            price: vec![0; columns],
            toll,
            left,
            held,
            chosen: vec![NOWHERE; problem.mentees],
            guests: vec![Vec::new(); columns],
            distance: vec![0; columns],
            open: vec![0; columns],
            came_from: vec![0; columns],
            end: (NOWHERE, CLOSED),
            visited: Vec::new(),
        };
        search.costs = search.price_list(problem);
        search
    }

    /// Costs are scores turned round; staying alone costs more than any rearrangement could bring.
    fn price_list(&self, problem: &Problem) -> Vec<i64> {
        // A count of things in memory fits `i64`.
        let mentees = i64::try_from(problem.mentees).unwrap_or(i64::MAX);
        let allowed = || problem.scores.iter().filter(|score| **score != FORBIDDEN).map(|score| i64::from(*score));
        let widest = allowed().max().unwrap_or(0).abs().max(allowed().min().unwrap_or(0).abs());
        let busiest = self.held.iter().max().unwrap_or(&0) + mentees;
        let alone = (2 * widest + self.step * busiest + 1) * (mentees + 1);
        let mut costs = Vec::with_capacity(problem.mentees * self.columns);
        for row in problem.scores.chunks_exact(self.columns - 1) {
            costs.extend(row.iter().map(|&score| if score == FORBIDDEN { CLOSED } else { -i64::from(score) }));
            costs.push(alone);
        }
        costs
    }

    /// Gives one more mentee the best place, moving others where that is better for all.
    pub(super) fn add(&mut self, mentee: usize) {
        self.distance.fill(CLOSED);
        self.open.fill(CLOSED);
        self.visited.clear();
        self.end = (NOWHERE, CLOSED);
        self.look_from(mentee, 0);
        loop {
            let (next, nearest) = least(&self.open);
            if nearest >= self.end.1 {
                break;
            }
            self.visited.push(next);
            self.open[next] = CLOSED;
            for guest in 0..self.guests[next].len() {
                let row = self.guests[next][guest];
                self.look_from(row, nearest - self.costs[row * self.columns + next] + self.price[next]);
            }
        }
        let (end, total) = self.end;
        for visited in 0..self.visited.len() {
            let column = self.visited[visited];
            self.price[column] += self.distance[column] - total;
            self.set_toll(column);
        }
        self.move_along(mentee, end);
    }

    /// Finds shorter ways to every column through one row, and from there to the end.
    fn look_from(&mut self, row: usize, base: i64) {
        let costs = &self.costs[row * self.columns..][..self.columns];
        let fields = costs.iter().zip(&self.price).zip(&mut self.distance).zip(&mut self.open).enumerate();
        for (column, (((cost, price), distance), open)) in fields {
            let way = base + cost - price;
            if way < *distance {
                *distance = way;
                *open = way;
                self.came_from[column] = row;
                let total = way + self.toll[column];
                if total < self.end.1 {
                    self.end = (column, total);
                }
            }
        }
    }

    fn set_toll(&mut self, column: usize) {
        let free = self.left[column] > 0;
        self.toll[column] = if free { self.price[column] + self.held[column] * self.step } else { CLOSED };
    }

    fn move_along(&mut self, mentee: usize, end: usize) {
        self.left[end] -= 1;
        self.held[end] += i64::from(end + 1 < self.columns);
        self.set_toll(end);
        let mut column = end;
        loop {
            let row = self.came_from[column];
            self.guests[column].push(row);
            let before = std::mem::replace(&mut self.chosen[row], column);
            if row == mentee {
                return;
            }
            self.guests[before].retain(|guest| *guest != row);
            column = before;
        }
    }
}

/// The first of the least values and its index. Four running minima let the processor work on four at a time.
fn least(values: &[i64]) -> (usize, i64) {
    let mut minima = [i64::MAX; 4];
    let quads = values.chunks_exact(4);
    let rest = quads.remainder().iter().copied().min().unwrap_or(i64::MAX);
    for quad in quads {
        for (minimum, &value) in minima.iter_mut().zip(quad) {
            *minimum = value.min(*minimum);
        }
    }
    let nearest = minima.into_iter().fold(rest, i64::min);
    (values.iter().position(|value| *value == nearest).unwrap_or(NOWHERE), nearest)
}
