-- alter trigger g on t · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "g" ON "t";
-- alter trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" AFTER INSERT OR TRUNCATE ON "t" FOR EACH STATEMENT EXECUTE FUNCTION f();
