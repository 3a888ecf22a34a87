-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a IS DISTINCT FROM b) AND ((((a >= 1) AND (a <= 10)) OR (b = ANY (ARRAY[1, 2]))) IS NOT FALSE)))
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a IS DISTINCT FROM b) AND ((((a >= 1) AND (a <= 10)) OR (b = ANY (ARRAY[1, 2]))) IS NOT FALSE))) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
