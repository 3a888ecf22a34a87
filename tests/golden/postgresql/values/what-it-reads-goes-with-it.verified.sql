-- before column t.name: no row of SELECT * FROM "t" AS "t" WHERE (concat_ws(' ', first, last)) IS NULL
ALTER TABLE "t" ADD COLUMN "name" text;
-- None
UPDATE "t" SET "name" = (concat_ws(' ', first, last)) WHERE "name" IS NULL;
-- Alone
SELECT * FROM "t" WHERE "name" IS NULL AND (concat_ws(' ', first, last)) IS NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_54b9258e521b", ADD CONSTRAINT "__schemasync_not_null_54b9258e521b" CHECK ("name" IS NOT NULL) NOT VALID;
-- Alone
UPDATE "t" SET "name" = (concat_ws(' ', first, last)) WHERE "name" IS NULL;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_54b9258e521b";
-- Alone
ALTER TABLE "t" ALTER COLUMN "name" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_54b9258e521b";
ALTER TABLE "t" DROP COLUMN "first";
ALTER TABLE "t" DROP COLUMN "last";
