DROP INDEX "i";
-- Alone
CREATE INDEX "i" ON ONLY "t" ("a") WITH ("fillfactor" = '60');
-- None
CREATE INDEX CONCURRENTLY "t1_a_idx" ON "t1" ("a") WITH ("fillfactor" = '60');
-- Alone
ALTER INDEX "i" ATTACH PARTITION "t1_a_idx";
COMMENT ON INDEX "i" IS 'i';
