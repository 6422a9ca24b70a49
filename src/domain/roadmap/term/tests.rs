//! Examples in words.
