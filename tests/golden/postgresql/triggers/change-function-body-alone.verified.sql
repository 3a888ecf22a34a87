-- alter function f() · BlocksDdl · lock 3 s · statement 300 s
CREATE OR REPLACE FUNCTION "f"()
 RETURNS trigger
 LANGUAGE "plpgsql"
AS $$BEGIN NEW.a := 5; RETURN NEW; END$$;
