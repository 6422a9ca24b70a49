//! HTML parsing of the sandbox: entities and complaints as Telegram's.

use serde_json::json;

use crate::sandbox_rig::Rig;

#[tokio::test]
async fn tags_become_entities() {
    let (rig, anna) = Rig::with_user().await;
    let html = "😀 <b>Анна <i>и</i></b> &lt;&amp;&#1046;&gt; <a href=\"https://example.org/?a=1&amp;b=2\">тут</a>\n\
                <pre><code class=\"language-rust\">fn</code></pre> <tg-time unix=\"1788253200\" format=\"wDT\">завтра</tg-time>\
                <blockquote expandable>цитата</blockquote><tg-spoiler>тайна</tg-spoiler><u>п</u><s>з</s>";
    let sent = rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": html, "parse_mode": "HTML" })).await;
    assert_eq!(sent["text"], "😀 Анна и <&Ж> тут\nfn завтрацитататайнапз");
    let entities = json!([
        { "type": "bold", "offset": 3, "length": 6 },
        { "type": "italic", "offset": 8, "length": 1 },
        { "type": "text_link", "offset": 15, "length": 3, "url": "https://example.org/?a=1&b=2" },
        { "type": "pre", "offset": 19, "length": 2, "language": "rust" },
        { "type": "date_time", "offset": 22, "length": 6, "unix_time": 1_788_253_200, "date_time_format": "wDT" },
        { "type": "expandable_blockquote", "offset": 28, "length": 6 },
        { "type": "spoiler", "offset": 34, "length": 5 },
        { "type": "underline", "offset": 39, "length": 1 },
        { "type": "strikethrough", "offset": 40, "length": 1 },
    ]);
    assert_eq!(sent["entities"], entities);
}

#[tokio::test]
async fn text_is_trimmed_and_its_words_are_found() {
    let (rig, anna) = Rig::with_user().await;
    let html = "  \n<b> Жмите</b> /menu или https://t.me/x?start=a.  ";
    let sent = rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": html, "parse_mode": "HTML" })).await;
    assert_eq!(sent["text"], "Жмите /menu или https://t.me/x?start=a.");
    assert_eq!(
        sent["entities"],
        json!([
            { "type": "bold", "offset": 0, "length": 5 },
            { "type": "bot_command", "offset": 6, "length": 5 },
            { "type": "url", "offset": 16, "length": 22 },
        ])
    );
}

#[tokio::test]
async fn broken_markup_is_refused_in_telegrams_words() {
    let (rig, anna) = Rig::with_user().await;
    let cases = [
        ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
        ("<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 0"),
        ("я < b", "Unsupported start tag \"\" at byte offset 3"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x</a>", "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
    ];
    for (html, reason) in cases {
        let refused =
            rig.refused("sendMessage", json!({ "chat_id": anna.0, "text": html, "parse_mode": "HTML" })).await;
        assert_eq!(refused, format!("Bad Request: can't parse entities: {reason}"), "{html}");
    }
    let plain = rig.ok("sendMessage", json!({ "chat_id": anna.0, "text": "<b>x & y" })).await;
    assert_eq!(plain["text"], "<b>x & y");
}
