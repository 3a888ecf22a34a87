-- alter function f · BlocksDdl · None · lock 3 s
CREATE OR REPLACE FUNCTION `f` (a int) RETURNS int(11)
  DETERMINISTIC
RETURN a + 1;
