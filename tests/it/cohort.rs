//! Two mentors and two mentees, and what their stories do again and again.

use crate::founded::{Founded, decides, found, hire, many, one, sends_answers};
use crate::school::TestSchool;
use nastavnik::domain::consent::ConsentDecision::Given;
use nastavnik::domain::consent::ConsentKind::{ExtraDuties, PersonalData};
use nastavnik::domain::ids::{OrganisationId, PersonId};
use nastavnik::domain::questionnaire::Answer;
use nastavnik::jobs;
use nastavnik::sandbox::UserId;

/// Two mentors and two mentees: mathematics belongs to mathematics, physics to physics.
pub(crate) struct Staff {
    pub(crate) seven: Founded,
    pub(crate) olga: UserId,
    pub(crate) ivanova: (UserId, PersonId),
    pub(crate) sidorova: (UserId, PersonId),
    pub(crate) petrov: (UserId, PersonId),
    pub(crate) kim: (UserId, PersonId),
}

pub(crate) async fn staffed(school: &TestSchool) -> Staff {
    let seven = found(school).await;
    let org = seven.organisation;
    let ivanova = hire(school, org, ("Иванова Мария Петровна", "учитель математики"), &[]).await;
    let sidorova = hire(school, org, ("Сидорова Анна Андреевна", "учитель физики"), &[]).await;
    let petrov = hire(school, org, ("Петров Иван Сергеевич", "учитель математики"), &[]).await;
    let kim = hire(school, org, ("Ким Виктор Олегович", "учитель физики"), &[]).await;
    offers(school, (org, ivanova.1), ("mathematics", "discipline")).await;
    offers(school, (org, sidorova.1), ("physics", "assessment")).await;
    requests(school, (org, petrov.1), ("mathematics", "discipline")).await;
    requests(school, (org, kim.1), ("physics", "assessment")).await;
    let olga = seven.curator;
    Staff { seven, olga, ivanova, sidorova, petrov, kim }
}

fn tuesday() -> Answer {
    Answer::Grid(vec![("tue".to_owned(), "afternoon".to_owned())])
}

/// Takes one mentee and gives every consent but to be named.
async fn offers(school: &TestSchool, whose: (OrganisationId, PersonId), (subject, helps): (&str, &str)) {
    decides(school, whose.1, &[PersonalData, ExtraDuties], Given).await;
    let given = [
        ("levels", many(&["basic"])),
        ("subjects", many(&[subject])),
        ("helps_with", many(&[helps, "lesson"])),
        ("capacity", one("one")),
        ("slots", tuesday()),
    ];
    sends_answers(school, whose, "mentor", &given).await;
}

async fn requests(school: &TestSchool, whose: (OrganisationId, PersonId), (subject, hard): (&str, &str)) {
    decides(school, whose.1, &[PersonalData], Given).await;
    let given = [
        ("levels", many(&["basic"])),
        ("subjects", many(&[subject])),
        ("difficulties", many(&[hard])),
        ("slots", tuesday()),
    ];
    sends_answers(school, whose, "mentee", &given).await;
}

pub(crate) async fn presses(school: &TestSchool, user: UserId, labels: &[&str]) {
    for label in labels {
        school.presses(user, label).await;
    }
}

pub(crate) async fn matches(school: &TestSchool, olga: UserId) {
    school.says(olga, "/menu").await;
    presses(school, olga, &["Подобрать пары", "Подобрать →"]).await;
}

pub(crate) async fn asks_all(school: &TestSchool, staff: &Staff) {
    matches(school, staff.olga).await;
    presses(school, staff.olga, &["Спросить всех (2)", "Спросить всех (2)"]).await;
}

/// Everybody is asked and says yes.
pub(crate) async fn all_agree(school: &TestSchool, staff: &Staff) {
    asks_all(school, staff).await;
    for (user, _) in [staff.ivanova, staff.petrov, staff.sidorova, staff.kim] {
        school.presses(user, "Согласен(на)").await;
    }
}

/// The curator enters order 45-к of today.
pub(crate) async fn orders(school: &TestSchool, olga: UserId, last: &str) {
    school.says(olga, "/menu").await;
    presses(school, olga, &["Пары", "Внести приказ (2)", "Дальше →"]).await;
    school.says(olga, "№ 45-к").await;
    presses(school, olga, &["Сегодня, 1 сентября", last]).await;
}

pub(crate) fn posts(school: &TestSchool, staff: &Staff) -> Vec<String> {
    let posts = school.sandbox.messages(staff.seven.channel);
    posts.into_iter().map(|post| post.text.replace('\u{a0}', " ")).collect()
}

pub(crate) fn sees(school: &TestSchool, user: UserId, words: &str) {
    let chat = school.chat(user);
    assert!(chat.contains(words), "«{words}» is not in\n{chat}");
}

/// The morning of a day of September 2026 in Moscow, with the jobs that are due.
pub(crate) async fn morning(school: &TestSchool, day: u32) {
    let moment = format!("2026-09-{day:02}T06:00:30Z");
    school.clock.advance_to(moment.parse().unwrap());
    for _ in 0..2 {
        // Twice: the second run must change nothing.
        jobs::run_due(&school.app).await.unwrap();
        school.settle().await;
    }
}

pub(crate) fn count(school: &TestSchool, user: UserId, words: &str) -> usize {
    school.chat(user).matches(words).count()
}
