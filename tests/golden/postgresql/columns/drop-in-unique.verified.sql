-- drop unique constraint t.t_b_key · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "t_b_key";
-- drop column t.b · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "b";
