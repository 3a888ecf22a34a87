CREATE PROCEDURE "p"(IN a integer, OUT b integer, INOUT c text DEFAULT 'x'::text)
 LANGUAGE "plpgsql"
AS $$BEGIN b := a; END$$;
CREATE PROCEDURE "p"(IN a text)
 LANGUAGE "sql"
AS $$$$;
