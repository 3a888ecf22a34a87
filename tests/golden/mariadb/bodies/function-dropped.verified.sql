-- drop function f · SSY0408 · BlocksDdl · None · lock 3 s
DROP FUNCTION `f`;
