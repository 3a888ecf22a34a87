-- before column t.id: no row of SELECT * FROM "t" WHERE "id" IS NULL
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2", ADD CONSTRAINT "__schemasync_not_null_ca922956cdd2" CHECK ("id" IS NOT NULL) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_ca922956cdd2";
-- Alone
ALTER TABLE "t" ALTER COLUMN "id" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2";
ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"t"', 'id'), pg_catalog.max("id")) FROM "t" HAVING pg_catalog.max("id") IS NOT NULL;
