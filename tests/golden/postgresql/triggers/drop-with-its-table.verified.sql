-- drop trigger g on t · BlocksReads · lock 3 s · statement 300 s
DROP TRIGGER "g" ON "t";
-- drop table t · SSY0402 · BlocksReads · lock 3 s · statement 300 s · no way back
DROP TABLE "t";
-- drop function f() · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"();
