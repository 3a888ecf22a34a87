-- add enum type e · lock 3 s · statement 300 s
CREATE TYPE "e" AS ENUM ('x');
-- add sequence s · lock 3 s · statement 300 s
CREATE SEQUENCE "s";
-- add function z() · lock 3 s · statement 300 s
CREATE FUNCTION "z"()
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 1$$;
-- add function a(integer, bigint, e, text, integer[]) · lock 3 s · statement 300 s
CREATE FUNCTION "a"(n integer DEFAULT z(), m bigint DEFAULT nextval('s'::regclass), k e DEFAULT 'x'::e, l text DEFAULT 'it''s, (a'::text, o integer[] DEFAULT ARRAY[1, 2])
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT n$$;
