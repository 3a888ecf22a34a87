-- add column t.b · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `b` varchar(10),
  ALGORITHM=INSTANT;
