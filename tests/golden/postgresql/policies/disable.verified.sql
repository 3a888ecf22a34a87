-- drop policy t.p · SSY0411 · BlocksReads · lock 3 s · statement 300 s
DROP POLICY "p" ON "t";
-- alter table t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DISABLE ROW LEVEL SECURITY;
