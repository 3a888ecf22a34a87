-- rename table a to b · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `a` TO `b`;
