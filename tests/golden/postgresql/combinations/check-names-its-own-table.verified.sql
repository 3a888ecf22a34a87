-- before check constraint t.d: no row of SELECT * FROM "t" WHERE NOT ((t.* IS NOT NULL))
ALTER TABLE "t" ADD COLUMN "b" integer;
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((a > b)) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "d" CHECK ((t.* IS NOT NULL)) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "d";
