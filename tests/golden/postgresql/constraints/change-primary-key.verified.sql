-- before primary key t.t_pkey: no row of SELECT "a", "b", pg_catalog.count(*) AS rows FROM "t" WHERE "a" IS NOT NULL AND "b" IS NOT NULL GROUP BY "a", "b" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- None
CREATE UNIQUE INDEX CONCURRENTLY "__schemasync_key_6df7e09caa38" ON "t" ("a", "b");
-- Alone
ALTER TABLE "t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "__schemasync_key_6df7e09caa38";
