-- before unique constraint t.k: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_2ddfc5ea40fe" ON "t" ("a", "b");
-- Alone
ALTER TABLE "t" DROP CONSTRAINT "k", ADD CONSTRAINT "k" UNIQUE USING INDEX "__schemasync_key_2ddfc5ea40fe";
ALTER TABLE "t" CLUSTER ON "k";
ALTER TABLE "t" REPLICA IDENTITY USING INDEX "k";
