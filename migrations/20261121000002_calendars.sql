-- What each organisation says about its own year, and dated instances that belong to a pair.

CREATE TABLE calendars (
    organisation BIGINT PRIMARY KEY REFERENCES organisations (id),
    -- domain::calendar::CalendarSettings as JSON
    settings TEXT NOT NULL,
    -- grows with each change: two curators cannot overwrite each other
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- A row «по завершению программы» has one occurrence for each pair, two of them perhaps on one day, so the pair joins
-- the key. Neither engine's way to change a key is the other's: the table is made anew, and with it the one that
-- refers to it.
CREATE TABLE occurrences_with_pairs (
    id BIGINT PRIMARY KEY,
    activity BIGINT NOT NULL REFERENCES activities (id),
    -- the pair whose programme's end it is; 0 for all other rows
    pair BIGINT NOT NULL DEFAULT 0,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    -- the date in the document, or the day on which the pair's programme ends
    official_due TEXT NOT NULL,
    -- moved to a working day
    due TEXT NOT NULL,
    -- open, done
    state TEXT NOT NULL,
    done_at BIGINT,
    done_by BIGINT REFERENCES people (id),
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (activity, pair, official_due)
);
INSERT INTO occurrences_with_pairs (id, activity, organisation, official_due, due, state, done_at, done_by, version)
    SELECT id, activity, organisation, official_due, due, state, done_at, done_by, version FROM occurrences;

CREATE TABLE evidence_of_occurrences (
    id BIGINT PRIMARY KEY,
    occurrence BIGINT NOT NULL REFERENCES occurrences_with_pairs (id),
    -- EvidenceKind code
    kind TEXT NOT NULL,
    -- the number of an order, the name of a file, a link, or the words
    content TEXT NOT NULL,
    -- the date of an order, '' otherwise
    dated TEXT NOT NULL DEFAULT '',
    -- the messenger's reference of a file
    file TEXT NOT NULL DEFAULT '',
    given_by BIGINT NOT NULL REFERENCES people (id),
    given_at BIGINT NOT NULL,
    -- set when the curator opened the occurrence again
    withdrawn_at BIGINT
);
INSERT INTO evidence_of_occurrences (id, occurrence, kind, content, dated, file, given_by, given_at, withdrawn_at)
    SELECT id, occurrence, kind, content, dated, file, given_by, given_at, withdrawn_at FROM evidence;

DROP TABLE evidence;
DROP TABLE occurrences;
ALTER TABLE occurrences_with_pairs RENAME TO occurrences;
ALTER TABLE evidence_of_occurrences RENAME TO evidence;

CREATE INDEX occurrences_by_due ON occurrences (organisation, due);
CREATE INDEX occurrences_open ON occurrences (organisation, due) WHERE state = 'open';
CREATE INDEX evidence_by_occurrence ON evidence (occurrence);
