CREATE TABLE "t" (
  "a" integer,
  CONSTRAINT "d" CHECK ((a < 100))
);
CREATE FUNCTION "f"(x t)
 RETURNS integer
 LANGUAGE "sql"
 IMMUTABLE
AS $$SELECT x.a$$;
CREATE TABLE "u" (
  "r" t,
  CONSTRAINT "c" CHECK ((f(r) > 0))
);
