-- A road map's table as it was given out to be corrected: what its rows said then.
CREATE TABLE road_map_tables (
    id BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    -- the rows as a JSON list
    rows TEXT NOT NULL
);
CREATE INDEX road_map_tables_by_year ON road_map_tables (organisation, school_year, id);

-- A corrected table that came back and waits for the curator's word.
CREATE TABLE road_map_corrections (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    -- the table that was given out
    base BIGINT NOT NULL REFERENCES road_map_tables (id),
    source_name TEXT NOT NULL,
    -- what it says, as JSON
    content TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, school_year)
);

-- What the document said in a row before a curator rewrote it.
CREATE TABLE activity_originals (
    activity BIGINT PRIMARY KEY REFERENCES activities (id) ON DELETE CASCADE,
    -- as JSON
    original TEXT NOT NULL
);
