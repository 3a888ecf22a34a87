-- before unique constraint t.u: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a", "b");
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
