-- drop table u · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "u";
-- drop table t · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t";
-- alter composite type c · BlocksReads · lock 3 s · statement 300 s
ALTER TYPE "c" ALTER ATTRIBUTE "a" TYPE bigint;
