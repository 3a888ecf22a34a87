-- alter view v · BlocksWrites
DROP VIEW "v";
-- keep view w · BlocksWrites
DROP VIEW "w";
-- drop column t.b · SSY0402 · BlocksWrites · Rewrite · no way back
ALTER TABLE "t" DROP COLUMN "b";
-- alter view v · BlocksWrites
CREATE VIEW "v" AS
SELECT id, a FROM t;
-- keep view w · BlocksWrites
CREATE VIEW "w" AS
SELECT a FROM v;
