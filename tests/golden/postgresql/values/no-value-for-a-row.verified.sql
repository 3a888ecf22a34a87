-- before column t.code: no row of SELECT * FROM "t" AS "t" WHERE (lower(email)) IS NULL
ALTER TABLE "t" ADD COLUMN "code" text;
-- None
UPDATE "t" SET "code" = (lower(email)) WHERE "code" IS NULL;
-- Alone
SELECT * FROM "t" WHERE "code" IS NULL AND (lower(email)) IS NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_94bb15f42055", ADD CONSTRAINT "__schemasync_not_null_94bb15f42055" CHECK ("code" IS NOT NULL) NOT VALID;
-- Alone
UPDATE "t" SET "code" = (lower(email)) WHERE "code" IS NULL;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_94bb15f42055";
-- Alone
ALTER TABLE "t" ALTER COLUMN "code" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_94bb15f42055";
