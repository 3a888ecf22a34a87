-- before index t.i: no row of SELECT "a", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL AND (b = 1) GROUP BY "a" HAVING count(*) > 1
-- add index t.i · SSY0407 · BlocksWrites · Scan
CREATE UNIQUE INDEX "i" ON "t" ("a") WHERE b = 1;
