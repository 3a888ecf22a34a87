CREATE FUNCTION "aa"()
 RETURNS bigint
 LANGUAGE "sql"
AS $$SELECT count(*) FROM zz$$;
CREATE TABLE "zz" (
  "a" integer
);
