-- before unique constraint t.u: no row of SELECT "a", count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a") INCLUDE ("b") WITH ("fillfactor" = '70');
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
