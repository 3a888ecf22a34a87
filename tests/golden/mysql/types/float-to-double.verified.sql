ALTER TABLE `t`
  MODIFY COLUMN `a` double;
