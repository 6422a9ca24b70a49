-- One text for SQLite and PostgreSQL: BIGINT, TEXT and DOUBLE PRECISION only.
-- *_at: Unix milliseconds UTC. *_on and due: civil dates 'YYYY-MM-DD'. Identifiers are made by the program.

-- A school, a kindergarten, a centre.
CREATE TABLE organisations (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    -- OrganisationKind code
    kind TEXT NOT NULL,
    -- IANA time zone
    zone TEXT NOT NULL,
    -- calendar year in which the current school year starts
    school_year BIGINT NOT NULL,
    -- address of the channel, '' while there is none
    channel TEXT NOT NULL DEFAULT '',
    channel_title TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL
);

CREATE TABLE people (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    full_name TEXT NOT NULL,
    position TEXT NOT NULL DEFAULT '',
    -- Role codes separated by spaces
    roles TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    -- set when the person left the staff list
    archived_at BIGINT
);
CREATE INDEX people_by_organisation ON people (organisation, full_name);

-- A person's identity in one messenger. The chat is an opaque address: 'telegram:42'.
CREATE TABLE accounts (
    chat TEXT PRIMARY KEY,
    person BIGINT REFERENCES people (id),
    locale TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- set while the messenger says that the person cannot be written to
    unreachable_at BIGINT,
    unreachable_reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX accounts_by_person ON accounts (person);

-- Only a digest of the code is kept.
CREATE TABLE invitations (
    digest TEXT PRIMARY KEY,
    -- 'curator' or 'staff'
    purpose TEXT NOT NULL,
    -- NULL: the organisation is yet to be made by the one who comes
    organisation BIGINT REFERENCES organisations (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Wrong codes of invitations from one chat: whoever guesses is not listened to for a while.
CREATE TABLE wrong_codes (
    chat TEXT PRIMARY KEY,
    -- when the counting began
    since BIGINT NOT NULL,
    times BIGINT NOT NULL
);

-- A staff list that was read and shown, and waits for its curator's word.
CREATE TABLE staff_drafts (
    person BIGINT PRIMARY KEY REFERENCES people (id),
    -- chat::staff::Draft as JSON
    content TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Where each chat stands.
CREATE TABLE sessions (
    chat TEXT PRIMARY KEY,
    -- chat::State as JSON
    state TEXT NOT NULL,
    -- grows with each change of the state; buttons carry it
    version BIGINT NOT NULL,
    -- the message that shows the current screen, '' when not known
    message TEXT NOT NULL DEFAULT '',
    updated_at BIGINT NOT NULL
);

-- Updates: stored before the messenger is told that we have them.
CREATE TABLE inbox (
    bot TEXT NOT NULL,
    update_id BIGINT NOT NULL,
    -- our order of arrival
    seq BIGINT NOT NULL,
    -- the chat whose order it keeps
    lane TEXT NOT NULL,
    -- the update as it came; emptied some time after it is handled
    raw TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    done_at BIGINT,
    -- why it was put aside: '' unless quarantined
    quarantine TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (bot, update_id)
);
CREATE INDEX inbox_waiting ON inbox (seq) WHERE done_at IS NULL;

-- Everything that leaves the bot is a row first.
CREATE TABLE outbox (
    id BIGINT PRIMARY KEY,
    -- says what it is, to whom and for which day: a second one is the same one
    dedupe_key TEXT NOT NULL UNIQUE,
    chat TEXT NOT NULL,
    -- 0 answer, 1 notice, 2 broadcast
    lane BIGINT NOT NULL,
    -- 'idempotent', 'repeatable', 'never_repeat'
    class TEXT NOT NULL,
    -- delivery::letter::Letter as JSON
    letter TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    expires_at BIGINT,
    -- queued, sending, sent, obsolete, expired, unreachable, failed, unknown
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    lease_until BIGINT,
    -- the sent message, '' until then
    message TEXT NOT NULL DEFAULT '',
    -- why it ended as it did
    reason TEXT NOT NULL DEFAULT '',
    ended_at BIGINT
);
CREATE INDEX outbox_due ON outbox (not_before, lane) WHERE state = 'queued';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'sending';

-- One person's filling of a questionnaire.
CREATE TABLE responses (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    questionnaire TEXT NOT NULL,
    person BIGINT NOT NULL REFERENCES people (id),
    -- draft, finished, withdrawn
    state TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    UNIQUE (person, school_year, questionnaire)
);
CREATE INDEX responses_by_bank ON responses (organisation, school_year, questionnaire, state);

CREATE TABLE answers (
    response BIGINT NOT NULL REFERENCES responses (id),
    question TEXT NOT NULL,
    -- domain::questionnaire::Answer as JSON
    value TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (response, question)
);

-- Append only: each decision is a row of its own.
CREATE TABLE consents (
    id BIGINT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    version TEXT NOT NULL,
    -- digest of the exact text that was shown
    text_sha256 TEXT NOT NULL,
    -- given, refused, withdrawn
    decision TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    -- how it was said: the chat and the press
    evidence TEXT NOT NULL
);
CREATE INDEX consents_by_person ON consents (person, kind, id);

CREATE TABLE road_maps (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    title TEXT NOT NULL,
    -- name of the file; '' for the built-in template and for text from the chat
    source_name TEXT NOT NULL,
    loaded_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, school_year)
);

-- A document that was read and shown, but not loaded yet.
CREATE TABLE road_map_drafts (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    -- file, typed, template
    source TEXT NOT NULL,
    source_name TEXT NOT NULL,
    -- the text of the document: it is read anew each time
    document TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, school_year)
);

-- One row of the road map.
CREATE TABLE activities (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    position BIGINT NOT NULL,
    stage TEXT NOT NULL,
    -- a short name for lists
    heading TEXT NOT NULL,
    activity TEXT NOT NULL,
    -- the cell's sub-items as a JSON list
    items TEXT NOT NULL DEFAULT '[]',
    -- the term as the school wrote it
    term_text TEXT NOT NULL,
    -- the curator's own words in its place, '' when none
    term_own TEXT NOT NULL DEFAULT '',
    -- TermChoice code
    term_choice TEXT NOT NULL DEFAULT 'as_read',
    responsible_text TEXT NOT NULL,
    -- ResponsibleRole codes as a JSON list
    responsible TEXT NOT NULL DEFAULT '[]',
    -- named people (ids) as a JSON list
    persons TEXT NOT NULL DEFAULT '[]',
    -- 1 while somebody responsible is not recognised
    responsible_unclear BIGINT NOT NULL DEFAULT 0,
    result TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    -- set when a newer document has no such row: it is kept for what was done
    retired_at BIGINT
);
CREATE INDEX activities_by_year ON activities (organisation, school_year, position);

-- One dated instance of a row.
CREATE TABLE occurrences (
    id BIGINT PRIMARY KEY,
    activity BIGINT NOT NULL REFERENCES activities (id),
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    -- the date in the document
    official_due TEXT NOT NULL,
    -- moved to a working day
    due TEXT NOT NULL,
    -- open, done
    state TEXT NOT NULL,
    done_at BIGINT,
    done_by BIGINT REFERENCES people (id),
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (activity, official_due)
);
CREATE INDEX occurrences_by_due ON occurrences (organisation, due);
CREATE INDEX occurrences_open ON occurrences (organisation, due) WHERE state = 'open';

-- What closes an occurrence.
CREATE TABLE evidence (
    id BIGINT PRIMARY KEY,
    occurrence BIGINT NOT NULL REFERENCES occurrences (id),
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
CREATE INDEX evidence_by_occurrence ON evidence (occurrence);

CREATE TABLE pairs (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    mentor BIGINT NOT NULL REFERENCES people (id),
    mentee BIGINT NOT NULL REFERENCES people (id),
    -- PairState code
    state TEXT NOT NULL,
    -- domain::pair::Pair as JSON
    pair TEXT NOT NULL,
    -- why the two fit: matching factors as JSON
    factors TEXT NOT NULL DEFAULT '[]',
    -- how far its announcement in the channel has come: PostState code, 'draft' before there is one
    announced TEXT NOT NULL DEFAULT 'draft',
    -- dedupe key of the announcement's outbox row, '' before there is one
    announcement TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX pairs_by_year ON pairs (organisation, school_year, state);
CREATE INDEX pairs_by_mentor ON pairs (mentor);
CREATE INDEX pairs_by_mentee ON pairs (mentee);
CREATE INDEX pairs_by_announcement ON pairs (announcement);

-- The curator's word on who must or must not be together.
CREATE TABLE pair_wishes (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    mentor BIGINT NOT NULL REFERENCES people (id),
    mentee BIGINT NOT NULL REFERENCES people (id),
    -- pin or ban
    wish TEXT NOT NULL,
    PRIMARY KEY (organisation, school_year, mentor, mentee)
);

-- What matching proposes and nobody was asked about yet: one plan a year, changed by the curators.
CREATE TABLE matching_plans (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    -- domain::matching::Plan as JSON, with whom the curator left out
    plan TEXT NOT NULL,
    -- grows with each run and change; buttons carry it
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, school_year)
);

CREATE TABLE posts (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    author BIGINT NOT NULL REFERENCES people (id),
    text TEXT NOT NULL DEFAULT '',
    -- the messenger's reference of a photo, '' when none
    photo TEXT NOT NULL DEFAULT '',
    -- the day of the event, '' for plain news
    event_on TEXT NOT NULL DEFAULT '',
    -- draft, scheduled, published, dropped, unknown, failed
    state TEXT NOT NULL,
    publish_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL
);
CREATE INDEX posts_by_organisation ON posts (organisation, id);

-- Who looked at or changed whose data.
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor BIGINT,
    -- what was done, in code words
    act TEXT NOT NULL,
    -- whose or which: ids only
    subject TEXT NOT NULL
);

-- What a job did last, by its name.
CREATE TABLE job_marks (
    job TEXT NOT NULL,
    organisation BIGINT NOT NULL,
    -- the day or instant it has dealt with, as text
    mark TEXT NOT NULL,
    PRIMARY KEY (job, organisation)
);
