-- rename table t to u · SSY0408 · BlocksDdl · None · lock 3 s
RENAME TABLE `t` TO `u`;
