//! The school's document as schools send it: Word, Excel, PDF, and everything that only looks like them.

use crate::school::{TestSchool, stories};
use crate::staff_room::{press_all, seat};
use nastavnik::domain::people::Role;
use nastavnik::sandbox::UserId;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn shows(school: &TestSchool, user: UserId, words: &str) {
    assert!(school.screen(user).contains(words), "«{words}» is not here:\n{}", school.chat(user));
}

/// A package of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A Word document with a title and a table; `^` merges a cell with the one above.
fn docx(rows: &[[&str; 4]], more: &[(&str, &[u8])]) -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let merged = |column: usize, row: usize| rows.get(row).is_some_and(|cells| cells[column] == "^");
    let cell = |row: usize, column: usize| {
        let text = rows[row][column];
        let merge = match (text == "^", merged(column, row + 1)) {
            (true, _) => "<w:vMerge/>",
            (false, true) => "<w:vMerge w:val=\"restart\"/>",
            _ => "",
        };
        let lines: String = text.trim_start_matches('^').split('\n').map(paragraph).collect();
        format!("<w:tc><w:tcPr>{merge}</w:tcPr>{lines}</w:tc>")
    };
    let row = |row: usize| format!("<w:tr>{}</w:tr>", (0..4).map(|column| cell(row, column)).collect::<String>());
    let table: String = (0..rows.len()).map(row).collect();
    let document = format!(
        "<w:document xmlns:w=\"w\"><w:body>{}<w:tbl>{table}</w:tbl>{}</w:body></w:document>",
        paragraph("Дорожная карта школы «Речная»"),
        paragraph("")
    );
    let mut parts: Vec<(&str, &[u8])> = vec![("word/document.xml", document.as_bytes())];
    parts.extend_from_slice(more);
    package(&parts)
}

const ROWS: &[[&str; 4]] = &[
    ["Этап", "Мероприятие", "Сроки реализации", "Ответственный исполнитель"],
    ["1. Подготовка", "Приказ о наставничестве", "до 10 сентября", "директор"],
    ["^", "положение о наставничестве", "сентябрь", "зам. директора"],
    ["2. Банки", "Анкетирование наставников", "октябрь", "куратор"],
    ["^", "Анкетирование молодых педагогов", "^", "куратор"],
];

async fn wants_a_document(school: &TestSchool) -> UserId {
    let staff: [(&str, &[Role]); 2] =
        [("Сомова Вера Ильинична", &[Role::Curator]), ("Лаптева Ольга Викторовна", &[Role::Director])];
    let [curator, _] = seat(school, staff).await;
    school.says(curator, "/menu").await;
    school.presses(curator, "Дорожная карта").await;
    curator
}

stories! {
    /// Merged stages and terms count for each row that they cover, and what was read survives a restart.
    async fn a_word_document_becomes_rows(mut school: TestSchool) {
        let curator = wants_a_document(&school).await;
        shows(&school, curator, "DOCX, XLSX, PDF");
        school.sends_file(curator, "карта.docx", &docx(ROWS, &[])).await;
        shows(&school, curator, "4 строки");
        shows(&school, curator, "Дорожная карта школы «Речная»");
        school.restarts().await;
        school.says(curator, "/menu").await;
        school.presses(curator, "Дорожная карта").await;
        press_all(&school, curator, &["Посмотреть строки", "4"]).await;
        shows(&school, curator, "Анкетирование молодых педагогов");
        shows(&school, curator, "Срок в документе: октябрь");
    }

    /// Nobody runs macros here: the text is the text.
    async fn a_document_with_macros_is_read_like_any_other(school: TestSchool) {
        let curator = wants_a_document(&school).await;
        school.sends_file(curator, "карта.docm", &docx(ROWS, &[("word/vbaProject.bin", b"macros")])).await;
        shows(&school, curator, "4 строки");
    }

    /// The name says little: what is inside counts.
    async fn a_wrong_extension_does_not_matter(school: TestSchool) {
        let curator = wants_a_document(&school).await;
        school.sends_file(curator, "карта.pdf", &docx(ROWS, &[])).await;
        shows(&school, curator, "4 строки");
        school.sends_file(curator, "карта.docx", "Мероприятие;Срок\nОпрос наставников;май\n".as_bytes()).await;
        shows(&school, curator, "1 строка");
    }

    /// A workbook with a title page beside the plan: what was not read is named.
    async fn a_workbook_is_read_and_its_other_sheets_are_named(school: TestSchool) {
        let curator = wants_a_document(&school).await;
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("Титул").unwrap().write_string(0, 0, "Школа «Речная»").unwrap();
        let sheet = book.add_worksheet().set_name("План").unwrap();
        for (row, cells) in (0..).zip(ROWS) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text.trim_start_matches('^')).unwrap();
            }
        }
        school.sends_file(curator, "карта.xlsx", &book.save_to_buffer().unwrap()).await;
        // One cell without a term beside filled ones is forgotten, not merged: it is asked.
        shows(&school, curator, "3 строки поняты, 1 вопрос");
        shows(&school, curator, "Эти листы книги я не читал: Титул");
    }

    /// A printed plan of two pages, and one that asks for a password.
    async fn a_printed_document_becomes_rows(school: TestSchool) {
        let curator = wants_a_document(&school).await;
        school.sends_file(curator, "карта.pdf", include_bytes!("../data/documents/locked.pdf")).await;
        shows(&school, curator, "Файл закрыт паролем");
        school.sends_file(curator, "карта.pdf", include_bytes!("../data/documents/rechnaya.pdf")).await;
        shows(&school, curator, "20 строк понято, вопросов нет");
        school.presses(curator, "Загрузить").await;
        shows(&school, curator, "Карта загружена: 20 строк");
    }

    /// What cannot be read is answered with what to do instead, and the next file is read.
    async fn files_that_cannot_be_read_are_answered_with_what_to_do(school: TestSchool) {
        let curator = wants_a_document(&school).await;
        let stream = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
        let locked: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain([0; 504]).chain(stream).collect();
        school.sends_file(curator, "карта.docx", &locked).await;
        shows(&school, curator, "Файл закрыт паролем. Снимите пароль");
        let spaces = vec![b' '; 41 * 1024 * 1024];
        school.sends_file(curator, "карта.docx", &package(&[("word/document.xml", &spaces)])).await;
        shows(&school, curator, "Внутри файла больше 40 МБ данных");
        let whole = docx(ROWS, &[]);
        school.sends_file(curator, "карта.docx", &whole[..whole.len() / 2]).await;
        shows(&school, curator, "повреждён");
        school.sends_file(curator, "карта.rtf", b"{\\rtf1 }").await;
        shows(&school, curator, "Это документ RTF");
        school.sends_file(curator, "скан.jpg", b"\xFF\xD8\xFF\xE0").await;
        shows(&school, curator, "Это картинка, прочитать план с неё не получится");
        school.sends_file(curator, "архив.zip", &package(&[("карта.docx", &whole)])).await;
        shows(&school, curator, "Это архив. Распакуйте его");
        school.sends_file(curator, "пусто.docx", b"").await;
        shows(&school, curator, "Файл пустой");
        school.sends_file(curator, "том.txt", &vec![b'a'; 10 * 1024 * 1024 + 1]).await;
        shows(&school, curator, "Файл больше 10 МБ");
        school.sends_file(curator, "карта.docx", &whole).await;
        shows(&school, curator, "4 строки");
    }
}
