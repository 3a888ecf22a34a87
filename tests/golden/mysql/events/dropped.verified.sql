-- drop event e · SSY0408 · BlocksDdl · None · lock 3 s
DROP EVENT `e`;
