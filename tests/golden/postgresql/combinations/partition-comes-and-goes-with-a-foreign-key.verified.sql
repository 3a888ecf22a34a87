-- drop table t1 · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t1";
-- add table t2 · BlocksReads · lock 3 s · statement 300 s
CREATE TABLE "t2" PARTITION OF "t" FOR VALUES IN (2);
