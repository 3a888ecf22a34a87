-- alter view v · BlocksWrites
DROP VIEW "v";
-- drop column t.a · SSY0402 · BlocksWrites · Rewrite · no way back
ALTER TABLE "t" DROP COLUMN "a";
-- alter view v · BlocksWrites
CREATE VIEW "v" AS
SELECT id FROM t;
