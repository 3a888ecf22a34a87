-- the plan: SSY0303
-- before column t.b: no row of SELECT "b" FROM "t" WHERE pg_catalog.length("b"::text) OPERATOR(pg_catalog.>) 50
-- before column t.c: no row of SELECT "c" FROM "t" WHERE ("c"::integer)::text IS NULL AND "c" IS NOT NULL
-- before column t.a: no row of SELECT * FROM "t" WHERE "a" IS NULL
-- drop column t.d · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
ALTER TABLE "t" DROP COLUMN "d";
-- add column t.e · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "e" text DEFAULT ('y'::text) NOT NULL;
-- add column t.f · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "f" date;
-- alter column t.b; alter column t.c · SSY0403 SSY0407 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "b" TYPE character varying(50), ALTER COLUMN "c" TYPE integer USING "c"::integer;
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'x'::text;
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405", ADD CONSTRAINT "__schemasync_not_null_d4413b90a405" CHECK ("a" IS NOT NULL) NOT VALID;
-- alter column t.a · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_d4413b90a405";
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
-- alter column t.a · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405";
