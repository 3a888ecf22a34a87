-- add column t.a, add column t.b, add column t.y · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int(11) AFTER `id`,
  ADD COLUMN `b` int(11) NOT NULL DEFAULT 3 AFTER `a`,
  ADD COLUMN `y` datetime,
  ALGORITHM=INSTANT;
