-- before index t.i: no row of SELECT c.relname AS partition FROM pg_catalog.pg_partition_tree('"t"'::pg_catalog.regclass) t JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY['t1', 't2', 't11']::pg_catalog.name[])
-- Alone
CREATE INDEX "i" ON ONLY "t" ("b" DESC, (((a + 1))));
-- Alone
CREATE INDEX "t1_b_expr_idx" ON ONLY "t1" ("b" DESC, (((a + 1))));
-- None
CREATE INDEX CONCURRENTLY "t11_b_expr_idx" ON "t11" ("b" DESC, (((a + 1))));
-- Alone
ALTER INDEX "t1_b_expr_idx" ATTACH PARTITION "t11_b_expr_idx";
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t1_b_expr_idx";
-- None
CREATE INDEX CONCURRENTLY "t2_b_expr_idx" ON "t2" ("b" DESC, (((a + 1))));
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t2_b_expr_idx";
