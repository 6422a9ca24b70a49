//! Who answers for a row: a cell of names and posts → the people as written, each with the role it means.
//!
//! To add a post: a line in `role_of`; if cells put it beside another post without a comma, its first word in `opens_post`.

use serde::{Deserialize, Serialize};

coded_enum! {
    /// Who a road map makes responsible. What is none of these stays text and is asked.
    pub enum ResponsibleRole {
        Director = "director",
        DeputyDirector = "deputy_director",
        Curator = "curator",
        /// Head of a methodical association.
        MethodLead = "method_lead",
        Methodist = "methodist",
        Mentors = "mentors",
        Mentees = "mentees",
        MentorCouncil = "mentor_council",
        Psychologist = "psychologist",
        SocialTeacher = "social_teacher",
        ClassTeachers = "class_teachers",
        Teachers = "teachers",
        Administration = "administration",
        WorkingGroup = "working_group",
        SiteEditor = "site_editor",
        Clerk = "clerk",
        Union = "union",
        /// Heads of the organisations that a municipal plan names.
        OrganisationsHeads = "organisations_heads",
        MunicipalCentre = "municipal_centre",
    }
}

/// One of those responsible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsible {
    /// As the document writes it, «зам.» spelled out; a person named beside the post stays here.
    pub text: String,
    pub role: Option<ResponsibleRole>,
}

/// Splits a cell: by commas, by «и», and where one post follows another without a sign between.
pub fn responsible(cell: &str) -> Vec<Responsible> {
    let spelled = spelled_out(cell);
    let mut found: Vec<Responsible> = Vec::new();
    for part in parts(&spelled) {
        for text in posts(part) {
            let one = Responsible {
                role: role_of(&text),
                text,
            };
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

/// Pieces between commas, strokes and line ends that are outside quotes and brackets.
fn parts(cell: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, c) in cell.char_indices() {
        match c {
            '«' | '(' | '“' | '„' => depth += 1,
            '»' | ')' | '”' => depth -= 1,
            ',' | ';' | '/' | '\n' | '•' | '·' if depth <= 0 => {
                parts.push(&cell[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&cell[start..]);
    parts
        .into_iter()
        .map(trimmed)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Without the signs around it; the dot of an initial stays («Иванова И. И.»).
fn trimmed(part: &str) -> &str {
    let part = part
        .trim_matches(|c: char| c.is_whitespace() || "-–—:".contains(c))
        .trim_start_matches('.')
        .trim_start();
    let bare = part.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let initial = bare.chars().rev().take_while(|c| c.is_alphabetic()).count() == 1;
    if initial { part } else { bare }
}

/// Posts that stand side by side in one piece.
fn posts(part: &str) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let mut posts: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let joined = folded[at] == "и"
            && at > 0
            && folded
                .get(at + 1)
                .is_some_and(|next| opens_post(next, folded.get(at + 2)));
        if joined {
            posts.push(Vec::new());
            continue;
        }
        let follows = at > 0 && !posts.last().is_none_or(Vec::is_empty);
        if follows
            && opens_post(word_at(&folded, at), folded.get(at + 1))
            && !belongs_to_previous(&folded, at)
        {
            posts.push(Vec::new());
        }
        if let Some(post) = posts.last_mut() {
            post.push(word);
        }
    }
    posts
        .into_iter()
        .filter(|post| !post.is_empty())
        .map(|post| post.join(" "))
        .collect()
}

fn word_at(words: &[String], at: usize) -> &str {
    words.get(at).map_or("", String::as_str)
}

/// First words of posts in the nominative; a genitive («совет наставников») goes on the post before it.
fn opens_post(word: &str, next: Option<&String>) -> bool {
    let methodical = |next: &String| {
        ["мо", "шмо", "рмо", "гмо", "методич"]
            .iter()
            .any(|stem| next.starts_with(stem))
    };
    let known = matches!(
        word,
        "директор"
            | "заместитель"
            | "заместители"
            | "куратор"
            | "кураторы"
            | "руководитель"
            | "руководители"
            | "наставник"
            | "наставники"
            | "психолог"
            | "психологи"
            | "педагог-психолог"
            | "педагоги-психологи"
            | "методист"
            | "методисты"
            | "администрация"
            | "завуч"
            | "заведующий"
            | "заведующая"
            | "наставляемый"
            | "наставляемые"
            | "учителя"
            | "учителя-наставники"
            | "педагоги"
            | "педагоги-наставники"
            | "педагог-наставник"
            | "молодые"
            | "молодой"
            | "секретарь"
            | "председатель"
            | "председатели"
    );
    // A slip of case that schools make: «заместитель директора руководителя МО».
    known || (matches!(word, "руководителя" | "руководителей") && next.is_some_and(methodical))
}

/// «Классный руководитель», «педагог наставник», «для педагоги»: one post, not two.
fn belongs_to_previous(words: &[String], at: usize) -> bool {
    let previous = word_at(words, at - 1);
    let post = word_at(words, at);
    matches!(
        previous,
        "по" | "с" | "со" | "для" | "от" | "при" | "за" | "и" | "о" | "и.о" | "ио"
    ) || [
        "классн",
        "старш",
        "социальн",
        "школьн",
        "муниципальн",
        "главн",
        "ответственн",
    ]
    .iter()
    .any(|stem| previous.starts_with(stem))
        || describes(previous)
        || (post.starts_with("наставник")
            && ["педагог", "педагоги", "учитель", "учителя"].contains(&previous))
        || (matches!(previous, "заместитель" | "заместители") && post.starts_with("руководител"))
}

/// An adjective before a post: «молодые педагоги», «опытный наставник».
fn describes(word: &str) -> bool {
    let post = ["заведующ", "наставляем", "управляющ"]
        .iter()
        .any(|stem| word.starts_with(stem));
    !post
        && ["ый", "ий", "ой", "ые", "ие"]
            .iter()
            .any(|ending| word.ends_with(ending))
}

/// The role of one post; the first that fits.
fn role_of(text: &str) -> Option<ResponsibleRole> {
    use ResponsibleRole as R;
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |stem: &str| words.iter().any(|word| word.starts_with(stem));
    let is = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let first = words.first().copied().unwrap_or_default();
    let schools =
        has("организац") || has("учрежден") || has("школ") || is(&["оо", "оу", "доу", "оос"]);
    let association = is(&["мо", "шмо", "рмо", "гмо", "мс"]) || has("объединен") || has("кафедр");
    let plural_head = matches!(
        first,
        "руководители" | "руководителям" | "директора" | "директоры" | "заведующие"
    ) && schools;
    let rules = [
        (first == "совет" && has("наставник"), R::MentorCouncil),
        (
            has("заместител") || has("замдир") || has("завуч") || is(&["здувр"]),
            R::DeputyDirector,
        ),
        (has("куратор"), R::Curator),
        (has("классн") && has("руководител"), R::ClassTeachers),
        (
            (has("руководител") || has("председател")) && association,
            R::MethodLead,
        ),
        (plural_head, R::OrganisationsHeads),
        (has("психолог"), R::Psychologist),
        (has("социальн") && has("педагог"), R::SocialTeacher),
        (
            has("методист")
                || (has("старш") && has("воспитател"))
                || (has("методическ") && (has("служб") || has("совет"))),
            R::Methodist,
        ),
        (
            is(&["мку", "имц", "ммц", "имцсо", "роо", "гороо", "мбу"])
                || has("муниципальн")
                || (has("методическ") && has("центр")),
            R::MunicipalCentre,
        ),
        (
            (has("управлени") || has("отдел") || has("комитет") || has("департамент"))
                && has("образован"),
            R::MunicipalCentre,
        ),
        (
            has("наставляем")
                || has("стажер")
                || has("вновьприбыв")
                || (has("вновь") && has("прибыв")),
            R::Mentees,
        ),
        (
            has("молод")
                && (has("педагог") || has("специалист") || has("учител") || has("воспитател")),
            R::Mentees,
        ),
        (has("наставник"), R::Mentors),
        (
            has("директор") || has("заведующ") || (first == "руководитель" && schools),
            R::Director,
        ),
        (has("сайт"), R::SiteEditor),
        (
            (has("рабоч") || has("творческ") || has("проектн")) && has("групп"),
            R::WorkingGroup,
        ),
        (has("администрац"), R::Administration),
        (has("секретар") || has("делопроизводител"), R::Clerk),
        (has("профсоюз") || has("профком") || is(&["ппо"]), R::Union),
        (
            has("педагог") || has("учител") || has("воспитател") || has("преподавател"),
            R::Teachers,
        ),
    ];
    rules
        .into_iter()
        .find(|(fits, _)| *fits)
        .map(|(_, role)| role)
}

/// Writes «зам.» out; its «дир.» too.
fn spelled_out(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 16);
    let mut rest = cell;
    while let Some(found) = rest
        .char_indices()
        .find(|(at, c)| matches!(c, 'з' | 'З') && begins_deputy(rest, *at))
    {
        let (at, capital) = (found.0, found.1 == 'З');
        out.push_str(&rest[..at]);
        out.push_str(if capital {
            "Заместитель "
        } else {
            "заместитель "
        });
        rest = rest[at + "зам".len()..]
            .trim_start_matches(|c: char| c == '.' || c == '-' || c.is_whitespace());
        if let Some(tail) = rest
            .strip_prefix("дир.")
            .or_else(|| rest.strip_prefix("дир "))
        {
            out.push_str("директора ");
            rest = tail.trim_start();
        }
    }
    out.push_str(rest);
    out
}

fn begins_deputy(text: &str, at: usize) -> bool {
    let inside_word = text[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphabetic);
    let Some(tail) = text[at..]
        .get("з".len()..)
        .and_then(|tail| tail.strip_prefix("ам"))
    else {
        return false;
    };
    let rest = tail
        .trim_start_matches(|c: char| c == '.' || c == '-' || c.is_whitespace())
        .to_lowercase();
    !inside_word
        && ["дир", "завед", "рук", "нач", "гл"]
            .iter()
            .any(|post| rest.starts_with(post))
}

fn fold(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Vec<(String, &'static str)> {
        responsible(cell)
            .into_iter()
            .map(|one| (one.text, one.role.map_or("?", ResponsibleRole::code)))
            .collect()
    }

    fn roles(cell: &str) -> Vec<&'static str> {
        read(cell).into_iter().map(|(_, role)| role).collect()
    }

    #[test]
    fn posts_are_told_apart_without_commas() {
        assert_eq!(roles("директор куратор"), ["director", "curator"]);
        assert_eq!(
            roles("директор заместитель директора"),
            ["director", "deputy_director"]
        );
        assert_eq!(
            roles("заместитель директора руководителя МО"),
            ["deputy_director", "method_lead"]
        );
        assert_eq!(
            roles("Директор и куратор программы наставничества"),
            ["director", "curator"]
        );
        assert_eq!(
            roles("классный руководитель педагог-психолог"),
            ["class_teachers", "psychologist"]
        );
    }

    #[test]
    fn deputies_are_spelled_out_and_keep_their_field() {
        assert_eq!(
            read("Зам. директора по УВР"),
            [("Заместитель директора по УВР".to_owned(), "deputy_director")]
        );
        assert_eq!(
            read("зам.дир. по ВР, завуч")[0].0,
            "заместитель директора по ВР"
        );
        assert_eq!(
            roles("замдиректора; зам. заведующего"),
            ["deputy_director", "deputy_director"]
        );
        assert_eq!(read("замечательный человек")[0].0, "замечательный человек");
    }

    #[test]
    fn qualifiers_stay_with_their_post() {
        let cell = "МКУ «ИМЦ, отдел кадров», руководители образовательных организаций, кураторы по работе с наставниками";
        assert_eq!(
            roles(cell),
            ["municipal_centre", "organisations_heads", "curator"]
        );
        assert_eq!(roles("Совет наставников"), ["mentor_council"]);
        assert_eq!(
            roles("руководители ШМО и молодые педагоги"),
            ["method_lead", "mentees"]
        );
    }

    #[test]
    fn persons_stay_beside_their_post_and_strangers_stay_text() {
        let found = read("Директор Лаптева О. В., куратор Сомов П.А.");
        assert_eq!(
            found,
            [
                ("Директор Лаптева О. В.".to_owned(), "director"),
                ("куратор Сомов П.А.".to_owned(), "curator")
            ]
        );
        assert_eq!(read("Лаптева О.В."), [("Лаптева О.В.".to_owned(), "?")]);
        assert_eq!(read(" – "), []);
    }

    #[test]
    fn every_case_form_gives_the_role() {
        for form in ["куратор", "куратора", "куратору", "кураторы", "Кураторов"]
        {
            assert_eq!(roles(form), ["curator"], "{form}");
        }
        assert_eq!(
            roles("педагоги-наставники, наставляемые"),
            ["mentors", "mentees"]
        );
        assert_eq!(
            roles("заведующий, старший воспитатель"),
            ["director", "methodist"]
        );
    }
}
