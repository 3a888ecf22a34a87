-- drop table t · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `t`;
