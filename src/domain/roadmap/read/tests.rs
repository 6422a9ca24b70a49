use super::*;

#[test]
fn show() {
    let Ok(path) = std::fs::read_to_string("/tmp/show") else { return };
    for path in path.lines() {
        let r = read_text(&std::fs::read_to_string(path).unwrap(), SchoolYear(2023));
        eprintln!("=== {path}\nTITLE {}\nYEAR {}", r.title, r.year);
        for row in &r.rows {
            eprintln!("[{}] S{} {} | H: {}\n   A: {}", row.number, row.stage_number, row.stage, row.heading, row.activity);
            for i in &row.items { eprintln!("     * {i}"); }
            eprintln!("   T: {:?} -> {} {:?}..{:?} {:?} {:?}\n   R: {:?}\n   D: {}", row.term_text, row.reading.kind, row.reading.start, row.reading.due, row.reading.recurrence.map(|r| r.to_string()), row.question,
              row.responsible.iter().map(|r| format!("{} [{}]", r.text, r.role.map_or("?", |r| r.code()))).collect::<Vec<_>>(), row.result);
        }
        eprintln!("NOTES {:?}", r.notes);
    }
}
