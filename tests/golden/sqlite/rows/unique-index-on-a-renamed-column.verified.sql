-- no row before: WITH "t" AS (SELECT "id", "a" AS "b" FROM main."t") SELECT "b", count(*) AS "rows" FROM "t" WHERE "b" IS NOT NULL GROUP BY "b" HAVING count(*) > 1;
ALTER TABLE "t" RENAME COLUMN "a" TO "b";
CREATE UNIQUE INDEX "i" ON "t" ("b")
