-- add column t.a, add column t.b, add column t.y · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` int AFTER `id`,
  ADD COLUMN `b` int NOT NULL DEFAULT 3 AFTER `a`,
  ADD COLUMN `y` datetime,
  ALGORITHM=INSTANT;
