//! What an organisation says about its own year, as it is kept.

use super::{WorkingDays, russia};
use crate::domain::people::OrganisationKind;
use serde::{Deserialize, Serialize};

coded_enum! {
    /// How many days of the week the school works.
    pub enum SchoolWeek {
        /// Saturday and Sunday are off.
        FiveDays = "five_days",
        /// Only Sunday is off.
        SixDays = "six_days",
    }
}

impl Default for SchoolWeek {
    fn default() -> Self {
        Self::FiveDays
    }
}

/// An organisation's own words about its year. The default is the country's calendar and a week of five days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarSettings {
    pub week: SchoolWeek,
}

impl CalendarSettings {
    /// The country's calendar with this organisation's own words on top.
    pub fn working_days(&self, _kind: OrganisationKind) -> WorkingDays {
        russia().clone().with_week(self.week)
    }
}
