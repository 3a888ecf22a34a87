-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT ((a > 0))
ALTER TABLE "t" ADD COLUMN "b" text DEFAULT ('x'::text);
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((a > 0)) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
