-- before primary key t.t_pkey: no row of SELECT "id", pg_catalog.count(*) AS rows FROM "t" WHERE "id" IS NOT NULL GROUP BY "id" HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1
-- before column t.id: no row of SELECT * FROM "t" WHERE "id" IS NULL
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2", ADD CONSTRAINT "__schemasync_not_null_ca922956cdd2" CHECK ("id" IS NOT NULL) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_ca922956cdd2";
-- Alone
ALTER TABLE "t" ALTER COLUMN "id" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2";
-- None
CREATE UNIQUE INDEX CONCURRENTLY "t_pkey" ON "t" ("id");
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "t_pkey";
