-- add table t1 · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
CREATE TABLE "t1" PARTITION OF "t" FOR VALUES IN (1);
