-- A document that waits to be loaded may be a table: text, or grid (rows of cells as JSON).
ALTER TABLE road_map_drafts ADD COLUMN form TEXT NOT NULL DEFAULT 'text';
