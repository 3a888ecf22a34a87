-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` text DEFAULT 'hello',
  ALGORITHM=INSTANT;
