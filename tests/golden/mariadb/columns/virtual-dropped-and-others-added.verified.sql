-- drop column t.v · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  DROP COLUMN `v`,
  ALGORITHM=INSTANT;
-- add column t.x · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `x` int(11),
  ALGORITHM=INSTANT;
-- add column t.w · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `w` int(11) GENERATED ALWAYS AS (`x`) VIRTUAL,
  ALGORITHM=INSTANT;
