-- add function aa() · lock 3 s · statement 300 s
CREATE FUNCTION "aa"()
 RETURNS bigint
 LANGUAGE "sql"
AS $$SELECT count(*) FROM zz$$;
-- add table zz · lock 3 s · statement 300 s
CREATE TABLE "zz" (
  "a" integer
);
