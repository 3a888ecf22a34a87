-- alter policy t.p · SSY0411 · BlocksReads · lock 3 s · statement 300 s
DROP POLICY "p" ON "t";
-- rename table o to o2 · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "o" RENAME TO "o2";
-- alter policy t.p · BlocksReads · lock 3 s · statement 300 s
CREATE POLICY "p" ON "t" TO PUBLIC USING ((EXISTS ( SELECT 1
   FROM o2
  WHERE (o2.id = t.a))));
