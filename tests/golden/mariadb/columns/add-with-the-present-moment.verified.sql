ALTER TABLE `t`
  ADD COLUMN `at` datetime(6) NOT NULL DEFAULT current_timestamp(6),
  ALGORITHM=INSTANT;
