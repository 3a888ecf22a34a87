-- add function f(integer, text) · lock 3 s · statement 300 s
CREATE FUNCTION "f"(a integer, b text DEFAULT 'x'::text)
 RETURNS text
 LANGUAGE "sql"
 IMMUTABLE
 STRICT
 PARALLEL SAFE
AS $$ SELECT b || a $$;
