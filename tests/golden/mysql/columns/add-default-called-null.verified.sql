-- add column t.a, add column t.b, add column t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` varchar(20) DEFAULT 'NULL' AFTER `id`,
  ADD COLUMN `b` varchar(20) NOT NULL DEFAULT '' AFTER `a`,
  ADD COLUMN `c` varchar(20),
  ALGORITHM=INSTANT;
