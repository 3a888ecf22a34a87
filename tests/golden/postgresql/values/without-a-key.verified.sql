-- before column t.n: no row of SELECT * FROM "t" AS "t" WHERE (id) IS NULL
-- add column t.n · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "n" integer;
-- fill column t.n where it is missing, in one statement · SSY0415 · BlocksWrites · Rewrite · None · statement 86400 s
UPDATE "t" SET "n" = (id) WHERE "n" IS NULL;
-- check column t.n · Scan · Alone · lock 3 s · statement 86400 s
-- no row: SELECT * FROM "t" WHERE "n" IS NULL AND (id) IS NULL;
-- add column t.n · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_b2e80ea95c66", ADD CONSTRAINT "__schemasync_not_null_b2e80ea95c66" CHECK ("n" IS NOT NULL) NOT VALID;
-- fill column t.n of rows that came meanwhile · Rewrite · Alone · lock 3 s · statement 86400 s
UPDATE "t" SET "n" = (id) WHERE "n" IS NULL;
-- add column t.n · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_b2e80ea95c66";
-- add column t.n · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "n" SET NOT NULL;
-- add column t.n · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_b2e80ea95c66";
