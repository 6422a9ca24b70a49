use super::*;
use proptest::prelude::*;

fn cleaned(raw: &str) -> String {
    clean(raw, LONGEST).unwrap()
}

#[test]
fn f44_a_long_answer_is_kept_up_to_the_stated_limit() {
    assert_eq!(cleaned(&"ы".repeat(LONGEST)).chars().count(), LONGEST);
    assert_eq!(clean(&"ы".repeat(4_096), LONGEST), Err(TextProblem::TooLong { max: 3_500, is: 4_096 }));
    assert_eq!(cleaned(&format!("ы{}", " ".repeat(5_000))), "ы", "blanks at the end cost nothing");
}

#[test]
fn f47_composes_letters_typed_in_two_parts() {
    assert_eq!(cleaned("и\u{306} е\u{308}"), "й ё");
}

#[test]
fn f47_strips_what_turns_hides_or_controls() {
    assert_eq!(cleaned("при\u{202e}вет\u{200b}\u{7}\u{9b}\u{feff}\u{2066}!\u{e0041}"), "привет!");
    assert_eq!(cleaned("раз\u{ad}два\u{200d}три"), "раздватри");
}

#[test]
fn f47_keeps_joined_emoji_and_stress_marks() {
    let family = "мы 👩\u{200d}👩\u{200d}👧 и ❤\u{fe0f}\u{200d}🔥, за\u{301}мок";
    assert_eq!(cleaned(family), family);
}

#[test]
fn f47_bounds_a_tower_of_marks() {
    let tower = format!("а{}б", "\u{301}".repeat(1_000));
    assert_eq!(cleaned(&tower), "а\u{301}\u{301}\u{301}б");
    assert_eq!(cleaned("\u{301}\u{302}да"), "да", "marks on nothing go");
}

#[test]
fn f47_rejects_a_nul() {
    assert_eq!(clean("да\0", LONGEST), Err(TextProblem::NotPlain));
}

#[test]
fn f48_blanks_dots_and_emoji_are_no_answer() {
    for raw in ["", "   ", ".", "…", "—", "\n\t\n", "👍", "👍🏽 🎉", "🅰", "\u{3164}", "\u{200b}", "?!", "☺\u{fe0f}"]
    {
        assert_eq!(clean(raw, LONGEST), Err(TextProblem::Empty), "{raw:?}");
    }
    for raw in ["5", "да", "ok 👍", "№ 7"] {
        assert_eq!(cleaned(raw), raw);
    }
}

#[test]
fn blank_runs_collapse_and_lines_stay() {
    assert_eq!(cleaned("  один \u{a0}\t два \r\n\r\n\n\nтри\u{2028}четыре  "), "один два\n\nтри\nчетыре");
    assert_eq!(clean_line(" Приказ \n № 12 ", 40).unwrap(), "Приказ № 12");
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(raw in any::<String>()) {
        if let Ok(once) = clean(&raw, LONGEST) {
            prop_assert_eq!(clean(&once, LONGEST), Ok(once.clone()));
            prop_assert!(once.chars().all(|c| matches!(c, '\n' | JOINER | IN_COLOUR) || !is_invisible(c)));
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing_in_nasty_texts(raw in "[аи\u{301}\u{308}\u{306}\u{200d}\u{fe0f}👩🔥 \r\n\u{202e}\u{323}e]{0,40}") {
        if let Ok(once) = clean(&raw, LONGEST) {
            prop_assert_eq!(clean(&once, LONGEST), Ok(once));
        }
    }
}
