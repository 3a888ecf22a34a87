-- add column t.v · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `v` vector(3),
  ALGORITHM=INSTANT;
