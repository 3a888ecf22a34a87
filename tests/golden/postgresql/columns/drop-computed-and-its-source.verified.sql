-- drop column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP COLUMN "b";
-- drop column t.a · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "a";
