ALTER TABLE `t`
  MODIFY COLUMN `a` enum('x','y','z'),
  ALGORITHM=INSTANT;
