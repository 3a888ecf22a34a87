-- before unique constraint t.u: no row of SELECT "a", "id", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "id" IS NOT NULL GROUP BY "a", "id" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
ALTER TABLE "t" DROP CONSTRAINT "u";
ALTER TABLE "t" DROP COLUMN "b";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a", "id");
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
