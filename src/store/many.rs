//! Many rows in few statements: what 40,000 organisations owe on one day must not be 40,000 round trips.

use super::Tx;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, FromRow};

/// A statement to which values are bound.
pub(super) type Statement = Query<'static, Any, AnyArguments>;

/// How many rows one statement takes. Few sizes, because each is a prepared statement.
const SIZES: [usize; 4] = [250, 32, 8, 1];
/// The most that pays on SQLite: the driver asks for each parameter's name, which SQLite looks up by going through
/// all of them, so a statement costs the square of its places. PostgreSQL counts round trips instead.
const MOST_ON_SQLITE: usize = 32;
/// How many identifiers the longest list in a query holds.
pub(super) const LONGEST: usize = 250;
/// How many identifiers one list holds; shorter ones are filled up with their last one.
const LISTS: [usize; 3] = [1, 16, LONGEST];

/// `($3, $4), ($5, $6)`: places for `rows` rows of `columns` values, the first one `$first`.
pub(super) fn places(rows: usize, columns: usize, first: usize) -> String {
    let row = |row: usize| {
        let places: Vec<String> = (0..columns).map(|column| format!("${}", first + row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// Runs one statement for all rows, many at a time: `sql` writes it for a number of rows, `bind` adds the values of
/// one row. Returns how many rows it touched. Numbers of places are all that may be put into the text.
pub(super) async fn execute<T: Sync>(
    tx: &mut Tx,
    rows: &[T],
    sql: impl Fn(usize) -> String,
    bind: impl Fn(Statement, &T) -> Statement,
) -> anyhow::Result<u64> {
    let (mut rest, mut touched) = (rows, 0);
    let most = if tx.backend_name() == "SQLite" { MOST_ON_SQLITE } else { SIZES[0] };
    while let Some(size) = SIZES.into_iter().find(|size| *size <= rest.len().min(most)) {
        let (portion, after) = rest.split_at(size);
        let statement = sqlx::query(sqlx::AssertSqlSafe(sql(size)));
        let statement = portion.iter().fold(statement, &bind);
        touched += statement.execute(&mut **tx).await?.rows_affected();
        rest = after;
    }
    Ok(touched)
}

/// Reads the rows whose identifier is among these: `head` is the query up to and without `IN (…)`.
pub(super) async fn select<R>(
    conn: &mut AnyConnection,
    head: &str,
    ids: impl IntoIterator<Item = i64>,
) -> anyhow::Result<Vec<R>>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let ids: Vec<i64> = ids.into_iter().collect();
    let mut found = Vec::with_capacity(ids.len());
    for list in lists(&ids) {
        let sql = format!("{head} IN {}", places(1, list.len(), 1));
        let query = list.iter().fold(sqlx::query_as(sqlx::AssertSqlSafe(sql)), |query, id| query.bind(*id));
        found.extend(query.fetch_all(&mut *conn).await?);
    }
    Ok(found)
}

/// What can be read of rows, given with their identifiers. One that cannot is left out and noted: its trouble must not
/// silence the others.
pub(super) fn readable<R, T>(
    what: &'static str,
    rows: impl IntoIterator<Item = (i64, R)>,
    read: impl Fn(R) -> anyhow::Result<T>,
) -> Vec<T> {
    sorted_out(what, rows, read).0
}

/// The same, with the identifiers of those that cannot be read.
pub(super) fn sorted_out<R, T>(
    what: &'static str,
    rows: impl IntoIterator<Item = (i64, R)>,
    read: impl Fn(R) -> anyhow::Result<T>,
) -> (Vec<T>, Vec<i64>) {
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    for (id, row) in rows {
        match read(row) {
            Ok(one) => found.push(one),
            Err(error) => {
                tracing::error!(what, id, error = format!("{error:#}"), "a record cannot be read");
                unreadable.push(id);
            }
        }
    }
    (found, unreadable)
}

/// Identifiers in lists of few lengths, so that few statements serve all queries.
pub(super) fn lists(ids: &[i64]) -> Vec<Vec<i64>> {
    let fill = |portion: &[i64]| {
        let length = LISTS.into_iter().find(|length| portion.len() <= *length).unwrap_or(LONGEST);
        let last = portion.last().copied().unwrap_or_default();
        let mut filled = portion.to_vec();
        filled.resize(length, last);
        filled
    };
    ids.chunks(LONGEST).map(fill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_numbered_row_by_row() {
        assert_eq!(places(2, 3, 2), "($2, $3, $4), ($5, $6, $7)");
    }

    #[test]
    fn lists_have_few_lengths_and_hold_everything() {
        assert!(lists(&[]).is_empty());
        assert_eq!(lists(&[7]), [vec![7]]);
        let two = lists(&[7, 9]);
        assert_eq!((two[0].len(), two[0][15]), (16, 9));
        let many: Vec<i64> = (0..600).collect();
        let split = lists(&many);
        assert_eq!(split.iter().map(Vec::len).collect::<Vec<_>>(), [250, 250, 250]);
        assert_eq!(split[2][99], 599);
    }
}
