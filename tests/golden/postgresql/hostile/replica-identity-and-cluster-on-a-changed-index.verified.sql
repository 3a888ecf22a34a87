-- before index t.i: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
ALTER INDEX "i" RENAME TO "__schemasync_index_71fc7ad4cc97";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "i" ON "t" ("a", "b");
ALTER TABLE "t" CLUSTER ON "i";
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "i";
-- None
DROP INDEX CONCURRENTLY "__schemasync_index_71fc7ad4cc97";
