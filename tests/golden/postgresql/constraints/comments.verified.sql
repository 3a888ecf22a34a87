-- alter unique constraint t.u · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "u" ON "t" IS 'once';
-- alter check constraint t.c · BlocksReads · lock 3 s · statement 300 s
COMMENT ON CONSTRAINT "c" ON "t" IS 'positive';
