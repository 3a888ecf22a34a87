-- add procedure p(integer, text) · lock 3 s · statement 300 s
CREATE PROCEDURE "p"(IN a integer, OUT b integer, INOUT c text DEFAULT 'x'::text)
 LANGUAGE "plpgsql"
AS $$BEGIN b := a; END$$;
-- add procedure p(text) · lock 3 s · statement 300 s
CREATE PROCEDURE "p"(IN a text)
 LANGUAGE "sql"
AS $$$$;
