-- drop view v · SSY0408 · BlocksDdl · None · lock 3 s
DROP VIEW `v`;
