-- before check constraint t.c: no row of SELECT * FROM "t" WHERE NOT (((a IS DISTINCT FROM b) AND ((((a >= 1) AND (a <= 10)) OR (b = ANY (ARRAY[1, 2]))) IS NOT FALSE)))
-- Alone
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((a IS DISTINCT FROM b) AND ((((a >= 1) AND (a <= 10)) OR (b = ANY (ARRAY[1, 2]))) IS NOT FALSE))) NOT VALID;
-- Alone
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
