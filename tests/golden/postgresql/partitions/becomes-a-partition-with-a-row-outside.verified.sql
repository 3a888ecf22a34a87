-- before table t1: no row of SELECT "a" FROM "t1" WHERE ("a" OPERATOR(pg_catalog.=) 1) IS NOT TRUE
-- alter table t1 · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ATTACH PARTITION "t1" FOR VALUES IN (1);
