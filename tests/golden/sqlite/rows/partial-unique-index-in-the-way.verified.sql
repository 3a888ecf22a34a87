-- no row before: SELECT "a", count(*) AS "rows" FROM "t" WHERE "a" IS NOT NULL AND (b = 1) GROUP BY "a" HAVING count(*) > 1;
CREATE UNIQUE INDEX "i" ON "t" ("a") WHERE b = 1
