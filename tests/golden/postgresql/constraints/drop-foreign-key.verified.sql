-- drop foreign key t.t_p_id_fkey · SSY0409 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "t_p_id_fkey";
