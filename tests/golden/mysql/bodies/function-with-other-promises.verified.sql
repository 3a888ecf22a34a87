-- alter function f · BlocksDdl · None · lock 3 s
DROP FUNCTION `f`;
-- alter function f · BlocksDdl · None · lock 3 s
CREATE FUNCTION `f` (a int) RETURNS int
  READS SQL DATA
  SQL SECURITY INVOKER
RETURN a;
