ALTER TABLE `t`
  ADD COLUMN `a` timestamp NULL AFTER `id`,
  ADD COLUMN `b` timestamp NULL,
  ALGORITHM=INSTANT;
