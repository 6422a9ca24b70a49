//! What anybody can do before anything is set up.

use crate::school::{TestSchool, stories};

stories! {
    /// Somebody without an invitation learns how to get in, in whatever way they knock.
    async fn a_stranger_learns_how_to_get_in(mut school: TestSchool) {
        let stranger = school.somebody("Ольга");
        school.says(stranger, "/start").await;
        assert!(school.screen(stranger).contains("ссылку-приглашение"), "{}", school.chat(stranger));
        school.says(stranger, "привет").await;
        assert!(school.screen(stranger).contains("ссылку-приглашение"));
        school.restarts().await;
        school.says(stranger, "/cancel").await;
        assert!(school.screen(stranger).contains("ссылку-приглашение"));
    }
}
