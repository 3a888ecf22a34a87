COMMENT ON POLICY "p" ON "t" IS 'why';
