-- add function f() · lock 3 s · statement 300 s
CREATE FUNCTION "f"()
 RETURNS text
 LANGUAGE "plpgsql"
AS $body1$ DECLARE a text := $$it's$$; BEGIN RETURN a || E'\n' || $body$b$body$; END $body1$;
