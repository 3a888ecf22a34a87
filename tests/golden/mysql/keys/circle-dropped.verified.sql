-- keep foreign key b.fb · BlocksDdl · None · lock 3 s
ALTER TABLE `b` DROP FOREIGN KEY `fb`;
-- drop table a · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `a`;
-- drop table b · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `b`;
