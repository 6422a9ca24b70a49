-- Reminders wake up by an index: what is not due is not looked at.

-- When the reminders look at an occurrence again (Unix milliseconds): 0 not looked at yet, NULL nothing more to say.
ALTER TABLE occurrences ADD COLUMN remind_at BIGINT DEFAULT 0;
-- The civil day up to which its marks were dealt with, '' before the first look.
ALTER TABLE occurrences ADD COLUMN reminded_on TEXT NOT NULL DEFAULT '';
CREATE INDEX occurrences_waking ON occurrences (remind_at, organisation) WHERE state = 'open';

-- The same for rows without a day of their own («постоянно»): a quiet line from time to time.
ALTER TABLE activities ADD COLUMN remind_at BIGINT DEFAULT 0;
ALTER TABLE activities ADD COLUMN reminded_on TEXT NOT NULL DEFAULT '';
CREATE INDEX activities_waking ON activities (remind_at, organisation) WHERE retired_at IS NULL;

-- How an organisation wants to be reminded; without a row as everybody is.
CREATE TABLE reminder_settings (
    organisation BIGINT PRIMARY KEY REFERENCES organisations (id),
    -- Pace code
    pace TEXT NOT NULL,
    -- the hour of the day's message
    hour BIGINT NOT NULL,
    -- QuietHours code
    quiet TEXT NOT NULL,
    -- the days of the week on which there are reminders, 1 is Monday: '12345'
    weekdays TEXT NOT NULL
);

-- What a person is to be told without having asked: lines of one message a day. They stay as the record of who was
-- told what and when.
CREATE TABLE digest_lines (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    person BIGINT NOT NULL REFERENCES people (id),
    -- LineKind code
    kind TEXT NOT NULL,
    -- the occurrence, the row, the pair or the person that it speaks of
    subject BIGINT NOT NULL,
    -- which word about it: a mark's code, a side, a kind of consent
    mark TEXT NOT NULL DEFAULT '',
    -- civil day from which it may be said
    owed_on TEXT NOT NULL,
    -- when a message is made of it if it was not said by then; 0 the next morning
    deliver_at BIGINT NOT NULL,
    ended_at BIGINT,
    -- LineEnd code, '' while it waits
    outcome TEXT NOT NULL DEFAULT '',
    UNIQUE (subject, kind, mark, person)
);
CREATE INDEX digest_lines_waiting ON digest_lines (deliver_at, organisation) WHERE ended_at IS NULL;
CREATE INDEX digest_lines_of_person ON digest_lines (person) WHERE ended_at IS NULL;
