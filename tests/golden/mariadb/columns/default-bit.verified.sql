-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` bit(3) DEFAULT b'101',
  ALGORITHM=INSTANT;
