-- When it was first seen that something had come of a year that was started by one tap: from then on it is not taken
-- back, whatever is forgotten later, and nobody has to look again.
ALTER TABLE next_years ADD COLUMN begun_at BIGINT;
