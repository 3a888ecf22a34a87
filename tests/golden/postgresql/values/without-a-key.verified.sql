-- before column t.n: no row of SELECT * FROM "t" AS "t" WHERE (id) IS NULL
ALTER TABLE "t" ADD COLUMN "n" integer;
-- None
UPDATE "t" SET "n" = (id) WHERE "n" IS NULL;
-- Alone
SELECT * FROM "t" WHERE "n" IS NULL AND (id) IS NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_b2e80ea95c66", ADD CONSTRAINT "__schemasync_not_null_b2e80ea95c66" CHECK ("n" IS NOT NULL) NOT VALID;
-- Alone
UPDATE "t" SET "n" = (id) WHERE "n" IS NULL;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_b2e80ea95c66";
-- Alone
ALTER TABLE "t" ALTER COLUMN "n" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_b2e80ea95c66";
