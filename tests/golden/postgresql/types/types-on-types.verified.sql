CREATE TYPE "e" AS ENUM ('a');
CREATE DOMAIN "d" AS e;
CREATE TYPE "c" AS ("x" d, "y" e[]);
CREATE DOMAIN "d2" AS c;
CREATE FUNCTION "f"(x c)
 RETURNS e
 LANGUAGE "sql"
AS $$SELECT x.x::e$$;
CREATE TABLE "t" (
  "z" c,
  "w" d2
);
