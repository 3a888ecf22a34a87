-- before index t.j: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
-- before index t.k: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1']::pg_catalog.name[])
-- add index t.j · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE INDEX "j" ON ONLY "t" ("a") WHERE (a > 0);
-- add index t.j · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "t1_a_idx1" ON "t1" ("a") WHERE (a > 0);
-- add index t.j · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "j" ATTACH PARTITION "t1_a_idx1";
-- add index t.k · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE INDEX "k" ON ONLY "t" ("a" DESC);
-- add index t.k · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "t1_a_idx2" ON "t1" ("a" DESC);
-- add index t.k · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "k" ATTACH PARTITION "t1_a_idx2";
