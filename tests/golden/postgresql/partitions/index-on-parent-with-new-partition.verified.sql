-- before index t.i: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
-- add table t1 · BlocksReads · lock 3 s · statement 300 s
CREATE TABLE "t1" PARTITION OF "t" FOR VALUES IN (1);
-- add index t.i · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE INDEX "i" ON ONLY "t" ("a");
-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "t1_a_idx" ON "t1" ("a");
-- add index t.i · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "i" ATTACH PARTITION "t1_a_idx";
