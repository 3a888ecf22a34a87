-- before index t.i: no row of SELECT "a", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL GROUP BY "a" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter index t.i · BlocksReads · lock 3 s · statement 300 s
ALTER INDEX "i" RENAME TO "__schemasync_index_71fc7ad4cc97";
-- alter index t.i · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "t" ("a");
-- alter index t.i · BlocksDdl · None · statement 86400 s
DROP INDEX CONCURRENTLY "__schemasync_index_71fc7ad4cc97";
