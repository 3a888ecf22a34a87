-- alter policy t.p · SSY0411 · BlocksReads · lock 3 s · statement 300 s
DROP POLICY "p" ON "t";
-- alter policy t.p · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "p" ON "t" AS RESTRICTIVE FOR UPDATE TO "pg_monitor", "pg_read_all_stats" USING ((a > 'a'::text)) WITH CHECK ((a <> 'x'::text));
-- alter policy t.p · BlocksReads · lock 3 s · statement 300 s
COMMENT ON POLICY "p" ON "t" IS 'why';
