-- alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t` REORGANIZE PARTITION `q`, `p` INTO (PARTITION `q` VALUES in((3, null), (1, 'x'), (2, 'y,(')));
