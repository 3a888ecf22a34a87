-- before table t1: no row of SELECT "a" FROM "rest" WHERE ("a" OPERATOR(pg_catalog.=) 1)
-- add table t1 · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
CREATE TABLE "t1" PARTITION OF "t" FOR VALUES IN (1);
