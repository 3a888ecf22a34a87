-- add column t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `c` int AFTER `b`,
  ALGORITHM=INSTANT;
-- add column t.v · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `v` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL,
  ALGORITHM=INSTANT;
