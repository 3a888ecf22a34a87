-- add column t.a, add column t.b, add column t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int(5) unsigned zerofill AFTER `id`,
  ADD COLUMN `b` tinyint(1) AFTER `a`,
  ADD COLUMN `c` decimal(8,3) unsigned,
  ALGORITHM=INSTANT;
