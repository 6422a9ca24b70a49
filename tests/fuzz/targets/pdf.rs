#![no_main]

#[path = "../feed.rs"]
mod feed;
#[path = "../libraries.rs"]
mod libraries;

libfuzzer_sys::fuzz_target!(init: libraries::forgive(), |data: &[u8]| feed::pdf(data));
