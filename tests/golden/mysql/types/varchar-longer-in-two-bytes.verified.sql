-- alter column t.a · BlocksDdl · Scan · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(900),
  ALGORITHM=INPLACE, LOCK=NONE;
