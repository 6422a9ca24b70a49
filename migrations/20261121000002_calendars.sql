-- What each organisation says about its own year.

CREATE TABLE calendars (
    organisation BIGINT PRIMARY KEY REFERENCES organisations (id),
    -- domain::calendar::CalendarSettings as JSON
    settings TEXT NOT NULL,
    -- grows with each change: two curators cannot overwrite each other
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
