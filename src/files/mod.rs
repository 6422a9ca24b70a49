//! Reading and writing files: adapters around libraries, no rules.
//!
//! Reading: [`kind`] says what a file really is, [`decode`] makes text of bytes, [`table`] makes rows of a
//! spreadsheet; each refuses with a typed problem whose `key()` names a sentence in `locales/*/files.ftl`.
//! Writing: [`bank`] makes XLSX, [`finished_table`] the road map with what became of it as XLSX and DOCX, [`picture`] turns SVG into PNG with our own font, [`qr`] and
//! [`road_map_picture`] draw with it, [`safe_name`] names what is sent.
//!
//! To add a format that people send: a variant of [`kind::FileKind`], its signature in `kind`, its text in
//! `error-file-wrong-kind`, and a reader beside `table` if we can read it.
//!
//! Everything here is busy with the processor for up to a second: call it from `spawn_blocking`.

pub mod bank;
pub mod decode;
pub mod document;
pub mod finished_table;
pub mod kind;
mod name;
pub mod picture;
pub mod qr;
pub mod road_map_picture;
mod svg;
pub mod table;
mod text_width;

#[cfg(test)]
mod locale_tests;

pub use name::safe_name;
