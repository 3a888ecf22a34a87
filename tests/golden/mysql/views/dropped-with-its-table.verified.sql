-- drop view v · SSY0408 · BlocksDdl · None · lock 3 s
DROP VIEW `v`;
-- drop view w · SSY0408 · BlocksDdl · None · lock 3 s
DROP VIEW `w`;
-- drop table t · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `t`;
