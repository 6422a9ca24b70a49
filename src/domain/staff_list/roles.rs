//! Roles in words: what positions and role columns of Russian schools say.

use crate::domain::people::Role;

/// The roles in a column that is about roles: here «куратор» alone is the programme's curator.
pub(super) fn of_role_column(text: &str) -> Vec<Role> {
    duties(text).iter().filter_map(|duty| of_duty(duty, true)).collect()
}

/// The roles that a position implies: «куратор 9Б класса» is none, «директор школы» is one.
pub(super) fn of_position(text: &str) -> Vec<Role> {
    duties(text).iter().filter_map(|duty| of_duty(duty, false)).collect()
}

/// A position may name several duties: «учитель физики, руководитель МО».
fn duties(text: &str) -> Vec<Vec<String>> {
    let lower = text.to_lowercase().replace('ё', "е").replace("и.о.", "ио ").replace("и. о.", "ио ");
    let parts = lower.split([',', ';', '/', '+', '\n', '(', ')']);
    parts
        .map(|part| {
            part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        })
        .collect()
}

/// A test of one duty, given as words in lower case; `named` where the column is about roles.
type Rule = fn(&Duty<'_>) -> bool;

struct Duty<'a> {
    words: &'a [String],
    named: bool,
}

impl Duty<'_> {
    /// Whether some word starts with one of the stems.
    fn has(&self, stems: &[&str]) -> bool {
        self.words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    }

    /// Whether some word is one of these.
    fn is(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(&word.as_str()))
    }
}

/// One rule for each role; a duty gets the first that fits, so that «заместитель директора» is no director.
const RULES: [(Role, Rule); 9] = [
    (Role::DistrictCoordinator, is_district_coordinator),
    (Role::Curator, is_curator),
    (Role::Publisher, is_publisher),
    (Role::DeputyDirector, is_deputy),
    (Role::Director, is_director),
    (Role::MethodLead, is_method_lead),
    (Role::Psychologist, |duty| duty.has(&["психолог", "psychologist"])),
    (Role::Mentee, is_mentee),
    (Role::Mentor, |duty| duty.has(&["наставник", "mentor"]) && !duty.has(&["классн"])),
];

fn of_duty(words: &[String], named: bool) -> Option<Role> {
    let duty = Duty { words, named };
    RULES.iter().find(|(_, fits)| fits(&duty)).map(|(role, _)| *role)
}

fn is_district_coordinator(duty: &Duty<'_>) -> bool {
    duty.has(&["координатор", "куратор", "coordinator"]) && duty.has(&["муниципал", "район", "окружн", "district"])
}

fn is_curator(duty: &Duty<'_>) -> bool {
    let is_alone = duty.words.len() == 1;
    duty.has(&["куратор", "curator"]) && (duty.named || is_alone || duty.has(&["наставн"]))
}

fn is_publisher(duty: &Duty<'_>) -> bool {
    let is_press = duty.has(&["пресс", "publisher"]);
    let cares = duty.named || duty.has(&["ответствен", "отв", "администратор", "редактор", "модератор", "ведение"]);
    let about = duty.has(&["сайт", "соцсет", "госпаблик", "паблик", "канал", "публикац", "новост"]);
    is_press || cares && (about || duty.has(&["социальн"]) && duty.has(&["сет"]))
}

fn is_deputy(duty: &Duty<'_>) -> bool {
    let of_head = duty.has(&["директор", "заведующ"]);
    duty.is(&["завуч", "замдиректора", "deputy"]) || duty.has(&["заместител", "зам"]) && of_head
}

/// «Директор», «и. о. директора», the head of a kindergarten; not «секретарь директора», not «заведующая столовой».
fn is_director(duty: &Duty<'_>) -> bool {
    let acting = duty.is(&["ио", "врио", "исполняющий", "исполняющая"]);
    let is_head = duty.words.first().is_some_and(|word| word == "директор" || word == "director");
    let heads_kindergarten = duty.is(&["заведующий", "заведующая"])
        && (duty.words.len() == 1
            || duty.has(&["доу", "мбдоу", "мдоу", "мкдоу", "мадоу", "детск", "учрежден", "филиал"]));
    is_head || acting && duty.has(&["директор", "заведующ"]) || heads_kindergarten
}

fn is_method_lead(duty: &Duty<'_>) -> bool {
    let leads = duty.has(&["руководител", "председател", "рук"]);
    leads && (duty.is(&["мо", "шмо", "рмо", "гмо", "умо", "пцк"]) || duty.has(&["методическ", "методобъедин"]))
}

fn is_mentee(duty: &Duty<'_>) -> bool {
    let young = duty.has(&["молод"]) && duty.has(&["специалист", "педагог", "учител"]);
    duty.has(&["наставляем", "подопечн", "mentee"]) || duty.named && (young || duty.has(&["стажер"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_imply_the_roles_that_go_with_them() {
        use Role::{Curator, DeputyDirector, Director, DistrictCoordinator, MethodLead, Psychologist, Publisher};
        let cases: [(&str, &[Role]); 25] = [
            ("Директор", &[Director]),
            ("и.о. директора школы", &[Director]),
            ("Заведующая МБДОУ № 5", &[Director]),
            ("Заместитель директора по УВР", &[DeputyDirector]),
            ("зам.директора по ВР", &[DeputyDirector]),
            ("и. о. заместителя директора", &[DeputyDirector]),
            ("завуч", &[DeputyDirector]),
            ("учитель физики, руководитель МО", &[MethodLead]),
            ("Руководитель методического объединения учителей истории", &[MethodLead]),
            ("педагог-психолог", &[Psychologist]),
            ("учитель информатики, ответственный за сайт", &[Publisher]),
            ("ответственная за ведение социальных сетей", &[Publisher]),
            ("заместитель директора; куратор наставничества", &[DeputyDirector, Curator]),
            ("муниципальный координатор", &[DistrictCoordinator]),
            ("куратор 9Б класса", &[]),
            ("секретарь директора", &[]),
            ("советник директора по воспитанию", &[]),
            ("заведующая столовой", &[]),
            ("заведующий хозяйством", &[]),
            ("руководитель физического воспитания", &[]),
            ("классный наставник", &[]),
            ("заместитель заведующей", &[DeputyDirector]),
            ("учитель начальных классов", &[]),
            ("ответственный за питание", &[]),
            ("", &[]),
        ];
        for (position, roles) in cases {
            let mut found = of_position(position);
            found.sort();
            let mut roles = roles.to_vec();
            roles.sort();
            assert_eq!(found, roles, "{position}");
        }
    }

    #[test]
    fn a_role_column_names_roles_plainly() {
        assert_eq!(of_role_column("куратор"), [Role::Curator]);
        assert_eq!(of_role_column("Наставник / руководитель ШМО"), [Role::Mentor, Role::MethodLead]);
        assert_eq!(of_role_column("наставляемый"), [Role::Mentee]);
        assert_eq!(of_role_column("молодой специалист"), [Role::Mentee]);
        assert_eq!(of_role_column("сайт и соцсети"), [Role::Publisher]);
        assert_eq!(of_role_column("mentor, psychologist"), [Role::Mentor, Role::Psychologist]);
        assert_eq!(of_role_column("завхоз"), []);
    }
}
