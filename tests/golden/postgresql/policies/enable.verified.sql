-- alter table t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" FORCE ROW LEVEL SECURITY;
-- alter table t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ENABLE ROW LEVEL SECURITY;
-- add policy t.p · SSY0411 · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "p" ON "t" TO PUBLIC USING ((a = CURRENT_USER));
