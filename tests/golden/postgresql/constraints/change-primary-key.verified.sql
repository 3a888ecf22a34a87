-- before primary key t.t_pkey: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- alter primary key t.t_pkey · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_6df7e09caa38" ON "t" ("a", "b");
-- alter primary key t.t_pkey · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "__schemasync_key_6df7e09caa38";
