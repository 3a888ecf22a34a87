-- drop table t · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t";
