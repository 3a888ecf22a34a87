-- add function f() · lock 3 s · statement 300 s
CREATE FUNCTION "f"()
 RETURNS trigger
 LANGUAGE "plpgsql"
AS $$BEGIN RETURN NEW; END$$;
-- add trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" AFTER DELETE ON "t" FOR EACH STATEMENT EXECUTE FUNCTION f();
