-- no row before: SELECT "a", count(*) AS "rows" FROM (SELECT (1) AS "a", "id" FROM "t") AS "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1;
ALTER TABLE "t" ADD COLUMN "a" INTEGER DEFAULT 1;
CREATE UNIQUE INDEX "i" ON "t" ("a")
