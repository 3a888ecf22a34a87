-- alter function f · BlocksDdl · None · lock 3 s
CREATE OR REPLACE FUNCTION `f` (a int) RETURNS varchar(10) CHARSET latin1 COLLATE latin1_swedish_ci
  DETERMINISTIC
RETURN a;
