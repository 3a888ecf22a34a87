-- before index t.i: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- Alone
CREATE UNIQUE INDEX "i" ON ONLY "t" ("a", "b");
-- None
CREATE UNIQUE INDEX CONCURRENTLY "t1_a_b_idx" ON "t1" ("a", "b");
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t1_a_b_idx";
