-- drop trigger g on t · SSY0408 · BlocksDdl · None · lock 3 s
DROP TRIGGER `g`;
