-- alter policy t.p · BlocksReads · lock 3 s · statement 300 s
COMMENT ON POLICY "p" ON "t" IS 'why';
