-- drop function f() · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"();
-- add procedure f() · lock 3 s · statement 300 s
CREATE PROCEDURE "f"()
 LANGUAGE "sql"
AS $$SELECT 1$$;
