-- add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `b` int(11) AFTER `id`,
  ALGORITHM=INSTANT;
