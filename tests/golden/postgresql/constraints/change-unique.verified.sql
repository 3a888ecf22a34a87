-- before unique constraint t.u: no row of SELECT "b", pg_catalog.count(*) AS rows FROM "t" WHERE "b" IS NOT NULL GROUP BY "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter unique constraint t.u · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_32417cc9d029" ON "t" ("b");
-- alter unique constraint t.u · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "u", ADD CONSTRAINT "u" UNIQUE USING INDEX "__schemasync_key_32417cc9d029";
