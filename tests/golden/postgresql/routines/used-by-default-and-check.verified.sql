-- add function f() · lock 3 s · statement 300 s
CREATE FUNCTION "f"()
 RETURNS integer
 LANGUAGE "sql"
 IMMUTABLE
AS $$SELECT 1$$;
-- add table u · lock 3 s · statement 300 s
CREATE TABLE "u" (
  "b" integer DEFAULT (f())
);
-- alter column t.a · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ALTER COLUMN "a" SET DEFAULT f();
-- add check constraint t.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ((a > f())) NOT VALID;
-- add check constraint t.c · SSY0407 · BlocksDdl · Scan · Alone · lock 3 s · statement 86400 s
ALTER TABLE "t" VALIDATE CONSTRAINT "c";
