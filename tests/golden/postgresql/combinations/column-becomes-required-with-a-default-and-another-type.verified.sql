-- before column t.a: no row of SELECT "a" FROM "t" WHERE ("a"::integer)::text IS NULL AND "a" IS NOT NULL
-- before column t.a: no row of SELECT * FROM "t" WHERE "a" IS NULL
ALTER TABLE "t" ALTER COLUMN "a" TYPE integer USING "a"::integer, ALTER COLUMN "a" SET DEFAULT 3;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405", ADD CONSTRAINT "__schemasync_not_null_d4413b90a405" CHECK ("a" IS NOT NULL) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_d4413b90a405";
-- Alone
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405";
