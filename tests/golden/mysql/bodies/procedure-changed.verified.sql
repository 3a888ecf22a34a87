-- alter procedure p · BlocksDdl · None · lock 3 s
DROP PROCEDURE `p`;
-- alter procedure p · BlocksDdl · None · lock 3 s
CREATE PROCEDURE `p` (a int)
SELECT a;
