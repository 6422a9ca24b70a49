-- What a morning writes for each of many thousand organisations is written in few places.

-- When the reminders look at an open occurrence again: apart from it, because PostgreSQL writes every index of a row
-- again whenever an indexed column of it changes.
CREATE TABLE wakings (
    occurrence BIGINT PRIMARY KEY REFERENCES occurrences (id) ON DELETE CASCADE,
    -- the occurrence's: what belongs to one organisation is looked at together
    organisation BIGINT NOT NULL,
    -- NULL never again
    remind_at BIGINT,
    -- civil day up to which its marks were dealt with, '' none
    reminded_on TEXT NOT NULL
);
INSERT INTO wakings (occurrence, organisation, remind_at, reminded_on)
    SELECT id, organisation, remind_at, reminded_on FROM occurrences WHERE state = 'open';
CREATE INDEX wakings_in_order ON wakings (remind_at, organisation) WHERE remind_at IS NOT NULL;
DROP INDEX occurrences_waking;
ALTER TABLE occurrences DROP COLUMN remind_at;
ALTER TABLE occurrences DROP COLUMN reminded_on;

-- A person belongs to one organisation and is never taken out of the tables: whose line it is needs no look of its own
-- at two tables, which PostgreSQL writes to at each look.
CREATE TABLE lighter_digest_lines (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL,
    person BIGINT NOT NULL,
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
INSERT INTO lighter_digest_lines
        (id, organisation, person, kind, subject, mark, owed_on, deliver_at, ended_at, outcome)
    SELECT id, organisation, person, kind, subject, mark, owed_on, deliver_at, ended_at, outcome FROM digest_lines;
DROP TABLE digest_lines;
ALTER TABLE lighter_digest_lines RENAME TO digest_lines;
CREATE INDEX digest_lines_waiting ON digest_lines (deliver_at, organisation) WHERE ended_at IS NULL;
CREATE INDEX digest_lines_of_person ON digest_lines (person) WHERE ended_at IS NULL;
