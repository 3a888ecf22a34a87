-- rename table a to A · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `a` TO `A`;
