-- before primary key t.t_pkey: no row of SELECT "id", pg_catalog.count(*) AS rows FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before column t.id: no row of SELECT * FROM "t" WHERE "id" IS NULL
-- alter column t.id · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2", ADD CONSTRAINT "__schemasync_not_null_ca922956cdd2" CHECK ("id" IS NOT NULL) NOT VALID;
-- alter column t.id · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_ca922956cdd2";
-- alter column t.id · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" SET NOT NULL;
-- alter column t.id · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2";
-- add primary key t.t_pkey · SSY0407 · BlocksDdl · Scan · None · statement 86400 s
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t" ("id");
-- add primary key t.t_pkey · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";
