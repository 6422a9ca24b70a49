//! A school to tell stories about: the real bot over HTTP against the sandbox, on a real database, with a
//! clock that the story moves.

use chrono::{DateTime, TimeDelta, Utc};
use nastavnik::app::App;
use nastavnik::clock::{Clock, PlayedClock};
use nastavnik::delivery::{self, Delivery};
use nastavnik::messenger::Messenger;
use nastavnik::messenger::telegram::Telegram;
use nastavnik::sandbox::{ChatId, Options, Sandbox, SeenMessage, UserId};
use nastavnik::store::Db;
use std::fmt::Write as _;
use std::sync::Arc;

/// Tells a story on SQLite and on PostgreSQL: `stories! { async fn name(school: TestSchool) { … } }`.
macro_rules! stories {
    ($($(#[$meta:meta])* async fn $name:ident($($school:ident)+: $type:ty) $body:block)+) => {$(
        $(#[$meta])*
        async fn $name($($school)+: $type) $body

        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name(crate::school::TestSchool::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(school) = crate::school::TestSchool::on_postgres().await {
                    super::$name(school).await;
                }
            }
        }
    )+};
}
pub(crate) use stories;

/// The bot, the messenger it talks to, and everybody's chats.
pub(crate) struct TestSchool {
    pub(crate) sandbox: Sandbox,
    pub(crate) app: Arc<App>,
    pub(crate) bot: Arc<Delivery>,
    pub(crate) clock: Arc<PlayedClock>,
    pub(crate) database: String,
    /// Holds the SQLite file.
    _folder: Option<tempfile::TempDir>,
}

/// Tuesday, 1 September 2026, 9:00 in Moscow.
pub(crate) fn first_of_september() -> DateTime<Utc> {
    "2026-09-01T06:00:00Z".parse().unwrap()
}

impl TestSchool {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("school.sqlite").display());
        Self::open(database, Some(folder)).await
    }

    pub(crate) async fn on_postgres() -> Option<Self> {
        let database = crate::postgres::fresh_database().await?;
        Some(Self::open(database, None).await)
    }

    async fn open(database: String, folder: Option<tempfile::TempDir>) -> Self {
        let clock = Arc::new(PlayedClock::standing(first_of_september()));
        let shown = clock.clone();
        let sandbox = Sandbox::start(Options::new(Arc::new(move || shown.now()))).await.unwrap();
        let bot = start_bot(&sandbox, &clock, &database).await;
        Self { sandbox, app: bot.app.clone(), bot, clock, database, _folder: folder }
    }

    /// The bot's process ends and another one starts on the same data.
    pub(crate) async fn restarts(&mut self) {
        self.app.db.close().await;
        self.bot = start_bot(&self.sandbox, &self.clock, &self.database).await;
        self.app = self.bot.app.clone();
        delivery::replay(&self.bot).await.unwrap();
        self.settle().await;
    }

    /// A second process on the same data.
    pub(crate) async fn another_bot(&self) -> Arc<Delivery> {
        start_bot(&self.sandbox, &self.clock, &self.database).await
    }

    /// Somebody with a messenger; not on any staff list yet.
    pub(crate) fn somebody(&self, name: &str) -> UserId {
        self.sandbox.add_user(name)
    }

    /// People take a moment for everything, and Telegram takes one new message a second in a chat.
    fn a_moment_later(&self) {
        self.clock.advance(TimeDelta::seconds(1));
    }

    pub(crate) async fn says(&self, user: UserId, text: &str) -> &Self {
        self.a_moment_later();
        self.sandbox.say(user, text);
        self.settle().await
    }

    /// Presses the button with this label on the latest message that has one.
    pub(crate) async fn presses(&self, user: UserId, label: &str) -> &Self {
        self.a_moment_later();
        if let Err(error) = self.sandbox.press_label(user, &self.label_as_sent(user, label)) {
            panic!("{error}\n{}", self.chat(user));
        }
        self.settle().await
    }

    /// A label as the bot wrote it: nobody sees which spaces keep a name on one line.
    fn label_as_sent(&self, user: UserId, label: &str) -> String {
        let messages = self.sandbox.messages(user);
        let mut buttons = messages.iter().rev().flat_map(|message| message.buttons.iter().flatten());
        let found = buttons.find(|button| plain_spaces(&button.text) == label);
        found.map_or_else(|| label.to_owned(), |button| button.text.clone())
    }

    /// Opens an invitation link.
    pub(crate) async fn opens(&self, user: UserId, code: &str) -> &Self {
        self.a_moment_later();
        self.sandbox.start_link(user, code);
        self.settle().await
    }

    pub(crate) async fn sends_file(&self, user: UserId, name: &str, bytes: &[u8]) -> &Self {
        self.a_moment_later();
        self.sandbox.send_document(user, name, bytes);
        self.settle().await
    }

    /// Lets everything happen that is due now.
    pub(crate) async fn settle(&self) -> &Self {
        self.bot.settle().await.unwrap();
        let hanging = self.sandbox.unanswered_presses();
        assert!(hanging.is_empty(), "presses without an answer: {hanging:?}");
        self
    }

    pub(crate) async fn advance(&self, by: TimeDelta) -> &Self {
        self.clock.advance(by);
        self.settle().await
    }

    /// Ties a chat to an organisation whose row cannot be read, so that every update of the chat fails.
    pub(crate) async fn break_organisation_of(&self, chat: &str) {
        let chat = chat.to_owned();
        let write = self.app.db.write(move |tx| {
            Box::pin(async move {
                for sql in [
                    "INSERT INTO organisations (id, name, kind, zone, school_year, created_at)
                     VALUES (1, 'x', 'school', 'Mars/Olympus', 2026, 0)",
                    "INSERT INTO people (id, organisation, full_name, created_at) VALUES (2, 1, 'x', 0)",
                ] {
                    sqlx::query(sql).execute(&mut **tx).await?;
                }
                sqlx::query("INSERT INTO accounts (chat, person, locale, created_at) VALUES ($1, 2, 'ru', 0)")
                    .bind(chat)
                    .execute(&mut **tx)
                    .await?;
                Ok(())
            })
        });
        write.await.unwrap();
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The latest message of the bot in a chat.
    pub(crate) fn last(&self, chat: impl Into<ChatId>) -> SeenMessage {
        let messages = self.sandbox.messages(chat);
        messages.into_iter().rev().find(|message| message.from_bot).expect("the bot has said nothing here")
    }

    /// Its text and buttons, as a person reads them.
    pub(crate) fn screen(&self, chat: impl Into<ChatId>) -> String {
        read(&self.last(chat))
    }

    /// The same of the latest message that has buttons: notices may have come below it.
    pub(crate) fn screen_with_buttons(&self, chat: impl Into<ChatId>) -> String {
        let messages = self.sandbox.messages(chat);
        let pressed = messages.iter().rev().find(|message| message.from_bot && !message.buttons.is_empty());
        pressed.map(read).unwrap_or_default()
    }

    /// The whole chat, as a person reads it: for the message of a failed test.
    pub(crate) fn chat(&self, chat: impl Into<ChatId>) -> String {
        self.sandbox.messages(chat).iter().fold(String::new(), |mut all, message| {
            let who = if message.from_bot { "бот" } else { "человек" };
            let _ = writeln!(all, "--- {who}\n{}", read(message));
            all
        })
    }
}

async fn start_bot(sandbox: &Sandbox, clock: &Arc<PlayedClock>, database: &str) -> Arc<Delivery> {
    let telegram = Telegram::new(&sandbox.api_url(), sandbox.token().to_owned().into()).unwrap();
    let me = telegram.me().await.unwrap();
    let db = Db::open(database).await.unwrap();
    let app = App { clock: clock.clone(), db, messenger: Arc::new(telegram), me };
    Delivery::new(Arc::new(app), 25)
}

pub(crate) fn read(message: &SeenMessage) -> String {
    let mut shown = message.text.clone();
    if message.photo.is_some() {
        shown.insert_str(0, "[фото]\n");
    }
    if let Some(document) = &message.document {
        shown.insert_str(0, &format!("[файл {}]\n", document.name));
    }
    for row in &message.buttons {
        let labels: Vec<_> = row.iter().map(|button| format!("[{}]", button.text)).collect();
        let _ = write!(shown, "\n{}", labels.join(" "));
    }
    plain_spaces(&shown)
}

fn plain_spaces(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
