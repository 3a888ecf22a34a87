-- alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t` REORGANIZE PARTITION `b`, `c` INTO (PARTITION `c` VALUES LESS THAN(30));
-- alter table t · SSY0403 SSY0404 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t` REORGANIZE PARTITION `d`, `z` INTO (PARTITION `z` VALUES LESS THAN MAXVALUE);
