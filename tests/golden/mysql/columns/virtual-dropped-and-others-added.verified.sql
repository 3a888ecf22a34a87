-- drop column t.v · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  DROP COLUMN `v`,
  ALGORITHM=INSTANT;
-- add column t.x · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `x` int AFTER `a`,
  ALGORITHM=INSTANT;
-- add column t.w · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `w` int GENERATED ALWAYS AS (`x`) VIRTUAL,
  ALGORITHM=INSTANT;
