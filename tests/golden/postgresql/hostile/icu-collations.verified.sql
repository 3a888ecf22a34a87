-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a COLLATE "C") > (b COLLATE "C")))
-- alter index t.i · BlocksReads · lock 3 s · statement 300 s
DROP INDEX "i";
-- alter column t.a; alter column t.b · SSY0405 · BlocksReads · Scan · lock 3 s · statement 86400 s
ALTER TABLE "t" ALTER COLUMN "a" TYPE text COLLATE "de-x-icu", ALTER COLUMN "b" TYPE text COLLATE "en-x-icu";
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a COLLATE "C") > (b COLLATE "C"))) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
-- alter index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ("a" COLLATE "fr-x-icu" DESC);
