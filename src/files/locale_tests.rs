//! Every typed problem has its sentence in both languages, with the arguments that its docs promise.

use crate::domain::staff_list::{RowErrorKind, StaffProblem};
use crate::files::kind::FileKind;
use crate::files::table::TableProblem;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

fn bundle(language: &str, source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(FluentResource::try_new(source.to_owned()).unwrap()).unwrap();
    bundle
}

fn bundles() -> [FluentBundle<FluentResource>; 2] {
    [bundle("ru", include_str!("../../locales/ru/files.ftl")), bundle("en", include_str!("../../locales/en/files.ftl"))]
}

/// The sentence, or a panic that names what is missing in it.
fn sentence(bundle: &FluentBundle<FluentResource>, key: &str, args: &[(&str, &str)]) -> String {
    let mut fluent = FluentArgs::new();
    for &(name, value) in args {
        match value.parse::<u32>() {
            Ok(number) => fluent.set(name, number),
            Err(_) => fluent.set(name, value.to_owned()),
        }
    }
    let message = bundle.get_message(key).unwrap_or_else(|| panic!("no {key}"));
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&fluent), &mut errors).into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?}");
    text
}

#[test]
fn every_problem_of_a_file_has_a_sentence() {
    let limit = [("limit", "2")];
    let cell = [("limit", "2000"), ("row", "7")];
    let pdf = [("found", "pdf")];
    let found = FileKind::Pdf;
    let tables: [(TableProblem, &[(&str, &str)]); 12] = [
        (TableProblem::Empty, &[]),
        (TableProblem::TooLarge { limit: 2 }, &limit),
        (TableProblem::TooLargeInside { limit: 30 }, &limit),
        (TableProblem::TooManyRows { limit: 5_000 }, &limit),
        (TableProblem::TooManyColumns { limit: 60 }, &limit),
        (TableProblem::CellTooLong { row: 7, limit: 2_000 }, &cell),
        (TableProblem::TooLong { limit: 2_000 }, &limit),
        (TableProblem::TooManySheets { limit: 50 }, &limit),
        (TableProblem::TooSlow, &[]),
        (TableProblem::Protected, &[]),
        (TableProblem::Broken, &[]),
        (TableProblem::WrongKind { found }, &pdf),
    ];
    for bundle in bundles() {
        for (problem, args) in tables {
            assert!(sentence(&bundle, problem.key(), args).len() > 20);
        }
    }
}

#[test]
fn every_problem_of_a_staff_list_has_a_sentence() {
    let row = ("row", "7");
    let rows: [(RowErrorKind, &[(&str, &str)]); 5] = [
        (RowErrorKind::NoName, &[row]),
        (RowErrorKind::NotAName, &[row]),
        (RowErrorKind::OnlySurname, &[row]),
        (RowErrorKind::Repeats { first: 2 }, &[row, ("first", "2")]),
        (RowErrorKind::TooLong { limit: 300 }, &[row, ("limit", "300")]),
    ];
    for bundle in bundles() {
        for (kind, args) in rows {
            assert!(sentence(&bundle, kind.key(), args).contains('7'));
        }
        assert!(sentence(&bundle, StaffProblem::NoNames.key(), &[]).len() > 20);
        let said = sentence(&bundle, StaffProblem::Rows { count: 21 }.key(), &[("count", "21")]);
        assert!(said.contains("21"), "{said}");
    }
}

#[test]
fn a_wrong_file_is_named_for_what_it_is() {
    let [ru, en] = bundles();
    let said = sentence(&ru, "error-file-wrong-kind", &[("found", FileKind::Pdf.code())]);
    assert!(said.contains("PDF") && said.contains("XLSX"), "{said}");
    let said = sentence(&en, "error-file-wrong-kind", &[("found", FileKind::Docx.code())]);
    assert!(said.contains("Word"), "{said}");
}
