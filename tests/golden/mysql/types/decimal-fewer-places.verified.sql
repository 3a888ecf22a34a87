ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(10,1);
