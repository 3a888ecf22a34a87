-- before index t.i: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1', 't2', 't11']::pg_catalog.name[])
-- add index t.i · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE INDEX "i" ON ONLY "t" ("b" DESC, (((a + 1))));
-- add index t.i · BlocksWrites · Alone · lock 3 s · statement 300 s
CREATE INDEX "t1_b_expr_idx" ON ONLY "t1" ("b" DESC, (((a + 1))));
-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "t11_b_expr_idx" ON "t11" ("b" DESC, (((a + 1))));
-- add index t.i · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "t1_b_expr_idx" ATTACH PARTITION "t11_b_expr_idx";
-- add index t.i · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "i" ATTACH PARTITION "t1_b_expr_idx";
-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "t2_b_expr_idx" ON "t2" ("b" DESC, (((a + 1))));
-- add index t.i · BlocksDdl · Alone · lock 3 s · statement 300 s
ALTER INDEX "i" ATTACH PARTITION "t2_b_expr_idx";
