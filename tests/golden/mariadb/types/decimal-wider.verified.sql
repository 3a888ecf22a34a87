ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(12,2);
