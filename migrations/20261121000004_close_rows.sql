-- How rows of the road map close, and what a responsible person does with one.

-- The same table, except that nobody gave what the bot itself knows, and that one sub-item may have its own evidence.
CREATE TABLE evidence_given (
    id BIGINT PRIMARY KEY,
    occurrence BIGINT NOT NULL REFERENCES occurrences (id),
    -- the words of the sub-item that it closes, '' for the whole row
    item TEXT NOT NULL DEFAULT '',
    -- EvidenceKind code
    kind TEXT NOT NULL,
    -- the number of an order, the name of a file, a link, the words, a count, or a Finding as JSON
    content TEXT NOT NULL,
    -- the date of an order, '' otherwise
    dated TEXT NOT NULL DEFAULT '',
    -- the messenger's reference of a file
    file TEXT NOT NULL DEFAULT '',
    -- NULL: the bot itself
    given_by BIGINT REFERENCES people (id),
    given_at BIGINT NOT NULL,
    -- set when it does not count any more: the occurrence was opened again, a tick was taken back
    withdrawn_at BIGINT,
    -- why the curator opened the occurrence again, '' when nothing was said
    withdrawn_why TEXT NOT NULL DEFAULT ''
);
INSERT INTO evidence_given (id, occurrence, kind, content, dated, file, given_by, given_at, withdrawn_at)
SELECT id, occurrence, kind, content, dated, file, given_by, given_at, withdrawn_at FROM evidence;
DROP TABLE evidence;
ALTER TABLE evidence_given RENAME TO evidence;
CREATE INDEX evidence_by_occurrence ON evidence (occurrence);
CREATE INDEX evidence_by_file ON evidence (file) WHERE file <> '';

-- What the curator settled about a row that waits for something the bot knows. Without an entry its words decide.
CREATE TABLE row_bindings (
    activity BIGINT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    -- the words of a sub-item, '' for the whole row
    item TEXT NOT NULL DEFAULT '',
    -- Fact code
    fact TEXT NOT NULL,
    -- BindingMode code
    mode TEXT NOT NULL,
    decided_by BIGINT NOT NULL REFERENCES people (id),
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (activity, item)
);

-- Something that the bot knows has changed: the rows of this organisation are looked at, then it is deleted.
CREATE TABLE fact_changes (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id)
);

-- What the bot believes of an occurrence and asks the curator.
CREATE TABLE doubts (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    occurrence BIGINT NOT NULL REFERENCES occurrences (id) ON DELETE CASCADE,
    -- the words of a sub-item, '' for the whole row
    item TEXT NOT NULL DEFAULT '',
    -- DoubtKind code
    kind TEXT NOT NULL,
    -- Finding as JSON: what it rests on
    finding TEXT NOT NULL,
    -- the day from which it is asked
    ask_from TEXT NOT NULL,
    -- the curator's word: yes, no; 'moot' when it settled itself; '' while it is open
    answer TEXT NOT NULL DEFAULT '',
    answered_by BIGINT REFERENCES people (id),
    answered_at BIGINT
);
CREATE INDEX doubts_open ON doubts (organisation, ask_from) WHERE answer = '';
CREATE INDEX doubts_by_occurrence ON doubts (occurrence);

-- «Напомнить позже»: each press is a row of its own, so that they can be counted.
CREATE TABLE snoozes (
    id BIGINT PRIMARY KEY,
    occurrence BIGINT NOT NULL REFERENCES occurrences (id) ON DELETE CASCADE,
    person BIGINT NOT NULL REFERENCES people (id),
    -- the day on which it is said again
    until_on TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX snoozes_by_occurrence ON snoozes (occurrence, person);

-- «Не моя задача», and what the curator did about it.
CREATE TABLE handovers (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    activity BIGINT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    -- the one occurrence that is meant, NULL for all of the row
    occurrence BIGINT REFERENCES occurrences (id) ON DELETE CASCADE,
    -- who said it
    person BIGINT NOT NULL REFERENCES people (id),
    -- HandoverReason code
    reason TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    -- who does it instead; the same person where it stayed theirs
    given_to BIGINT REFERENCES people (id),
    settled_by BIGINT REFERENCES people (id),
    settled_at BIGINT
);
CREATE INDEX handovers_by_activity ON handovers (activity);
CREATE INDEX handovers_open ON handovers (organisation) WHERE settled_at IS NULL;
