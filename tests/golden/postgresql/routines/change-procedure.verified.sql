-- alter procedure p() · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE PROCEDURE "p"()
 LANGUAGE "plpgsql"
 SECURITY DEFINER
AS $$BEGIN PERFORM 1; END$$;
