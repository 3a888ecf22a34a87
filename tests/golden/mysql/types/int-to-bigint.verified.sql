ALTER TABLE `t`
  MODIFY COLUMN `a` bigint;
