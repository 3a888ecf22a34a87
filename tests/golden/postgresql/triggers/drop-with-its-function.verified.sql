-- drop trigger g on t · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "g" ON "t";
-- drop function f() · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"();
