-- before column t.a: no row of SELECT * FROM "t" WHERE "a" IS NULL
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405", ADD CONSTRAINT "__schemasync_not_null_d4413b90a405" CHECK ("a" IS NOT NULL) NOT VALID;
-- alter column t.a · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_d4413b90a405";
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405";
