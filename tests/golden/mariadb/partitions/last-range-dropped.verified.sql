-- alter table t · SSY0402 · BlocksReads · None · lock 3 s · no way back
ALTER TABLE `t` DROP PARTITION `b`, `c`;
