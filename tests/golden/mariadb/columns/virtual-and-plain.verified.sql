-- add column t.c · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `c` int(11) AFTER `b`,
  ALGORITHM=INSTANT;
-- add column t.v · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL,
  ALGORITHM=INSTANT;
