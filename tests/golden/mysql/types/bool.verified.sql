-- add column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `a` tinyint(1) NOT NULL DEFAULT 1,
  ALGORITHM=INSTANT;
