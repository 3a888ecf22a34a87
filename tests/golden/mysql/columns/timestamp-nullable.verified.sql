-- add column t.a, add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` timestamp NULL AFTER `id`,
  ADD COLUMN `b` timestamp NULL,
  ALGORITHM=INSTANT;
