-- alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t` REORGANIZE PARTITION `a`, `b` INTO (PARTITION `a` VALUES in(1), PARTITION `b` VALUES in(null, 2, 3, 4));
