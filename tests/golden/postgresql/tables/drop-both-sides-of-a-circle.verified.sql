-- drop table a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";
-- drop table b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
-- drop table b · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "b";
-- drop table a · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "a";
