-- before check constraint t.c: no row of SELECT * FROM (SELECT "a" AS "a", NULL::integer AS "b" FROM "t" AS "t") AS "t" WHERE NOT ((a > b))
-- before check constraint t.d: no row of SELECT * FROM "t" WHERE NOT ((t.* IS NOT NULL))
-- add column t.b · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "b" integer;
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((a > b)) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
-- add check constraint t.d · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "d" CHECK ((t.* IS NOT NULL)) NOT VALID;
-- add check constraint t.d · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "d";
