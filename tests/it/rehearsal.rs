//! A whole year, rehearsed: the curator finds out beforehand what would be sent to whom.

use nastavnik::domain::school_year::SchoolYear;
use nastavnik::play::rehearsal::{RehearsalOptions, Rehearsed, What, in_words, rehearse};
use nastavnik::text::Locale;

async fn year_of(staff: usize) -> Rehearsed {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("year.sqlite").display());
    let options = RehearsalOptions { road_map: None, staff, year: SchoolYear(2026), seed: 7, database };
    rehearse(&options).await.unwrap()
}

/// Everybody answers, everybody is answered, and each reminder comes once, on its day, in the daytime.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_year_with_a_staff_of_twenty() {
    let year = year_of(20).await;
    let summary = &year.summary;
    assert_eq!(summary.people, 20);
    assert!(summary.responses > 5, "{summary:?}");
    assert_eq!(year.unsent, 0, "{summary:?}");
    assert!(summary.pairs > 0, "{summary:?}");
    assert!(summary.occurrences > 20, "{summary:?}");
    let reminders = summary.reminders;
    assert!(reminders.due > summary.occurrences, "{summary:?}");
    assert_eq!(reminders.sent, reminders.due - reminders.obsolete, "{summary:?}");
    assert_eq!((reminders.late, reminders.duplicate, reminders.in_quiet_hours), (0, 0, 0), "{summary:?}");
    assert!(summary.posts.sent > 3, "{summary:?}");
    assert_eq!(summary.posts.duplicate, 0, "{summary:?}");
    assert_eq!(summary.unanswered, 0, "{summary:?}");
    assert_the_diary_tells_the_year(&year);
}

fn assert_the_diary_tells_the_year(year: &Rehearsed) {
    let times = |what| year.diary.iter().filter(move |entry| entry.what == what);
    assert_eq!(times(What::Post).count(), year.summary.posts.sent - 1);
    assert_eq!(times(What::PairsAnnounced).count(), 1);
    assert!(times(What::Digest).all(|entry| !entry.to.is_empty()));
    assert!(year.diary.is_sorted_by_key(|entry| entry.on));
    for locale in [Locale::Ru, Locale::En] {
        let words = in_words(locale, year);
        assert!(words.contains(&year.summary.reminders.sent.to_string()), "{words}");
    }
}
