-- add function f(integer) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(x integer)
 RETURNS integer
 LANGUAGE "sql"
 IMMUTABLE
AS $$SELECT x * 3$$;
-- add column t.b · SSY0403 · BlocksReads · Rewrite · lock 3 s · statement 86400 s
ALTER TABLE "t" ADD COLUMN "b" integer GENERATED ALWAYS AS (f(a)) STORED;
-- add index t.i · BlocksDdl · Scan · None · statement 86400 s
CREATE INDEX CONCURRENTLY "i" ON "t" ((f(a))) WHERE (f(a) > 3);
