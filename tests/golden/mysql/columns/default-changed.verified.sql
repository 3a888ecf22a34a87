-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` decimal(10,2) DEFAULT 2.00,
  ALGORITHM=INSTANT;
