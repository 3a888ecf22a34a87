-- alter procedure p · BlocksDdl · None · lock 3 s
CREATE OR REPLACE PROCEDURE `p` (a int)
SELECT a;
