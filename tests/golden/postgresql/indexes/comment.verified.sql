-- alter index t.i · BlocksReads · lock 3 s · statement 300 s
COMMENT ON INDEX "i" IS 'it''s';
