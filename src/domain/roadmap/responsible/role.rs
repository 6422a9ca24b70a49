//! A post → its role.

use super::ResponsibleRole as R;
use super::spelling::fold;

/// One rule: every group must have a word in the post. A word is matched by its beginning; `=` asks for the whole
/// word, `^` for the first word of the post. The first rule that fits decides.
type Rule = (&'static [&'static [&'static str]], R);

const SCHOOLS: &[&str] = &["организац", "учрежден", "школ", "=оо", "=оу", "=доу"];
const ASSOCIATION: &[&str] = &["=мо", "=шмо", "=рмо", "=гмо", "=мс", "объединен", "кафедр"];
const HEADS: &[&str] = &["^=руководители", "^=руководителям", "^=директора", "^=директоры", "^=заведующие"];

#[rustfmt::skip]
const RULES: &[Rule] = &[
    (&[&["^=совет"], &["наставник"]], R::MentorCouncil),
    (&[&["заместител", "замдир", "завуч", "^=здувр", "^=здвр", "^=зднмр", "^=здумр", "^=зд"]], R::DeputyDirector),
    (&[&["куратор", "координатор"]], R::Curator),
    (&[&["руководител"], &["программ"], &["наставничеств"]], R::Curator),
    (&[&["классн", "=кл"], &["руководител"]], R::ClassTeachers),
    (&[&["руководител", "председател", "=рук", "=зав", "заведующ"], ASSOCIATION], R::MethodLead),
    (&[&["^=мо", "^=шмо"]], R::MethodLead),
    (&[&["^методическ"], &["объединен"]], R::MethodLead),
    (&[HEADS, SCHOOLS], R::OrganisationsHeads),
    (&[&["психолог"]], R::Psychologist),
    (&[&["социальн", "=соц", "соцпедагог"], &["педагог", "соцпедагог"]], R::SocialTeacher),
    (&[&["методист"]], R::Methodist),
    (&[&["старш", "=ст"], &["воспитател"]], R::Methodist),
    (&[&["методическ"], &["служб", "совет"]], R::Methodist),
    (&[&["=мку", "=мбу", "=имц", "=ммц", "=имцсо", "=роо", "=гороо", "муниципальн"]], R::MunicipalCentre),
    (&[&["методическ"], &["центр"]], R::MunicipalCentre),
    (&[&["управлени", "отдел", "комитет", "департамент"], &["образован"]], R::MunicipalCentre),
    (&[&["наставляем", "стажер", "вновьприбыв"]], R::Mentees),
    (&[&["=вновь"], &["прибыв"]], R::Mentees),
    (&[&["молод"], &["педагог", "специалист", "учител", "воспитател"]], R::Mentees),
    (&[&["наставник"]], R::Mentors),
    (&[&["^=пары", "^=пар"]], R::Mentors),
    (&[&["наставническ"], &["=пары", "=пар"]], R::Mentors),
    (&[&["директор", "заведующ"]], R::Director),
    (&[&["^=руководитель"], SCHOOLS], R::Director),
    (&[&["сайт"]], R::SiteEditor),
    (&[&["рабоч", "творческ", "проектн"], &["групп"]], R::WorkingGroup),
    (&[&["администрац"]], R::Administration),
    (&[&["секретар", "делопроизводител"]], R::Clerk),
    (&[&["профсоюз", "профком", "=ппо"]], R::Union),
    (&[&["педагог", "учител", "воспитател", "преподавател"]], R::Teachers),
];

/// The role of one post.
pub(super) fn role_of(text: &str) -> Option<R> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    RULES.iter().find(|(groups, _)| groups.iter().all(|group| holds(&words, group))).map(|(_, role)| *role)
}

fn holds(words: &[&str], group: &[&str]) -> bool {
    group.iter().any(|wanted| {
        let (first, wanted) = wanted.strip_prefix('^').map_or((false, *wanted), |wanted| (true, wanted));
        let among = if first { &words[..words.len().min(1)] } else { words };
        match wanted.strip_prefix('=') {
            Some(whole) => among.contains(&whole),
            None => among.iter().any(|word| word.starts_with(wanted)),
        }
    })
}
