-- before unique constraint t.k: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter unique constraint t.k · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_2ddfc5ea40fe" ON "t" ("a", "b");
-- alter unique constraint t.k · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "k", ADD CONSTRAINT "k" UNIQUE USING INDEX "__schemasync_key_2ddfc5ea40fe";
-- alter unique constraint t.k · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" CLUSTER ON "k";
-- alter unique constraint t.k · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "k";
