-- before index t.i: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
CREATE TABLE "t1" PARTITION OF "t" FOR VALUES IN (1);
-- Alone
CREATE INDEX "i" ON ONLY "t" ("a");
-- None
CREATE INDEX CONCURRENTLY "t1_a_idx" ON "t1" ("a");
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t1_a_idx";
