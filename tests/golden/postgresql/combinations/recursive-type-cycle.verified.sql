-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer,
  CONSTRAINT "d" CHECK ((a < 100))
);
-- add function f(t) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(x t)
 RETURNS integer
 LANGUAGE "sql"
 IMMUTABLE
AS $$SELECT x.a$$;
-- add table u · lock 3 s · statement 300 s
CREATE TABLE "u" (
  "r" t,
  CONSTRAINT "c" CHECK ((f(r) > 0))
);
