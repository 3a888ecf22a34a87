-- keep policy t.p · BlocksReads · lock 3 s · statement 300 s
DROP POLICY "p" ON "t";
-- alter column o.id · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "o" ALTER COLUMN "id" TYPE bigint;
-- keep policy t.p · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "p" ON "t" TO PUBLIC USING ((EXISTS ( SELECT 1
   FROM o
  WHERE ((o.id = t.o) AND (o.owner = CURRENT_USER)))));
