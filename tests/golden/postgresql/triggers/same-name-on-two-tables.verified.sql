-- add trigger g on u · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" BEFORE UPDATE ON "u" FOR EACH ROW EXECUTE FUNCTION f();
