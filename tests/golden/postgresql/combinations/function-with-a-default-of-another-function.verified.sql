CREATE TYPE "e" AS ENUM ('x');
CREATE SEQUENCE "s";
CREATE FUNCTION "z"()
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT 1$$;
CREATE FUNCTION "a"(n integer DEFAULT z(), m bigint DEFAULT nextval('s'::regclass), k e DEFAULT 'x'::e, l text DEFAULT 'it''s, (a'::text, o integer[] DEFAULT ARRAY[1, 2])
 RETURNS integer
 LANGUAGE "sql"
AS $$SELECT n$$;
