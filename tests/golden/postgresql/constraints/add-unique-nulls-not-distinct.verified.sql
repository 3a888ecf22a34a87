-- before unique constraint t.u: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a") NULLS NOT DISTINCT;
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
