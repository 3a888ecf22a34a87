-- before index t.x: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
ALTER TABLE "t" DROP CONSTRAINT "x";
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "y" UNIQUE USING INDEX "y";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "x" ON "t" ("a");
