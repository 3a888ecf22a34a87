-- before table t1: no row of SELECT "a" FROM "t1" WHERE ("a" OPERATOR(pg_catalog.>=) 0 AND "a" OPERATOR(pg_catalog.<) 9) IS NOT TRUE
-- before table t1: no row of SELECT "a" FROM "rest" WHERE ("a" OPERATOR(pg_catalog.>=) 0 AND "a" OPERATOR(pg_catalog.<) 9)
-- alter table t1 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DETACH PARTITION "t1";
-- alter table t1 · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ATTACH PARTITION "t1" FOR VALUES FROM (0) TO (9);
