CREATE PROCEDURE "p"(IN a integer, INOUT b integer)
 LANGUAGE "plpgsql"
AS $$BEGIN b := a; COMMIT; END$$;
COMMENT ON PROCEDURE "p"(integer, integer) IS 'does';
