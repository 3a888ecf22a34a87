-- alter table t · SSY0402 · BlocksReads · None · lock 3 s · no way back
ALTER TABLE `t` DROP PARTITION `b`;
-- alter table t · BlocksReads · None · lock 3 s
ALTER TABLE `t` ADD PARTITION (PARTITION `c` VALUES in(3));
