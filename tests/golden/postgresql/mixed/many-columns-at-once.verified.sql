-- before column t.b: no row of SELECT "b" FROM "t" WHERE pg_catalog.length("b"::text) OPERATOR(pg_catalog.>) 50
-- before column t.c: no row of SELECT "c" FROM "t" WHERE ("c"::integer)::text IS NULL AND "c" IS NOT NULL
-- before column t.a: no row of SELECT * FROM "t" WHERE "a" IS NULL
ALTER TABLE "t" DROP COLUMN "d";
ALTER TABLE "t" ADD COLUMN "e" text DEFAULT ('y'::text) NOT NULL;
ALTER TABLE "t" ADD COLUMN "f" date;
ALTER TABLE "t" ALTER COLUMN "b" TYPE character varying(50), ALTER COLUMN "c" TYPE integer USING "c"::integer;
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT 'x'::text;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405", ADD CONSTRAINT "__schemasync_not_null_d4413b90a405" CHECK ("a" IS NOT NULL) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "__schemasync_not_null_d4413b90a405";
-- Alone
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
-- Alone
ALTER TABLE "t" DROP CONSTRAINT IF EXISTS "__schemasync_not_null_d4413b90a405";
