-- add column t.at · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  ADD COLUMN `at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  ALGORITHM=INSTANT;
