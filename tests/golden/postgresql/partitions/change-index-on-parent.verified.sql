DROP INDEX "i";
-- Alone
CREATE INDEX "i" ON ONLY "t" ("b");
-- None
CREATE INDEX CONCURRENTLY "t1_b_idx" ON "t1" ("b");
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t1_b_idx";
