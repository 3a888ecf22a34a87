-- alter function f · BlocksDdl · None · lock 3 s
DROP FUNCTION `f`;
-- alter function f · BlocksDdl · None · lock 3 s
CREATE FUNCTION `f` (a int) RETURNS int
  DETERMINISTIC
RETURN a + 1;
