-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int DEFAULT ((1 + 2)),
  ALGORITHM=INSTANT;
