-- before column s.b: no row of SELECT * FROM "t" WHERE "a" IS NULL
-- rename table t to s · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" RENAME TO "s";
-- rename column s.a to b · SSY0408 · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "s" RENAME COLUMN "a" TO "b";
-- add column s.c · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "s" ADD COLUMN "c" integer;
-- alter column s.b · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "s" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_cd85bddd7679", ADD CONSTRAINT "__schemasync_not_null_cd85bddd7679" CHECK ("b" IS NOT NULL) NOT VALID;
-- alter column s.b · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "s" VALIDATE CONSTRAINT "__schemasync_not_null_cd85bddd7679";
-- alter column s.b · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "s" ALTER COLUMN "b" SET NOT NULL;
-- alter column s.b · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "s" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_cd85bddd7679";
