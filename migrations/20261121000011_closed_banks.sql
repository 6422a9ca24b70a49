-- Banks that their curator has called complete; whoever sends a questionnaire later still joins.
CREATE TABLE closed_banks (
    organisation BIGINT NOT NULL REFERENCES organisations (id),
    school_year BIGINT NOT NULL,
    -- the code of the bank's questionnaire
    questionnaire TEXT NOT NULL,
    closed_by BIGINT NOT NULL REFERENCES people (id),
    closed_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, school_year, questionnaire)
);
