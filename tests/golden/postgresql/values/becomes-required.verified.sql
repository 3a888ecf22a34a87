-- before column t.code: no row of SELECT * FROM "t" AS "t" WHERE "code" IS NULL AND ((a + b)::text) IS NULL
-- fill column t.code where it is missing, 2 rows at a time by "a", "b" · Rewrite · None · statement 86400 s · filled in batches
UPDATE "t" SET "code" = ((a + b)::text) WHERE "code" IS NULL;
-- check column t.code · Scan · Alone · lock 3 s · statement 86400 s
-- no row: SELECT * FROM "t" WHERE "code" IS NULL AND ((a + b)::text) IS NULL;
-- alter column t.code · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_94bb15f42055", ADD CONSTRAINT "__schemasync_not_null_94bb15f42055" CHECK ("code" IS NOT NULL) NOT VALID;
-- fill column t.code of rows that came meanwhile · Rewrite · Alone · lock 3 s · statement 86400 s
UPDATE "t" SET "code" = ((a + b)::text) WHERE "code" IS NULL;
-- alter column t.code · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_94bb15f42055";
-- alter column t.code · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "code" SET NOT NULL;
-- alter column t.code · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_94bb15f42055";
