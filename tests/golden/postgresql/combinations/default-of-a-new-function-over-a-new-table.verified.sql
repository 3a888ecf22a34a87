CREATE FUNCTION "f"()
 RETURNS integer
 LANGUAGE "sql"
 STABLE
AS $$SELECT max(v) FROM n$$;
CREATE TABLE "n" (
  "v" integer
);
CREATE TABLE "t" (
  "a" integer DEFAULT (f()),
  "b" integer DEFAULT (length((f())::text))
);
