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
