ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(40);
