-- add trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" BEFORE INSERT ON "t" FOR EACH ROW EXECUTE FUNCTION f();
-- add trigger g on t · BlocksReads · lock 3 s · statement 300 s
ALTER TABLE "t" ENABLE REPLICA TRIGGER "g";
