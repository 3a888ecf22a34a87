-- add trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" AFTER INSERT ON "t" FOR EACH ROW EXECUTE FUNCTION f();
