-- add procedure p(integer, integer) · lock 3 s · statement 300 s
CREATE PROCEDURE "p"(IN a integer, INOUT b integer)
 LANGUAGE "plpgsql"
AS $$BEGIN b := a; COMMIT; END$$;
-- add procedure p(integer, integer) · lock 3 s · statement 300 s
COMMENT ON PROCEDURE "p"(integer, integer) IS 'does';
