//! The one integration binary: stories, the sandbox itself, house rules.

#![expect(clippy::unwrap_used, reason = "a failed helper of a test is a failed test")]

mod banks;
mod cohort;
mod consents;
mod demo;
mod documents;
mod faults;
mod first_words;
mod forms;
mod founded;
mod house;
mod locales;
mod matching;
mod mutations;
mod news;
mod orders;
mod pairs;
mod people;
mod people_input;
mod postgres;
mod process;
mod readings;
mod rehearsal;
mod reminders;
mod road_map;
mod sandbox_access;
mod sandbox_browser;
mod sandbox_contract;
mod sandbox_faults;
mod sandbox_files;
mod sandbox_markup;
mod sandbox_page;
mod sandbox_people;
mod sandbox_rig;
mod sandbox_stage;
mod sandbox_strict;
mod sandbox_teloxide;
mod sandbox_updates;
mod school;
mod staff_room;
mod units;
