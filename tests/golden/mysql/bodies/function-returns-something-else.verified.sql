-- alter function f · BlocksDdl · None · lock 3 s
DROP FUNCTION `f`;
-- alter function f · BlocksDdl · None · lock 3 s
CREATE FUNCTION `f` (a int) RETURNS varchar(10) CHARSET latin1
  DETERMINISTIC
RETURN a;
