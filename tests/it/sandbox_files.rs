//! Files and photos both ways.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::sandbox_rig::Rig;

/// A one-pixel PNG.
pub(crate) const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x60, 0x60,
    0xf8, 0x0f, 0, 1, 4, 1, 0, 0x5f, 0xe5, 0xc3, 0x4b, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[tokio::test]
async fn a_document_reaches_the_bot() {
    let (rig, anna) = Rig::with_user().await;
    rig.sandbox.send_document(anna, "Штат.csv", "ФИО;Роль".as_bytes());
    let updates = rig.ok("getUpdates", json!({})).await;
    let document = &updates[0]["message"]["document"];
    assert_eq!((&document["file_name"], &document["mime_type"]), (&json!("Штат.csv"), &json!("text/csv")));
    let file = rig.ok("getFile", json!({ "file_id": document["file_id"] })).await;
    let path = file["file_path"].as_str().unwrap();
    let url = format!("{}/file/bot{}/{path}", rig.sandbox.api_url(), rig.sandbox.token());
    assert_eq!(rig.client.get(url).send().await.unwrap().text().await.unwrap(), "ФИО;Роль");
}

#[tokio::test]
async fn a_photo_reaches_the_person() {
    let (rig, anna) = Rig::with_user().await;
    let form = Form::new()
        .text("chat_id", anna.0.to_string())
        .text("photo", "attach://picture")
        .text("caption", "<b>Карта</b>")
        .text("parse_mode", "HTML")
        .part("picture", Part::bytes(PIXEL.to_vec()).file_name("map.png"));
    let answer = rig.client.post(rig.url("sendPhoto")).multipart(form).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    let photo = &answer["result"]["photo"][0];
    assert_eq!((&photo["width"], &answer["result"]["caption"]), (&json!(1), &json!("Карта")));
    assert_eq!(rig.sandbox.last(anna).unwrap().photo.unwrap().bytes, PIXEL);
    rig.ok("sendPhoto", json!({ "chat_id": anna.0, "photo": photo["file_id"] })).await;
    let mixed = rig.refused("sendDocument", json!({ "chat_id": anna.0, "document": photo["file_id"] })).await;
    assert_eq!(mixed, "Bad Request: can't use file of type Photo as Document");
    let unknown = rig.refused("sendDocument", json!({ "chat_id": anna.0, "document": "nothing" })).await;
    assert_eq!(unknown, "Bad Request: wrong file identifier/HTTP URL specified");
}
