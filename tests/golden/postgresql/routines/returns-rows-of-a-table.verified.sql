CREATE TABLE "t" (
  "a" integer
);
CREATE FUNCTION "f"(x t)
 RETURNS SETOF t
 LANGUAGE "sql"
AS $$SELECT * FROM t$$;
