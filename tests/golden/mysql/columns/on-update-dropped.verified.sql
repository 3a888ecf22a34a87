-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  ALGORITHM=INSTANT;
