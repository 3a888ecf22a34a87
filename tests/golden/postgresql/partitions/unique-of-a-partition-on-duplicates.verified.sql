-- before unique constraint t1.k: no row of SELECT "b", pg_catalog.count(*) AS rows FROM "t1" WHERE "b" IS NOT NULL GROUP BY "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "k" ON "t1" ("b");
-- Alone
ALTER TABLE "t1" ADD CONSTRAINT "k" UNIQUE USING INDEX "k";
