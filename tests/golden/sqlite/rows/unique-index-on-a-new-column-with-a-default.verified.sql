-- before index t.i: no row of SELECT "a", count(*) AS "rows" FROM (SELECT (1) AS "a", "id" FROM "t") AS "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
-- add column t.a · BlocksWrites
ALTER TABLE "t" ADD COLUMN "a" INTEGER DEFAULT 1;
-- add index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ("a");
