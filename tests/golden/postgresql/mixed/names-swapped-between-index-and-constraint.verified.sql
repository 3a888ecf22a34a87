-- before index t.x: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- drop unique constraint t.x · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "x";
-- add unique constraint t.y · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "y" UNIQUE USING INDEX "y";
-- add index t.x · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "x" ON "t" ("a");
