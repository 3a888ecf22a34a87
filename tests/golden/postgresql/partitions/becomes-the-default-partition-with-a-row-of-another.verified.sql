-- before table t2: no row of SELECT "a" FROM "t2" WHERE ("a" OPERATOR(pg_catalog.=) 1)
-- alter table t2 · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ATTACH PARTITION "t2" DEFAULT;
