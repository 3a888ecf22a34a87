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
