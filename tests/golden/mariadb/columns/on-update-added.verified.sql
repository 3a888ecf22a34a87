-- alter column t.a · BlocksDdl · None · lock 3 s
ALTER TABLE `t`
  MODIFY COLUMN `a` datetime ON UPDATE current_timestamp(),
  ALGORITHM=INSTANT;
