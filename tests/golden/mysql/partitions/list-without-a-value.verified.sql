-- alter table t · SSY0403 SSY0404 SSY0407 · BlocksWrites · Rewrite · None · lock 3 s
ALTER TABLE `t`
PARTITION BY LIST(`id`)
(PARTITION `a` VALUES in(1),
 PARTITION `b` VALUES in(2));
