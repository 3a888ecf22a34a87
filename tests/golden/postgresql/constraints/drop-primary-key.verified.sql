-- drop primary key t.t_pkey · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";
