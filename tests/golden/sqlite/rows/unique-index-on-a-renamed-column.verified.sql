-- before index t.i: no row of WITH "t" AS (SELECT "id", "a" AS "b" FROM main."t") SELECT "b", count(*) AS "rows" FROM "t" WHERE "b" IS NOT NULL GROUP BY "b" HAVING count(*) > 1
-- rename column t.a to b · SSY0408 · BlocksWrites
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
-- add index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ("b");
