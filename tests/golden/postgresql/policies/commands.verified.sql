-- add policy t.d · SSY0411 · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "d" ON "t" FOR DELETE TO "test" USING (false);
-- add policy t.i · SSY0411 · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "i" ON "t" FOR INSERT TO PUBLIC WITH CHECK ((a > ''::text));
-- add policy t.s · SSY0411 · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "s" ON "t" FOR SELECT TO PUBLIC USING (true);
