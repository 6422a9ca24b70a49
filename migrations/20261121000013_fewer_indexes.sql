-- A morning of thousands of organisations writes each of these indexes again for every row that it touches.

-- `occurrences_by_due` finds the same rows: an organisation has some dozens of them.
DROP INDEX occurrences_open;
-- `outbox_in_order` begins each lane with what is due first.
DROP INDEX outbox_due;

-- Most of a staff hold no role, and reminders ask only for those who do.
CREATE INDEX people_with_roles ON people (organisation, full_name) WHERE archived_at IS NULL AND roles <> '';
