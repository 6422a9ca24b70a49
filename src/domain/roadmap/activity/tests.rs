//! What a row means, and what is asked about it.

use super::*;
use crate::domain::calendar::russia;

pub(crate) fn row(term: &str) -> Activity {
    Activity {
        id: ActivityId(1),
        organisation: OrganisationId(1),
        school_year: SchoolYear(2026),
        position: 1,
        stage: String::new(),
        heading: "приказ".to_owned(),
        activity: "приказ".to_owned(),
        items: Vec::new(),
        term_text: term.to_owned(),
        term_own: String::new(),
        term_choice: TermChoice::AsRead,
        responsible_text: String::new(),
        duty: Duty::default(),
        result: String::new(),
        version: 1,
    }
}

#[test]
fn a_doubtful_term_is_planned_only_after_it_is_settled() {
    let mut doubtful = row("в начале сентября");
    assert!(matches!(doubtful.question(russia()), Some(Question::Term(_))));
    assert_eq!(doubtful.planned(russia()), []);
    doubtful.term_own = "до 15 сентября".to_owned();
    assert_eq!(doubtful.question(russia()), None);
    assert_eq!(doubtful.planned(russia())[0].due.to_string(), "2026-09-15");
}

#[test]
fn weekly_work_in_some_months_of_this_year_is_not_of_another() {
    for phrase in
        ["1 раз в неделю (октябрь – декабрь)", "с октября по апрель по пятницам", "еженедельно с сентября по май"]
    {
        assert_eq!(row(phrase).question(russia()), None, "{phrase}");
        assert_eq!(row(phrase).planned(russia()), [], "{phrase}");
    }
    assert_eq!(row("еженедельно, октябрь – декабрь 2023").question(russia()), Some(Question::OtherYear));
}

#[test]
fn a_day_of_the_week_is_rolled_as_one() {
    let rolled =
        Activity { term_choice: TermChoice::Rolled, ..row("последняя пятница мая 2023 г.") };
    assert_eq!(rolled.planned(russia())[0].official_due.to_string(), "2027-05-28");
}

#[test]
fn each_kind_of_term_has_its_reminders() {
    for (term, kind) in [
        ("сентябрь", ReminderKind::Deadline),
        ("до 15 сентября", ReminderKind::Deadline),
        ("май, ежегодно", ReminderKind::Deadline),
        ("октябрь – декабрь", ReminderKind::Range),
        ("ежемесячно", ReminderKind::Monthly),
        ("ежеквартально", ReminderKind::Quarterly),
        ("два раза в год", ReminderKind::SeveralTimes),
        ("в течение учебного года", ReminderKind::YearLong),
        ("еженедельно", ReminderKind::YearLong),
        ("ежегодно, по плану СКИРО ПК и ПРО", ReminderKind::ExternalPlan),
        ("постоянно", ReminderKind::Continuous),
        ("по завершению персонализированной программы", ReminderKind::ProgrammeEnd),
        ("по мере необходимости", ReminderKind::Never),
        ("", ReminderKind::Never),
        ("в начале сентября", ReminderKind::Never),
    ] {
        assert_eq!(row(term).reminder_kind(russia()), kind, "{term}");
    }
    let window = row("октябрь – декабрь");
    let due = window.planned(russia())[0].official_due;
    assert_eq!(window.window_start(due, russia()).unwrap().to_string(), "2026-10-01");
}

#[test]
fn a_term_of_another_year_can_be_moved_to_this_one() {
    let rolled = |term: &str| {
        let row = Activity { term_choice: TermChoice::Rolled, ..row(term) };
        assert_eq!(row.question(russia()), None, "{term}");
        row.planned(russia()).iter().map(|one| one.due.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(rolled("Апрель 2022"), ["2027-04-30"]);
    assert_eq!(rolled("до 01.05.2022 г."), ["2027-04-30"]);
    assert_eq!(rolled("Август – Сентябрь 2022"), ["2026-09-30"]);
}

#[test]
fn every_row_without_a_day_is_either_clear_or_asked() {
    let asked = |term: &str| row(term).question(russia());
    assert_eq!(asked("постоянно"), None);
    assert_eq!(asked("по завершению персонализированной программы наставничества"), None);
    assert_eq!(asked("В течение учебного года"), None);
    assert_eq!(asked("еженедельно"), None);
    assert_eq!(asked(""), Some(Question::NoTerm));
    assert_eq!(asked("Апрель 2022"), Some(Question::OtherYear));
    let without = Activity { term_choice: TermChoice::Without, ..row("чёрт знает когда") };
    assert_eq!((without.question(russia()), without.planned(russia()).len()), (None, 0));
}

#[test]
fn the_mark_of_an_item_hangs_on_its_words_alone() {
    assert_eq!(item_mark("план работы"), item_mark("план работы"));
    assert_ne!(item_mark("приказ о кураторе"), item_mark("приказ о парах"));
    assert_eq!(item_mark(""), 0x811c_9dc5);
    assert_eq!(item_mark("a"), 0xe40c_292c, "a button of last week still means its item");
}
