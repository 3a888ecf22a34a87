-- alter trigger g on t · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "g" ON "t";
-- add function ff() · lock 3 s · statement 300 s
CREATE FUNCTION "ff"()
 RETURNS trigger
 LANGUAGE "plpgsql"
AS $$BEGIN RETURN NEW; END$$;
-- drop function f() · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"();
-- alter trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" BEFORE INSERT ON "t" FOR EACH ROW EXECUTE FUNCTION ff();
