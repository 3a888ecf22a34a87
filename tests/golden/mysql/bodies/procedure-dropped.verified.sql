-- drop procedure p · SSY0408 · BlocksDdl · None · lock 3 s
DROP PROCEDURE `p`;
