-- add function f · BlocksDdl · None · lock 3 s
CREATE FUNCTION `f` () RETURNS int
  DETERMINISTIC
RETURN 1;
-- add procedure f · BlocksDdl · None · lock 3 s
CREATE PROCEDURE `f` ()
SELECT 1;;
