-- Organisations around a municipal centre, and what the centre saw of them when: numbers only.

-- the centre that sees this organisation's numbers; NULL while there is none
ALTER TABLE organisations ADD COLUMN parent BIGINT;
-- when its curator agreed to that
ALTER TABLE organisations ADD COLUMN parent_since BIGINT;
CREATE INDEX organisations_by_parent ON organisations (parent) WHERE parent IS NOT NULL;

-- The sums of a centre's organisations as they were on a day, to say what has changed since.
CREATE TABLE roll_ups (
    centre BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    -- the civil day at the centre
    taken_on TEXT NOT NULL,
    -- domain::municipality::Sum as JSON
    sums TEXT NOT NULL,
    PRIMARY KEY (centre, school_year, taken_on)
);
