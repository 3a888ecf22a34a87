-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` text DEFAULT (_utf8mb4'hello'),
  ALGORITHM=INSTANT;
