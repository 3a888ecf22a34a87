-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a COLLATE "C") > (b COLLATE "C")))
DROP INDEX "i";
ALTER TABLE "t" ALTER COLUMN "a" TYPE text COLLATE "de-x-icu", ALTER COLUMN "b" TYPE text COLLATE "en-x-icu";
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a COLLATE "C") > (b COLLATE "C"))) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
-- None
CREATE INDEX CONCURRENTLY "i" ON "t" ("a" COLLATE "fr-x-icu" DESC);
