-- alter view v · BlocksWrites
DROP VIEW "v";
-- alter view v · BlocksWrites
CREATE VIEW "v" ("n", "m") AS
SELECT id, a FROM t;
-- add view w · BlocksWrites
CREATE VIEW "w" AS
SELECT n FROM v;
