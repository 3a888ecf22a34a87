-- add enum type e · lock 3 s · statement 300 s
CREATE TYPE "e" AS ENUM ('a');
-- add domain d · lock 3 s · statement 300 s
CREATE DOMAIN "d" AS e;
-- add composite type c · lock 3 s · statement 300 s
CREATE TYPE "c" AS ("x" d, "y" e[]);
-- add domain d2 · lock 3 s · statement 300 s
CREATE DOMAIN "d2" AS c;
-- add function f(c) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(x c)
 RETURNS e
 LANGUAGE "sql"
AS $$SELECT x.x::e$$;
-- add table t · lock 3 s · statement 300 s
CREATE TABLE "t" (
  "z" c,
  "w" d2
);
