-- the plan: SSY0303
-- before column t.name: no row of SELECT * FROM "t" AS "t" WHERE (concat_ws(' ', first, last)) IS NULL
-- add column t.name · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "name" text;
-- fill column t.name where it is missing, 2 rows at a time by "id" · Rewrite · None · statement 86400 s · filled in batches
UPDATE "t" SET "name" = (concat_ws(' ', first, last)) WHERE "name" IS NULL;
-- check column t.name · Scan · Alone · lock 3 s · statement 86400 s
-- no row: SELECT * FROM "t" WHERE "name" IS NULL AND (concat_ws(' ', first, last)) IS NULL;
-- add column t.name · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_54b9258e521b", ADD CONSTRAINT "__schemasync_not_null_54b9258e521b" CHECK ("name" IS NOT NULL) NOT VALID;
-- fill column t.name of rows that came meanwhile · Rewrite · Alone · lock 3 s · statement 86400 s
UPDATE "t" SET "name" = (concat_ws(' ', first, last)) WHERE "name" IS NULL;
-- add column t.name · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_54b9258e521b";
-- add column t.name · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "name" SET NOT NULL;
-- add column t.name · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_54b9258e521b";
-- drop column t.first · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "first";
-- drop column t.last · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "last";
