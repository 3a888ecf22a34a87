-- before table tb: no row of SELECT "a" FROM "tb" WHERE ("a" OPERATOR(pg_catalog.>=) 0 AND "a" OPERATOR(pg_catalog.<) 20) IS NOT TRUE
-- drop table ta · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "ta";
-- alter table tb · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ATTACH PARTITION "tb" FOR VALUES FROM (0) TO (20);
