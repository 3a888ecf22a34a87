-- before index t.x: no row of SELECT "a", count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING count(*) > 1
ALTER TABLE "t" DROP CONSTRAINT "x";
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "y" UNIQUE USING INDEX "y";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "x" ON "t" ("a");
