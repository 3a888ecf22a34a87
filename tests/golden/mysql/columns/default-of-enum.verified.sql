-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` enum('x','y') DEFAULT 'y',
  ALGORITHM=INSTANT;
