-- before index t.i: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- add index t.i · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "t" ("a");
-- alter table t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "i";
