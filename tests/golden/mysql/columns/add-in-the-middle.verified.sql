-- add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `b` int AFTER `id`,
  ALGORITHM=INSTANT;
