-- alter check constraint d.c · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" DROP CONSTRAINT "c";
-- alter domain d · BlocksReads · lock 3 s · statement 300 s
ALTER DOMAIN "d" SET DEFAULT '{1}'::integer[];
-- add column t.e · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ADD COLUMN "e" d DEFAULT (ARRAY[4]) NOT NULL;
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT '{2,3}'::integer[];
-- alter check constraint d.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER DOMAIN "d" ADD CONSTRAINT "c" CHECK ((cardinality(VALUE) < 6)) NOT VALID;
-- alter check constraint d.c · SSY0407 · BlocksWrites · Scan · Alone · lock 3 s · statement 86400 s
ALTER DOMAIN "d" VALIDATE CONSTRAINT "c";
