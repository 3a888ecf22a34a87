-- before column s.b: no row of SELECT * FROM "t" WHERE "a" IS NULL
ALTER TABLE "t" RENAME TO "s";
ALTER TABLE "s" RENAME COLUMN "a" TO "b";
ALTER TABLE "s" ADD COLUMN "c" integer;
-- Alone
ALTER TABLE "s" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_cd85bddd7679", ADD CONSTRAINT "__schemasync_not_null_cd85bddd7679" CHECK ("b" IS NOT NULL) NOT VALID;
-- Alone
ALTER TABLE "s" VALIDATE CONSTRAINT "__schemasync_not_null_cd85bddd7679";
-- Alone
ALTER TABLE "s" ALTER COLUMN "b" SET NOT NULL;
-- Alone
ALTER TABLE "s" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_cd85bddd7679";
