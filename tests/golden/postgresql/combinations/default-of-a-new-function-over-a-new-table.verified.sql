-- add function f() · lock 3 s · statement 300 s
CREATE FUNCTION "f"()
 RETURNS integer
 LANGUAGE "sql"
 STABLE
AS $$SELECT max(v) FROM n$$;
-- add table n · lock 3 s · statement 300 s
CREATE TABLE "n" (
  "v" integer
);
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer DEFAULT (f()),
  "b" integer DEFAULT (length((f())::text))
);
