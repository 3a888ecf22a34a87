-- keep policy t.p · BlocksReads · lock 3 s · statement 300 s
DROP POLICY "p" ON "t";
-- alter column t.a · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint;
-- keep policy t.p · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "p" ON "t" TO PUBLIC USING ((a > 1));
