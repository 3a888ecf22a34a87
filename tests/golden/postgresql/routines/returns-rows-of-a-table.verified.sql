-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "a" integer
);
-- add function f(t) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(x t)
 RETURNS SETOF t
 LANGUAGE "sql"
AS $$SELECT * FROM t$$;
