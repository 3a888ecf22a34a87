-- before index t.i: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['tb', 'ta']::pg_catalog.name[])
-- drop table ta · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "ta";
-- add index t.i · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE INDEX "i" ON ONLY "t" ("a");
-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "tb_a_idx" ON "tb" ("a");
-- add index t.i · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "i" ATTACH PARTITION "tb_a_idx";
