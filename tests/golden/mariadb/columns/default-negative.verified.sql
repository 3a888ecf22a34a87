-- alter column t.a, alter column t.f · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` int(11) DEFAULT -5,
  MODIFY COLUMN `f` double DEFAULT -1.5,
  ALGORITHM=INSTANT;
