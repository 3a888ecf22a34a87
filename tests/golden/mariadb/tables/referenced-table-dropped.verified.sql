-- drop foreign key t.f · SSY0409 · BlocksDdl · None · lock 3 s
ALTER TABLE `t` DROP FOREIGN KEY `f`;
-- drop table p · SSY0402 · BlocksReads · Rewrite · None · lock 3 s · no way back
DROP TABLE `p`;
