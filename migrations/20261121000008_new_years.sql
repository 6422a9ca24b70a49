-- Who is to be asked about the next school year is found without looking at everybody else.
CREATE INDEX organisations_by_school_year ON organisations (school_year);
