-- drop function f(d) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"(d);
-- add domain e · lock 3 s · statement 300 s
CREATE DOMAIN "e" AS integer;
-- add function f(e) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(a e)
 RETURNS d
 LANGUAGE "sql"
AS $$SELECT a::integer$$;
-- add check constraint d.c · BlocksReads · Alone · lock 3 s · statement 300 s
ALTER DOMAIN "d" ADD CONSTRAINT "c" CHECK ((VALUE > 0)) NOT VALID;
-- add check constraint d.c · SSY0407 · BlocksWrites · Scan · Alone · lock 3 s · statement 86400 s
ALTER DOMAIN "d" VALIDATE CONSTRAINT "c";
