ALTER TABLE `t`
  MODIFY COLUMN `a` enum('y','x');
