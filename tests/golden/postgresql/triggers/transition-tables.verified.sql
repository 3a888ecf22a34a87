-- add trigger g on t · BlocksReads · lock 3 s · statement 300 s
CREATE TRIGGER "g" AFTER UPDATE ON "t" REFERENCING OLD TABLE AS "was" NEW TABLE AS "Is" FOR EACH STATEMENT EXECUTE FUNCTION f();
