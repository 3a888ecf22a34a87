-- before index t.i: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before index t.i: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
-- add index t.i · SSY0407 · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE UNIQUE INDEX "i" ON ONLY "t" ("a", "b");
-- add index t.i · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "t1_a_b_idx" ON "t1" ("a", "b");
-- add index t.i · SSY0407 · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "i" ATTACH PARTITION "t1_a_b_idx";
