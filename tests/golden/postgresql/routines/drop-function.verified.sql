-- drop function f(integer) · BlocksReads · lock 3 s · statement 300 s
DROP FUNCTION "f"(integer);
