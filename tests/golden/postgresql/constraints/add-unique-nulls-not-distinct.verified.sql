-- before unique constraint t.u: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- add unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "u" ON "t" ("a") NULLS NOT DISTINCT;
-- add unique constraint t.u · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u";
