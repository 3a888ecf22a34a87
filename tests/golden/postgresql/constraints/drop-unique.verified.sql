-- drop unique constraint t.t_a_key · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "t_a_key";
