-- before column t.id: no row of SELECT * FROM "t" WHERE "id" IS NULL
-- alter column t.id · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2", ADD CONSTRAINT "__schemasync_not_null_ca922956cdd2" CHECK ("id" IS NOT NULL) NOT VALID;
-- alter column t.id · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_ca922956cdd2";
-- alter column t.id · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" SET NOT NULL;
-- alter column t.id · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_ca922956cdd2";
-- alter column t.id · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
-- alter column t.id · BlocksReads · Scan · lock 3 s · statement 86400 s
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"t"', 'id'), pg_catalog.max("id")) FROM "t" HAVING pg_catalog.max("id") IS NOT NULL;
