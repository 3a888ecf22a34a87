-- before table t_26: no row of SELECT "at" FROM "t_26" WHERE ("at" OPERATOR(pg_catalog.>=) '2026-01-01' AND "at" OPERATOR(pg_catalog.<) '2026-07-01') IS NOT TRUE
-- alter table t_26 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" DETACH PARTITION "t_26";
-- alter table t_26 · SSY0405 SSY0407 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ATTACH PARTITION "t_26" FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
