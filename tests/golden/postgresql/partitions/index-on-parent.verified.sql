-- Alone
CREATE INDEX "i" ON ONLY "t" ("a");
-- None
CREATE INDEX CONCURRENTLY "t_26_a_idx" ON "t_26" ("a");
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t_26_a_idx";
