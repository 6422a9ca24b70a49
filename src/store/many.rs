//! Many rows in few statements: what 40,000 organisations owe on one day must not be 40,000 round trips.

use super::{Engine, Tx};
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, FromRow};

/// A statement to which values are bound.
pub(super) type Statement = Query<'static, Any, AnyArguments>;

/// How many rows one statement takes. Few sizes, because each is a prepared statement.
const SIZES: [usize; 4] = [250, 32, 8, 1];
/// The most identifiers in one list: PostgreSQL would rather read a whole table than look up more.
const LONGEST: usize = 500;

/// The places of `rows` rows of `columns` values. SQLite's have no numbers: the driver asks for the name of each, and
/// SQLite goes through all that have one to find it.
fn places(engine: Engine, rows: usize, columns: usize) -> String {
    let place = |number: usize| match engine {
        Engine::Sqlite => "?".to_owned(),
        Engine::Postgres => format!("${}", number + 1),
    };
    let row = |row: usize| {
        let places: Vec<String> = (0..columns).map(|column| place(row * columns + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// Runs one statement for all rows, many at a time: `sql` writes it around the places of `columns` values a row,
/// `bind` adds the values of one row. Returns how many rows it touched. Places are all that may be put into the text.
pub(super) async fn execute<T: Sync>(
    tx: &mut Tx,
    (rows, columns): (&[T], usize),
    sql: impl Fn(&str) -> String,
    bind: impl Fn(Statement, &T) -> Statement,
) -> anyhow::Result<u64> {
    let engine = Engine::of(tx);
    let (mut rest, mut touched) = (rows, 0);
    while let Some(size) = SIZES.into_iter().find(|size| *size <= rest.len()) {
        let (portion, after) = rest.split_at(size);
        let statement = sqlx::query(sqlx::AssertSqlSafe(sql(&places(engine, size, columns))));
        let statement = portion.iter().fold(statement, &bind);
        touched += statement.execute(&mut **tx).await?.rows_affected();
        rest = after;
    }
    Ok(touched)
}

/// «… is one of them», to be put behind a column: place `$place` holds a text by [`lists`]. One value for all of
/// them, so that one prepared statement serves every length.
pub(super) fn among(engine: Engine, place: usize) -> String {
    match engine {
        Engine::Sqlite => format!("IN (SELECT value FROM json_each(${place}))"),
        Engine::Postgres => format!("= ANY(CAST(${place} AS BIGINT[]))"),
    }
}

/// Identifiers in texts for [`among`], of a bounded length each.
pub(super) fn lists(engine: Engine, ids: &[i64]) -> Vec<String> {
    let (opening, closing) = match engine {
        Engine::Sqlite => ('[', ']'),
        Engine::Postgres => ('{', '}'),
    };
    let text = |ids: &[i64]| {
        let numbers: Vec<String> = ids.iter().map(i64::to_string).collect();
        format!("{opening}{}{closing}", numbers.join(","))
    };
    ids.chunks(LONGEST).map(text).collect()
}

/// Reads the rows whose identifier is among these: `head` is the query up to and with the column.
pub(super) async fn select<R>(
    conn: &mut AnyConnection,
    head: &str,
    ids: impl IntoIterator<Item = i64>,
) -> anyhow::Result<Vec<R>>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let engine = Engine::of(conn);
    let ids: Vec<i64> = ids.into_iter().collect();
    let sql = format!("{head} {}", among(engine, 1));
    let mut found = Vec::with_capacity(ids.len());
    for list in lists(engine, &ids) {
        found.extend(sqlx::query_as(sqlx::AssertSqlSafe(sql.clone())).bind(list).fetch_all(&mut *conn).await?);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_numbered_row_by_row_where_numbers_cost_nothing() {
        assert_eq!(places(Engine::Postgres, 2, 3), "($1, $2, $3), ($4, $5, $6)");
        assert_eq!(places(Engine::Sqlite, 2, 3), "(?, ?, ?), (?, ?, ?)");
    }

    #[test]
    fn lists_hold_everything_in_the_words_of_each_database() {
        assert!(lists(Engine::Sqlite, &[]).is_empty());
        assert_eq!(lists(Engine::Sqlite, &[7, -9]), ["[7,-9]"]);
        assert_eq!(lists(Engine::Postgres, &[7, -9]), ["{7,-9}"]);
        let many: Vec<i64> = (0..600).collect();
        assert_eq!(lists(Engine::Sqlite, &many).len(), 2);
    }
}
