ALTER TABLE `t`
  MODIFY COLUMN `a` enum('x','w','y');
