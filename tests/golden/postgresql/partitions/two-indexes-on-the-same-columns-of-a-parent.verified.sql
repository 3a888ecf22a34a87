-- before index t.j: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
-- before index t.k: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
-- Alone
CREATE INDEX "j" ON ONLY "t" ("a") WHERE (a > 0);
-- None
CREATE INDEX CONCURRENTLY "t1_a_idx1" ON "t1" ("a") WHERE (a > 0);
-- Alone
ALTER INDEX "j" ATTACH PARTITION "t1_a_idx1";
-- Alone
CREATE INDEX "k" ON ONLY "t" ("a" DESC);
-- None
CREATE INDEX CONCURRENTLY "t1_a_idx2" ON "t1" ("a" DESC);
-- Alone
ALTER INDEX "k" ATTACH PARTITION "t1_a_idx2";
