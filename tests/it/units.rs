//! Units of work: kept whole or not at all, on both engines, alone and in a crowd.

use crate::school::{TestSchool, stories};
use futures::FutureExt;
use nastavnik::domain::ids::OrganisationId;
use nastavnik::store::{UnitPanicked, marks};

/// Marks a job as done for an organisation, then goes on as told.
async fn mark(school: &TestSchool, number: i64, then: fn() -> anyhow::Result<()>) -> anyhow::Result<()> {
    school
        .app
        .db
        .write(move |tx| {
            async move {
                marks::set_once(tx, "unit", OrganisationId(number), "done").await?;
                then()
            }
            .boxed()
        })
        .await
}

async fn is_marked(school: &TestSchool, number: i64) -> bool {
    let mut reader = school.app.db.read().await.unwrap();
    marks::find(&mut reader, "unit", OrganisationId(number)).await.unwrap().is_some()
}

stories! {
    async fn a_failed_unit_leaves_nothing(school: TestSchool) {
        mark(&school, 1, || Ok(())).await.unwrap();
        mark(&school, 2, || anyhow::bail!("no")).await.unwrap_err();
        assert!(is_marked(&school, 1).await && !is_marked(&school, 2).await);
    }

    async fn f06_a_panic_undoes_its_own_unit_only(school: TestSchool) {
        let (good, bad, also_good) =
            futures::join!(mark(&school, 1, || Ok(())), mark(&school, 2, || panic!("a fault")), mark(&school, 3, || Ok(())));
        assert!(good.is_ok() && also_good.is_ok());
        assert!(bad.unwrap_err().downcast_ref::<UnitPanicked>().is_some());
        assert!(is_marked(&school, 1).await && !is_marked(&school, 2).await && is_marked(&school, 3).await);
    }

    async fn a_crowd_is_kept_and_its_failures_are_not(school: TestSchool) {
        let units = (0..200).map(|number| {
            mark(&school, number, if number % 7 == 0 { || anyhow::bail!("no") } else { || Ok(()) })
        });
        futures::future::join_all(units).await;
        for number in 0..200 {
            assert_eq!(is_marked(&school, number).await, number % 7 != 0, "{number}");
        }
    }
}
