//! What the bot shows: text and buttons, before they get the wire form.

use super::Action;
use crate::label;
use crate::text::{Key, Keyboard, Locale, Markup, Sheet, Target};

/// One screen: one question or one list.
#[derive(Default)]
pub struct Screen {
    text: Markup,
    rows: Vec<Vec<Button>>,
    photo: Option<String>,
}

/// A button before it knows its screen's version.
pub struct Button {
    label: String,
    press: Press,
}

enum Press {
    Act(Action),
    Open(String),
}

impl Button {
    /// Characters of its label, to see what fits beside it.
    pub(super) fn label_len(&self) -> usize {
        self.label.chars().count()
    }
}

/// A button that does something.
pub fn button(label: impl Into<String>, action: Action) -> Button {
    Button { label: label.into(), press: Press::Act(action) }
}

/// A button that opens an address.
pub fn link(label: impl Into<String>, url: impl Into<String>) -> Button {
    Button { label: label.into(), press: Press::Open(url.into()) }
}

/// «← Назад» to wherever the action leads: always at the bottom left.
pub fn back(locale: Locale, action: Action) -> Button {
    button(label!(locale, "button-back"), action)
}

/// «Меню».
pub fn menu(locale: Locale) -> Button {
    button(label!(locale, "button-menu"), Action::Menu)
}

/// A choice that is on or off, as «✓ Современный урок».
pub fn checked(on: bool, label: &str) -> String {
    if on { format!("✓ {label}") } else { label.to_owned() }
}

impl Screen {
    pub fn new(text: Markup) -> Self {
        Self { text, ..Self::default() }
    }

    /// Shows a photo that the messenger has, with the text below.
    #[must_use]
    pub fn photo(mut self, file: &str) -> Self {
        self.photo = (!file.is_empty()).then(|| file.to_owned());
        self
    }

    /// A text message cannot become a photo in place.
    pub(super) fn is_photo(&self) -> bool {
        self.photo.is_some()
    }

    /// Adds a row of buttons; an empty row adds nothing.
    #[must_use]
    pub fn row(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        let row: Vec<_> = buttons.into_iter().collect();
        if !row.is_empty() {
            self.rows.push(row);
        }
        self
    }

    /// Adds buttons in rows of `columns`.
    #[must_use]
    pub fn grid(mut self, columns: usize, buttons: impl IntoIterator<Item = Button>) -> Self {
        let mut buttons = buttons.into_iter().peekable();
        while buttons.peek().is_some() {
            let row: Vec<_> = buttons.by_ref().take(columns.max(1)).collect();
            self.rows.push(row);
        }
        self
    }

    /// Puts a paragraph below the text.
    #[must_use]
    pub fn below(mut self, line: &Markup) -> Self {
        self.text = self.text.paragraph(line);
        self
    }

    /// Puts a line above the text.
    #[must_use]
    pub fn with_note(mut self, note: &Markup) -> Self {
        self.text = note.clone().paragraph(&self.text);
        self
    }

    /// As it is sent: the buttons carry the session version, or 0 under a notice.
    pub fn into_sheet(self, version: i64) -> Sheet {
        let keyboard: Keyboard =
            self.rows.into_iter().map(|row| row.into_iter().map(|button| key(button, version)).collect()).collect();
        Sheet { text: self.text, keyboard, photo: self.photo }
    }
}

fn key(button: Button, version: i64) -> Key {
    let target = match button.press {
        Press::Act(action) => Target::Press(action.encode(version)),
        Press::Open(url) => Target::Url(url),
    };
    Key { label: button.label, target }
}

/// Entries a list screen shows at once.
pub(super) const PAGE: usize = 8;

/// The page on which the entry at this place of a list stands.
pub(super) fn page_of(place: usize) -> u32 {
    u32::try_from(place / PAGE).unwrap_or(0)
}

/// Where the page begins that can be shown of a list of so many entries; one past the end is the last.
pub(super) fn first_on(page: u32, count: usize) -> usize {
    let last = count.div_ceil(PAGE).saturating_sub(1);
    usize::try_from(page).unwrap_or(0).min(last) * PAGE
}

/// One page of a list: the entries, and the row «← · 2 из 5 · →» that leads to the others.
pub struct Pages<'a, T> {
    pub shown: &'a [T],
    page: usize,
    of: usize,
}

impl<'a, T> Pages<'a, T> {
    /// The page that can be shown; one past the end shows the last.
    pub fn new(all: &'a [T], page: u32) -> Self {
        let pages = all.len().div_ceil(PAGE).max(1);
        let page = usize::try_from(page).unwrap_or(0).min(pages - 1);
        let shown = &all[page * PAGE..all.len().min((page + 1) * PAGE)];
        Self { shown, page, of: pages }
    }

    /// The page of a list that was read alone: `shown` is what [`first_on`] says of the list's `count` entries.
    pub fn part(shown: &'a [T], count: usize, page: u32) -> Self {
        let (first, of) = (first_on(page, count), count.div_ceil(PAGE).max(1));
        Self { shown, page: first / PAGE, of }
    }

    /// The row that leads to the other pages; empty for a list of one page.
    pub fn row(&self, to: impl Fn(u32) -> Action) -> Vec<Button> {
        if self.of < 2 {
            return Vec::new();
        }
        let number = |page: usize| u32::try_from(page).unwrap_or(0);
        let before = (self.page > 0).then(|| button("←", to(number(self.page - 1))));
        let here = button(format!("{} / {}", self.page + 1, self.of), Action::Nothing);
        let after = (self.page + 1 < self.of).then(|| button("→", to(number(self.page + 1))));
        before.into_iter().chain([here]).chain(after).collect()
    }
}
