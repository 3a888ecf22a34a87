DROP POLICY "p" ON "t";
CREATE POLICY "p" ON "t" AS RESTRICTIVE FOR UPDATE TO "pg_monitor", "pg_read_all_stats" USING ((a > 'a'::text)) WITH CHECK ((a <> 'x'::text));
COMMENT ON POLICY "p" ON "t" IS 'why';
